import { h } from '../dom.js';
import { t } from '../words.js';
import { openDialog } from './dialog.js';

/** A picture in its full size, with its words below. */
export function openLightbox(url, alt) {
  const shut = () => dialog.close();
  const content = h(
    'div.lightbox',
    null,
    h(
      'button.icon-button.lightbox-close',
      { type: 'button', 'aria-label': t('dialog.close'), onclick: shut },
      '✕',
    ),
    h('img', { src: url, alt }),
    alt ? h('p', null, alt) : null,
  );
  const dialog = openDialog({
    label: alt || t('image.name'),
    kind: 'wide',
    content,
    onescape: shut,
  });
}
