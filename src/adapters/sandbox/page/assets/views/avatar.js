import { h } from '../dom.js';
import { store } from '../store.js';
import { initials } from '../text/plain.js';

const hues = 6;

/** A person's letters on their colour; the app has its own picture. */
export function avatar(person, size = '') {
  if (!person) return h('img.avatar', { class: size, src: '/page/icon.svg', alt: '' });
  const hue =
    Math.max(
      0,
      store.workspace.people.findIndex(({ id }) => id === person.id),
    ) % hues;
  return h(`span.avatar.hue-${hue}`, { class: size, 'aria-hidden': 'true' }, initials(person.name));
}
