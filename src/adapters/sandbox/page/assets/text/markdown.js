import { h } from '../dom.js';
import { emojiOf } from './emoji.js';
import { channelMention, personMention, safeLink } from './mrkdwn.js';

/** The `markdown` block: ordinary Markdown, of which Slack shows this much. */

const rules = [
  { at: /^`([^`\n]+)`/, make: (match) => h('code', null, match[1]) },
  { at: /^\*\*(.+?)\*\*/, make: (match, lookup) => h('strong', null, spans(match[1], lookup)) },
  { at: /^__(.+?)__/, make: (match, lookup) => h('strong', null, spans(match[1], lookup)) },
  { at: /^~~(.+?)~~/, make: (match, lookup) => h('s', null, spans(match[1], lookup)) },
  { at: /^\*([^*\s][^*]*)\*/, make: (match, lookup) => h('em', null, spans(match[1], lookup)) },
  { at: /^_([^_\s][^_]*)_/, make: (match, lookup) => h('em', null, spans(match[1], lookup)) },
  { at: /^!?\[([^\]]*)\]\(([^()\s]+)\)/, make: (match) => safeLink(match[2], match[1]) },
  { at: /^<(https?:\/\/[^>\s]+)>/, make: (match) => safeLink(match[1], match[1]) },
  { at: /^<@(\w+)>/, make: (match, lookup) => personMention(match[1], lookup) },
  { at: /^<#(\w+)(?:\|[^>]*)?>/, make: (match, lookup) => channelMention(match[1], lookup) },
  { at: /^https?:\/\/[^\s<>)]+[^\s<>).,;:!?]/, make: (match) => safeLink(match[0], match[0]) },
  { at: /^\\([\\`*_{}[\]()#+.!~>-])/, make: (match) => document.createTextNode(match[1]) },
  {
    at: /^:([a-z0-9_+-]+):/,
    make: (match) => document.createTextNode(emojiOf(match[1]) ?? match[0]),
  },
];

function spans(text, lookup) {
  const nodes = [];
  let rest = text;
  let plain = '';
  while (rest) {
    const rule = rules.find(({ at }) => at.test(rest));
    const match = rule?.at.exec(rest);
    if (rule && match) {
      nodes.push(plain, rule.make(match, lookup));
      plain = '';
      rest = rest.slice(match[0].length);
    } else {
      plain += rest[0];
      rest = rest.slice(1);
    }
  }
  return [...nodes, plain];
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(rows, lookup) {
  const [head, , ...body] = rows;
  return h(
    'div.table-wrap',
    null,
    h(
      'table.grid',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          cells(head).map((cell) => h('th', null, spans(cell, lookup))),
        ),
      ),
      h(
        'tbody',
        null,
        body.map((row) =>
          h(
            'tr',
            null,
            cells(row).map((cell) => h('td', null, spans(cell, lookup))),
          ),
        ),
      ),
    ),
  );
}

function list(items, lookup) {
  const ordered = /^\s*\d+[.)]/.test(items[0]);
  return h(
    ordered ? 'ol' : 'ul',
    null,
    items.map((item) => {
      const [, indent, body] = /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(item) ?? ['', '', item];
      const task = /^\[([ xX])\]\s+(.*)$/.exec(body);
      const mark = task ? (task[1] === ' ' ? '☐ ' : '☑ ') : null;
      const level = Math.min(4, Math.floor(indent.length / 2));
      return h(`li.indent-${level}`, null, mark, spans(task ? task[2] : body, lookup));
    }),
  );
}

const kinds = [
  { name: 'list', test: (line) => /^\s*([-*+]|\d+[.)])\s+/.test(line) },
  { name: 'quote', test: (line) => line.startsWith('>') },
  { name: 'table', test: (line) => line.trim().startsWith('|') },
];

/** Takes the lines of one kind that stand together. */
function gather(lines, from, test) {
  let to = from;
  while (to < lines.length && test(lines[to])) to += 1;
  return lines.slice(from, to);
}

/** @param {string} text */
export function markdown(text, lookup) {
  const lines = text.replace(/\r/g, '').split('\n');
  const nodes = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const kind = kinds.find(({ test }) => test(line));
    if (line.startsWith('```')) {
      const body = gather(lines, i + 1, (next) => !next.startsWith('```'));
      nodes.push(h('pre', null, body.join('\n')));
      i += body.length + 1;
    } else if (heading) {
      nodes.push(h(`h${Math.min(6, heading[1].length + 1)}`, null, spans(heading[2], lookup)));
    } else if (/^\s*(---+|\*\*\*+)\s*$/.test(line)) {
      nodes.push(h('hr'));
    } else if (kind) {
      const run = gather(lines, i, kind.test);
      nodes.push(blockOf(kind.name, run, lookup));
      i += run.length - 1;
    } else if (line.trim()) {
      const plain = (next) =>
        next.trim() && !/^(#{1,6}\s|```)/.test(next) && !kinds.some(({ test }) => test(next));
      const run = gather(lines, i, plain);
      nodes.push(h('p', null, spans(run.join('\n'), lookup)));
      i += run.length - 1;
    }
  }
  return h('div.markdown', null, nodes);
}

function blockOf(name, run, lookup) {
  if (name === 'list') return list(run, lookup);
  if (name === 'table' && run.length > 1) return table(run, lookup);
  const body = run.map((line) => line.replace(/^>\s?/, '')).join('\n');
  return name === 'quote'
    ? h('blockquote', null, spans(body, lookup))
    : h('p', null, spans(body, lookup));
}
