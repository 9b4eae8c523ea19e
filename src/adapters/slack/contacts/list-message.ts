import type { KnownBlock } from '@slack/types';
import {
  type ContactSummary,
  isEverybody,
  pageSizeOf,
  type Sight,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import {
  actions,
  button,
  context,
  divider,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks.ts';
import { clampMrkdwn, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { findIds } from './find-ids.ts';
import {
  choosingControls,
  filterControls,
  pager,
  type Shown,
  viewControls,
} from './list-controls.ts';
import {
  type Column,
  cardsOf,
  contactLine,
  linesOf,
  type Onlooker,
  shortLine,
  tableOf,
} from './list-rows.ts';

export type ListPage = Shown & {
  rows: readonly ContactSummary[];
  /** The filter as a person would say it; plain text. */
  said: string;
};

/** `plain` is for a Slack that does not take the blocks of `rich`: it says and offers the same. */
export type ShownList = { rich: SlackMessage; plain: SlackMessage };

/** A page of contacts as a table or as cards. */
export function listMessage(page: ListPage, role: Role, words: Reader): ShownList {
  if (page.total === 0) return both(nobody(page, words));
  const onlooker = onlookerOf(page, role, words);
  const around = (body: readonly KnownBlock[]) =>
    messageOf(page, role, words, [
      context(counted(page, words), words.mrkdwn('contacts.list.help')),
      ...body,
      ...pager(page, words),
    ]);
  const rich = page.list.view === 'cards' ? cardsOf(page.rows, onlooker) : fitting(page, onlooker);
  return { rich: around(rich), plain: around(plainRows(page, onlooker)) };
}

/** What stands above and below whatever shows the people. */
export function messageOf(
  page: ListPage,
  role: Role,
  words: Reader,
  body: readonly KnownBlock[],
): SlackMessage {
  const top = [header(words.say('contacts.find.title')), section(filterLine(page, words))];
  const blocks = [
    ...top,
    ...body,
    divider(),
    viewControls(page, words),
    filterControls(page, role, words),
    ...choosingControls(page, words),
  ];
  const onlooker = onlookerOf(page, role, words);
  const lines = page.rows.map((contact) => contactLine(contact, onlooker));
  const said = [filterLine(page, words), counted(page, words), ...lines].join('\n');
  return message(said, blocks);
}

export const filterLine = ({ said }: ListPage, words: Reader): string =>
  `*${words.say('contacts.filter.label')}* ${clampMrkdwn(escapeMrkdwn(said), 900)}`;

export function counted(page: ListPage, words: Reader): string {
  const { list, rows, total, more, number, pages } = page;
  const first = (number - 1) * pageSizeOf(list) + 1;
  return words.mrkdwn('contacts.list.showing', {
    first,
    last: first + rows.length - 1,
    total,
    more: more ? 'yes' : 'no',
    number,
    pages,
    sort: words.say(`contacts.list.sort.${list.sort}`),
  });
}

const onlookerOf = ({ list }: ListPage, role: Role, words: Reader): Onlooker => ({
  role,
  words,
  listId: list.id,
  picked: new Set(list.picked),
  search: list.filter.search,
});

/** Slack refuses more than 13,200 characters of blocks; the controls around take about 3,000. */
const room = 10_000;

const columnSets: readonly (readonly Column[])[] = [
  ['name', 'phone', 'state', 'standing', 'score', 'segment'],
  ['name', 'phone', 'state', 'standing', 'score'],
  ['name', 'phone', 'state', 'score'],
];

/** A table with as many columns as Slack takes of so many people. */
function fitting(page: ListPage, onlooker: Onlooker): KnownBlock[] {
  for (const columns of columnSets) {
    const table = tableOf(page.rows, onlooker, columns);
    const weight = table.rows
      .flat()
      .reduce((sum, cell) => sum + 20 + ('text' in cell ? cell.text.length : 0), 0);
    if (weight <= room) return [table];
  }
  return plainRows(page, onlooker);
}

/** Fifty blocks are the most of a message: five people share one when there are many. */
function plainRows({ rows }: ListPage, onlooker: Onlooker): KnownBlock[] {
  if (rows.length <= 10) return linesOf(rows, onlooker);
  const groups: KnownBlock[] = [];
  for (let from = 0; from < rows.length; from += 5) {
    const lines = rows.slice(from, from + 5).map((contact) => shortLine(contact, onlooker));
    groups.push(section(lines.join('\n')));
  }
  return groups;
}

function nobody(page: ListPage, words: Reader): SlackMessage {
  const { id, filter } = page.list;
  const filtered = !isEverybody(filter);
  const said = filtered
    ? [filterLine(page, words), words.mrkdwn('contacts.find.nobody')]
    : [words.mrkdwn('contacts.find.nobody-yet')];
  return message(said.join('\n'), [
    header(words.say('contacts.find.title')),
    ...said.map((line) => section(line)),
    actions([
      ...(filtered
        ? [
            button({
              id: findIds.filters,
              label: words.say('contacts.list.filters'),
              value: id,
              style: 'primary',
            }),
            button({
              id: findIds.everybody,
              label: words.say('contacts.list.everybody'),
              value: id,
            }),
          ]
        : []),
      button({
        id: findIds.savedFilters,
        label: words.say('contacts.list.saved-filters'),
        value: id,
      }),
    ]),
  ]);
}

const both = (shown: SlackMessage): ShownList => ({ rich: shown, plain: shown });

/** A viewer reads masked numbers, and finds out no more by searching. */
export const sightOf = (role: Role): Sight => ({ masked: !includes(role, 'operator') });

/** Only those who may act on many are handed selections. */
export const mayActOnMany = (role: Role): boolean => includes(role, 'operator');
