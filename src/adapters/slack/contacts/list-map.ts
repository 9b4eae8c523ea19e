import type { KnownBlock } from '@slack/types';
import type { StateRate } from '../../../features/contacts/index.ts';
import { type ContactMapChart, leastForRate } from '../../../features/reports/index.ts';
import type { Role } from '../../../features/team/index.ts';
import { stateCodes } from '../../../features/validation/index.ts';
import { actions, context, type SlackMessage, section, select, slackImage } from '../blocks.ts';
import { clamp, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { findIds } from './find-ids.ts';
import { type ListPage, messageOf } from './list-message.ts';

/** The picture: there, on its way, or not to be had. */
export type Picture = { fileId: string } | 'drawing' | 'none';

const listed = 10;

/** The states in a picture and in words, and a select into each of them. */
export function mapMessage(
  page: ListPage,
  states: readonly StateRate[],
  picture: Picture,
  role: Role,
  words: Reader,
): SlackMessage {
  const shown = ordered(page, states);
  const lines = shown.slice(0, listed).map((row) => stateLine(row, words, isByRate(page)));
  const others = shown.slice(listed);
  if (others.length > 0) {
    const people = others.reduce((sum, row) => sum + row.contacts, 0);
    lines.push(words.mrkdwn('contacts.map.others', { states: others.length, people }));
  }
  const note = picture === 'drawing' ? ['contacts.map.drawing' as const] : [];
  const body: KnownBlock[] = [
    context(words.mrkdwn('contacts.map.people', { n: peopleOf(states), states: states.length })),
    ...(typeof picture === 'object'
      ? [slackImage(picture.fileId, mapAlt(page, states, words))]
      : []),
    ...note.map((key) => context(words.mrkdwn(key))),
    section(lines.join('\n')),
    ...drill(page, shown, words),
  ];
  const { text: _page, ...rest } = messageOf({ ...page, rows: [] }, role, words, body);
  return { ...rest, text: clamp([escapeMrkdwn(page.said), ...lines].join('\n'), 3_900) };
}

export function mapChart(
  page: ListPage,
  states: readonly StateRate[],
  words: Reader,
): ContactMapChart {
  const by = isByRate(page) ? 'rate' : 'people';
  return {
    by,
    title: words.say(`contacts.map.title.${by}`),
    subtitle: clamp(page.said, 70),
    states: states.map((row) => ({ ...row })),
    words: {
      noContacts: words.say('reports.chart.no-contacts'),
      tooFew: words.say('reports.chart.too-few', { n: leastForRate }),
      noRate: words.say('reports.chart.no-rate'),
      locale: words.locale,
    },
  };
}

/** What the picture says, for those who hear it. */
export const mapAlt = (page: ListPage, states: readonly StateRate[], words: Reader): string =>
  words.say('contacts.map.alt', {
    states: ordered(page, states)
      .slice(0, 12)
      .map((row) => plainLine(row, words, isByRate(page)))
      .join('; '),
  });

const isByRate = ({ list }: ListPage): boolean => list.view === 'map-rates';

const rateOf = ({ delivered, replied }: StateRate): number | null =>
  delivered < leastForRate ? null : replied / delivered;

/** By what the map shades, most first. */
const ordered = (page: ListPage, states: readonly StateRate[]): StateRate[] =>
  isByRate(page)
    ? [...states].sort((a, b) => (rateOf(b) ?? -1) - (rateOf(a) ?? -1) || b.contacts - a.contacts)
    : [...states];

const plainLine = (row: StateRate, words: Reader, byRate: boolean): string =>
  words.say('contacts.map.state', {
    state: row.state,
    people: row.contacts,
    rate: rateText(row, words),
    said: row.delivered > 0 || byRate ? 'yes' : 'no',
    replied: row.replied,
    delivered: row.delivered,
  });

const stateLine = (row: StateRate, words: Reader, byRate: boolean): string => {
  const line = escapeMrkdwn(plainLine(row, words, byRate));
  const state = escapeMrkdwn(row.state);
  return line.startsWith(state) ? `*${state}*${line.slice(state.length)}` : line;
};

function rateText(row: StateRate, words: Reader): string {
  if (row.delivered === 0) return words.say('contacts.map.no-rate');
  const rate = rateOf(row);
  return rate === null ? words.say('contacts.map.few') : words.percent(rate);
}

const peopleOf = (states: readonly StateRate[]): number =>
  states.reduce((sum, row) => sum + row.contacts, 0);

function drill(page: ListPage, states: readonly StateRate[], words: Reader): KnownBlock[] {
  const known = states.filter(({ state }) => stateCodes.includes(state));
  if (known.length === 0) return [];
  const choices = known.map(({ state, contacts }) => ({
    value: state,
    label: `${state} (${words.number(contacts)})`,
  }));
  const element = select(`${findIds.drill}:${page.list.id}`, choices, {
    placeholder: words.say('contacts.map.drill'),
  });
  return [actions([element])];
}
