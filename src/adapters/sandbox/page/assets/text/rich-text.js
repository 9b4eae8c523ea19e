import { h } from '../dom.js';
import { emojiOf } from './emoji.js';
import { broadcast, channelMention, personMention, safeLink } from './mrkdwn.js';
import { slackDate } from './time.js';

/** The `rich_text` block: nothing in it is parsed, so a contact's name can never become a mention. */

function leaf(element, lookup) {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return safeLink(element.url, element.text ?? element.url);
    case 'emoji':
      return emojiOf(element.name) ?? `:${element.name}:`;
    case 'user':
      return personMention(element.user_id, lookup);
    case 'channel':
      return channelMention(element.channel_id, lookup);
    case 'usergroup':
      return h('span.mention', null, '@group');
    case 'broadcast':
      return broadcast(element.range);
    case 'date': {
      const fallback = element.fallback ?? String(element.timestamp);
      return h('time', null, slackDate(element.timestamp, element.format, fallback, lookup.reader));
    }
    case 'color':
      return element.value;
    default:
      return h('span.unknown', null, `[${element.type}]`);
  }
}

const styles = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };

function styled(element, lookup) {
  let node = leaf(element, lookup);
  for (const [style, tag] of Object.entries(styles)) {
    if (element.style?.[style]) node = h(tag, null, node);
  }
  return node;
}

const run = (elements, lookup) => elements.map((element) => styled(element, lookup));

function part(element, lookup) {
  switch (element.type) {
    case 'rich_text_section':
      return h('div.rt-section', null, run(element.elements, lookup));
    case 'rich_text_quote':
      return h('blockquote', null, run(element.elements, lookup));
    case 'rich_text_preformatted':
      return h('pre', null, run(element.elements, lookup));
    case 'rich_text_list':
      return h(
        `${element.style === 'ordered' ? 'ol' : 'ul'}.indent-${Math.min(8, element.indent ?? 0)}`,
        null,
        element.elements.map((item) => h('li', null, run(item.elements, lookup))),
      );
    default:
      return h('span.unknown', null, `[${element.type}]`);
  }
}

/** @param {{ elements: any[] }} block */
export function richText(block, lookup) {
  return h(
    'div.rich-text',
    null,
    block.elements.map((element) => part(element, lookup)),
  );
}

/** What a person typed into a rich text field, as the block Slack would make of it. */
export function asRichText(text) {
  const elements = text ? [{ type: 'text', text }] : [];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** The plain words of a rich text block. */
export function plainOf(block) {
  const words = (element) =>
    element.text ?? element.url ?? (element.elements ?? []).map(words).join('');
  return (block?.elements ?? []).map(words).join('\n');
}
