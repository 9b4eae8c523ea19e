import { h } from '../dom.js';
import { emojiOf } from './emoji.js';
import { slackDate } from './time.js';

/**
 * Slack's mrkdwn as nodes. Text in is escaped the way Slack wants it (`&amp;` `&lt;` `&gt;`), so a
 * bare `<` opens a mention, link or date, and whatever is not one of these is shown as text.
 *
 * @typedef {object} Readers
 * @property {import('./time.js').Reader} reader
 * @property {(id: string) => string | null} personName
 * @property {(id: string) => string | null} channelName
 */

export const unescapeEntities = (text) =>
  text.replace(/&(lt|gt|amp);/g, (_whole, name) => ({ lt: '<', gt: '>', amp: '&' })[name]);

/** A link that leaves the page only for http(s), mail or phone; anything else stays text. */
export function safeLink(url, label) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return document.createTextNode(label);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

const mention = (text, kind) => h(`span.mention.mention-${kind}`, null, text);

export const broadcast = (range) => mention(`@${range}`, 'broadcast');
export const personMention = (id, lookup) => mention(`@${lookup.personName(id) ?? id}`, 'person');
export const channelMention = (id, lookup) =>
  mention(`#${lookup.channelName(id) ?? id}`, 'channel');

function dateNode(body, lookup) {
  const [command, fallback = ''] = splitOnce(body, '|');
  const [, seconds, pattern, link] = command.split('^');
  const text = slackDate(seconds, pattern, unescapeEntities(fallback), lookup.reader);
  const node = h('time', { title: unescapeEntities(fallback) || null }, text);
  return link ? safeLink(link, text) : node;
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What stands between `<` and `>`. */
function angle(body, lookup) {
  const [target, label] = splitOnce(body, '|');
  if (target.startsWith('@')) return personMention(target.slice(1), lookup);
  if (target.startsWith('#')) {
    const known = lookup.channelName(target.slice(1)) ?? label ?? target.slice(1);
    return mention(`#${unescapeEntities(known)}`, 'channel');
  }
  if (target.startsWith('!date^')) return dateNode(body, lookup);
  if (target.startsWith('!subteam^')) return mention(label ?? '@team', 'broadcast');
  if (target.startsWith('!')) return broadcast(target.slice(1));
  const shown = unescapeEntities(label ?? target.replace(/^(mailto|tel):/, ''));
  return safeLink(unescapeEntities(target), shown);
}

const marks = { '*': 'strong', _: 'em', '~': 's' };
/** A word joiner is no edge of a word either. */
const isWord = (character) => character !== undefined && /[\p{L}\p{N}\u2060]/u.test(character);

/** Where the mark that opens at `at` closes on the same line, or -1. */
function closing(text, at) {
  const mark = text[at];
  if (isWord(text[at - 1]) || /\s/.test(text[at + 1] ?? ' ') || text[at + 1] === mark) return -1;
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '\n') return -1;
    if (text[i] === '<') i = Math.max(i, text.indexOf('>', i));
    else if (text[i] === mark && !/\s/.test(text[i - 1]) && !isWord(text[i + 1])) return i;
  }
  return -1;
}

const automatic =
  /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"]|(?<![\p{L}\p{N}])@(?:here|channel|everyone)\b/gu;

/** Plain text with what Slack finds by itself when the app did not say `verbatim`. */
function bare(text, options) {
  const clean = unescapeEntities(text);
  if (options.verbatim) return [clean];
  const nodes = [];
  let from = 0;
  for (const match of clean.matchAll(automatic)) {
    nodes.push(clean.slice(from, match.index));
    const found = match[0];
    nodes.push(found.startsWith('@') ? broadcast(found.slice(1)) : safeLink(found, found));
    from = match.index + found.length;
  }
  return [...nodes, clean.slice(from)];
}

/** Bold, italics, code, emoji, mentions and links of one piece without blocks. */
export function inline(text, lookup, options = {}) {
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain) nodes.push(...bare(plain, options));
    plain = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const found = token(text, i, lookup, options);
    if (found) {
      flush();
      nodes.push(found.node);
      i = found.end;
    } else {
      plain += text[i];
    }
  }
  flush();
  return nodes;
}

function token(text, i, lookup, options) {
  const character = text[i];
  if (character === '`') {
    const end = text.indexOf('`', i + 1);
    const body = text.slice(i + 1, end);
    if (end > i + 1 && !body.includes('\n')) return { node: code(body, lookup), end };
  } else if (character === '<') {
    const end = text.indexOf('>', i);
    if (end > i + 1) return { node: angle(text.slice(i + 1, end), lookup), end };
  } else if (character === ':') {
    const match = /^:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/.exec(text.slice(i, i + 60));
    const shown = match && emojiOf(match[1]);
    if (match && shown) {
      return { node: h('span.emoji', { title: match[0] }, shown), end: i + match[0].length - 1 };
    }
  } else if (marks[character]) {
    const end = closing(text, i);
    if (end > 0) {
      return {
        node: h(marks[character], null, inline(text.slice(i + 1, end), lookup, options)),
        end,
      };
    }
  }
  return null;
}

/** Inside code only links and mentions keep their meaning. */
function code(body, lookup) {
  const parts = body.split(/(<[^<>\n]+>)/);
  return h(
    'code',
    null,
    parts.map((part) =>
      part.startsWith('<') && part.endsWith('>')
        ? angle(part.slice(1, -1), lookup)
        : unescapeEntities(part),
    ),
  );
}

const quoted = (line) => /^(&gt;|>)/.test(line);

/** Lines with quotes gathered into one block. */
function lines(text, lookup, options) {
  const nodes = [];
  let run = [];
  let quote = false;
  const flush = () => {
    if (run.length === 0) return;
    const body = run.map((line) => (quote ? line.replace(/^(&gt;|>) ?/, '') : line)).join('\n');
    const inner = inline(body, lookup, options);
    nodes.push(quote ? h('blockquote', null, inner) : h('span.lines', null, inner));
    run = [];
  };
  for (const line of text.split('\n')) {
    if (run.length > 0 && quoted(line) !== quote) flush();
    quote = quoted(line);
    run.push(line);
  }
  flush();
  return nodes;
}

/**
 * A whole mrkdwn text.
 * @param {string} text
 * @param {Readers} lookup
 * @param {{ verbatim?: boolean }} [options]
 */
export function mrkdwn(text, lookup, options = {}) {
  const pieces = String(text).split('```');
  const nodes = pieces.map((piece, index) => {
    const fenced = index % 2 === 1 && index < pieces.length - 1;
    if (fenced) return h('pre', null, [...code(piece.replace(/^\n|\n$/g, ''), lookup).childNodes]);
    const loose = index % 2 === 1 ? `\`\`\`${piece}` : piece;
    const trimmed = index > 0 && index % 2 === 0 ? loose.replace(/^\n/, '') : loose;
    return trimmed ? lines(trimmed, lookup, options) : null;
  });
  return h('div.mrkdwn', null, nodes);
}
