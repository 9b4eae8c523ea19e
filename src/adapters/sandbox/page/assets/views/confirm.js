import { h } from '../dom.js';
import { lookup } from '../store.js';
import { plain, textNode } from '../text/plain.js';
import { t } from '../words.js';
import { openDialog } from './dialog.js';

/**
 * The app's "are you sure?", in the app's own words.
 * @param {{ title?: any, text: any, confirm?: any, deny?: any, style?: string }} words
 * @returns {Promise<boolean>}
 */
export function confirmDialog(words) {
  return new Promise((resolve) => {
    const title = words.title ? plain(words.title) : t('confirm.title');
    const answer = (yes) => {
      dialog.close();
      resolve(yes);
    };
    const choice = (label, yes, kind) =>
      h('button.button', { type: 'button', class: kind, onclick: () => answer(yes) }, label);
    const content = h(
      'div.confirm',
      null,
      h('h2', null, title),
      h('div.confirm-text', null, textNode(words.text, lookup())),
      h(
        'div.dialog-foot',
        null,
        choice(words.deny ? plain(words.deny) : t('confirm.no'), false, ''),
        choice(
          words.confirm ? plain(words.confirm) : t('confirm.yes'),
          true,
          words.style === 'danger' ? 'danger solid' : 'primary',
        ),
      ),
    );
    const dialog = openDialog({
      label: title,
      kind: 'small',
      content,
      onescape: () => answer(false),
    });
  });
}
