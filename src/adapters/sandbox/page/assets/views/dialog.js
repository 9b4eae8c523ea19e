import { h } from '../dom.js';
import { closePopover } from '../popover.js';

/**
 * A dialog on the browser's own `<dialog>`: what is behind cannot be reached, Tab stays inside,
 * Escape asks to close, and the focus goes back to where it was.
 * @param {{ label: string, kind?: string, content: HTMLElement, onescape: () => void }} parts
 * @returns {{ element: HTMLDialogElement, close: () => void }}
 */
export function openDialog({ label, kind = '', content, onescape }) {
  closePopover();
  const before = document.activeElement;
  const element = /** @type {HTMLDialogElement} */ (
    h('dialog', { 'aria-label': label, class: kind }, content)
  );
  element.addEventListener('cancel', (event) => {
    if (event.target !== element) return;
    event.preventDefault();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') keepInside(element, event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onescape();
  });
  document.body.append(element);
  element.showModal();
  return {
    element,
    close() {
      if (!element.isConnected) return;
      closePopover();
      element.close();
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
  };
}

const focusable =
  'a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),summary,[tabindex="0"]';

/** Without this, Tab would wander through the browser's own bars after the last control. */
function keepInside(element, event) {
  const all = [...element.querySelectorAll(focusable)].filter((node) => node.checkVisibility());
  const first = all[0];
  const last = all[all.length - 1];
  if (!(first instanceof HTMLElement) || !(last instanceof HTMLElement)) return;
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
