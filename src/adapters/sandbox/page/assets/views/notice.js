import { h } from '../dom.js';

/** A short word at the bottom of the page, gone after a while. */
export function notice(text, kind = 'good') {
  const shelf = document.getElementById('notices');
  if (!shelf) return;
  const node = h(`div.notice.${kind}`, { role: kind === 'bad' ? 'alert' : 'status' }, text);
  shelf.append(node);
  // A modal dialog covers the page; a popover is drawn above it.
  shelf.hidePopover?.();
  shelf.showPopover?.();
  setTimeout(() => {
    node.remove();
    if (!shelf.firstChild) shelf.hidePopover?.();
  }, 6000);
}
