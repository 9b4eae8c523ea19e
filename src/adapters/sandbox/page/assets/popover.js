import { h } from './dom.js';

/** Small windows that hang on something: menus, lists, cards. One at a time per level. */

let open = null;

/** Closes what hangs open. */
export function closePopover() {
  open?.close();
}

/**
 * Shows `content` below (or above) `anchor`, inside the dialog the anchor stands in, so that it is
 * neither cut off nor inert.
 * @param {HTMLElement} anchor
 * @param {HTMLElement} content
 * @param {{ onclose?: () => void, wide?: boolean, end?: boolean, label?: string }} [options]
 * @returns {{ close: () => void, place: () => void, element: HTMLElement }}
 */
export function openPopover(anchor, content, options = {}) {
  closePopover();
  const element = h('div.popover', { popover: 'manual' }, content);
  (anchor.closest('dialog') ?? document.body).append(element);
  element.showPopover();

  const place = () => position(element, anchor, options);
  const outside = (event) => {
    if (!element.contains(event.target) && !anchor.contains(event.target)) handle.close();
  };
  const onEscape = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    handle.close();
    if (element.contains(document.activeElement)) anchor.focus();
  };
  const handle = {
    element,
    place,
    close() {
      if (open !== handle) return;
      open = null;
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('keydown', onEscape, true);
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
      const hadFocus = element.contains(document.activeElement);
      element.remove();
      if (hadFocus && anchor.isConnected) anchor.focus();
      options.onclose?.();
    },
  };
  open = handle;
  document.addEventListener('pointerdown', outside, true);
  document.addEventListener('keydown', onEscape, true);
  window.addEventListener('resize', place);
  window.addEventListener('scroll', place, true);
  place();
  return handle;
}

function position(element, anchor, { wide = false, end = false }) {
  const at = anchor.getBoundingClientRect();
  const margin = 8;
  if (wide) element.style.minWidth = `${Math.min(at.width, innerWidth - 2 * margin)}px`;
  const below = innerHeight - at.bottom - margin;
  const above = at.top - margin;
  element.style.maxHeight = `${Math.max(120, Math.min(380, Math.max(below, above) - 6))}px`;
  const size = element.getBoundingClientRect();
  const fitsBelow = size.height <= below - 4 || below >= above;
  const top = fitsBelow ? at.bottom + 4 : at.top - size.height - 4;
  const wanted = end ? at.right - size.width : at.left;
  const left = Math.max(margin, Math.min(wanted, innerWidth - size.width - margin));
  element.style.top = `${Math.max(margin, top)}px`;
  element.style.left = `${left}px`;
}

/**
 * A menu of choices with arrow keys.
 * @param {HTMLElement} anchor
 * @param {{ label: Node | string, note?: string, run: () => void, danger?: boolean }[]} items
 * @param {{ label: string, end?: boolean }} options
 */
export function openMenu(anchor, items, options) {
  const buttons = items.map((item) =>
    h(
      'button.menu-item',
      {
        type: 'button',
        role: 'menuitem',
        class: item.danger ? 'danger' : '',
        onclick: () => {
          handle.close();
          item.run();
        },
      },
      h('span', null, item.label),
      item.note ? h('span.menu-note', null, item.note) : null,
    ),
  );
  const menu = h('div.menu', { role: 'menu', 'aria-label': options.label }, buttons);
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Tab') handle.close();
    if (!step) return;
    event.preventDefault();
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  });
  anchor.setAttribute('aria-expanded', 'true');
  const handle = openPopover(anchor, menu, {
    end: options.end ?? true,
    onclose: () => anchor.setAttribute('aria-expanded', 'false'),
  });
  buttons[0]?.focus();
  return handle;
}
