import { withEmoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';

/** A text object (`plain_text` or `mrkdwn`) as something to put into the page. */
export function textNode(object, lookup) {
  if (!object) return null;
  if (object.type === 'mrkdwn') {
    return mrkdwn(object.text, lookup, { verbatim: object.verbatim === true });
  }
  return plain(object);
}

/** The words of a `plain_text` object; shortcodes count unless it says `emoji: false`. */
export function plain(object) {
  if (!object) return '';
  return object.emoji === false ? object.text : withEmoji(object.text);
}

/** `Maria Santos` → `MS`. */
export function initials(name) {
  const words = String(name).trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
