import { h } from '../dom.js';
import { channelOf, closePanel, on, store } from '../store.js';
import { t } from '../words.js';
import { createComposer } from './composer.js';
import { createMessageList } from './message-list.js';

/** The pane with one thread. */
export function mountThread(target) {
  const list = createMessageList({ inThread: true });
  const title = h('span.panel-sub');
  const composer = createComposer({
    where: () => ({ channel: store.thread?.channel, threadTs: store.thread?.ts }),
  });
  target.append(
    h(
      'header.panel-head',
      null,
      h('h2', null, t('thread.title'), title),
      h(
        'button.icon-button',
        { type: 'button', 'aria-label': t('thread.close'), onclick: closePanel },
        '✕',
      ),
    ),
    list.root,
    composer.root,
  );
  on('thread', () => {
    const { thread } = store;
    if (!thread) return;
    const channel = channelOf(thread.channel);
    title.textContent = channel?.kind === 'channel' ? `#${channel.name}` : t('app.name');
    if (thread.messages.length > 0) list.show(thread.messages, `${store.as} ${thread.ts}`);
    composer.refresh();
  });
}
