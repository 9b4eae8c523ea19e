import type { CardBlock, KnownBlock, TableBlock } from '@slack/types';
import { alsoCalled, type ContactSummary } from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import { button, clamp, cleanText, mrkdwnText, section } from '../blocks.ts';
import { clampMrkdwn, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { findIds } from './find-ids.ts';

/** What a button or an option says that takes somebody out again, who is put in by the id alone. */
export const leave = (id: string): string => `-${id}`;

/** Who looks at whom: viewers see masked numbers, and choose nobody for an action. */
export type Onlooker = {
  role: Role;
  words: Reader;
  listId: string;
  picked: ReadonlySet<string>;
  /** By which they were found: who was found by another name of theirs is shown with it. */
  search: string | undefined;
};

/** Longer names are cut: the card of a person has the whole one. */
const widths = { name: 28, oneOfTwoNames: 16, segment: 16 };

export type Column = 'name' | 'phone' | 'state' | 'standing' | 'score' | 'segment';

/** Slack's own table: one row each. It has nothing to click, so the selects below stand for that. */
export function tableOf(
  rows: readonly ContactSummary[],
  onlooker: Onlooker,
  columns: readonly Column[],
): TableBlock {
  const { role, words, picked } = onlooker;
  const cell = (text: string) => ({
    type: 'raw_text' as const,
    text: cleanText(text).replace(/\s+/g, ' ').trim() || '–',
  });
  const texts: Readonly<Record<Column, (contact: ContactSummary) => string>> = {
    name: (contact) =>
      `${picked.has(contact.id) ? '✓ ' : ''}${called(contact, onlooker, alsoCalled(contact, onlooker.search) === null ? widths.name : widths.oneOfTwoNames)}`,
    phone: (contact) => phoneOf(contact, role),
    state: ({ state }) => state,
    standing: (contact) => words.say(`contacts.standing.${standingOf(contact)}`),
    score: ({ leadScore }) => words.number(leadScore),
    segment: ({ segment }) => clamp(segment, widths.segment),
  };
  return {
    type: 'table',
    rows: [
      columns.map((column) => cell(words.say(`contacts.list.column.${column}`))),
      ...rows.map((contact) => columns.map((column) => cell(texts[column](contact)))),
    ],
    column_settings: columns.map((column) => ({ align: column === 'score' ? 'right' : 'left' })),
  };
}

/** Ten cards, each with its own buttons. */
export const cardsOf = (rows: readonly ContactSummary[], onlooker: Onlooker): CardBlock[] =>
  rows.map((contact) => ({
    type: 'card',
    title: mrkdwnText(`*${escaped(called(contact, onlooker, 60))}*`, 150),
    subtitle: mrkdwnText(whereabouts(contact, onlooker.role), 150),
    body: mrkdwnText(standingLine(contact, onlooker.words), 200),
    actions: cardButtons(contact, onlooker),
  }));

/** The same as plain sections, where Slack knows neither tables nor cards. */
export const linesOf = (rows: readonly ContactSummary[], onlooker: Onlooker): KnownBlock[] =>
  rows.map((contact) => section(contactLine(contact, onlooker)));

export const contactLine = (contact: ContactSummary, onlooker: Onlooker): string => {
  const { role, words } = onlooker;
  return [
    `*${escaped(called(contact, onlooker, 60))}*  ${clampMrkdwn(whereabouts(contact, role), 120)}`,
    clampMrkdwn(standingLine(contact, words), 200),
  ].join('\n');
};

/** One short line, where there are many. */
export const shortLine = (contact: ContactSummary, onlooker: Onlooker): string => {
  const { role, words, picked } = onlooker;
  return [
    `${picked.has(contact.id) ? '✓ ' : ''}*${escaped(called(contact, onlooker, 28))}*`,
    phoneOf(contact, role),
    clampMrkdwn(escapeMrkdwn(contact.state), 20),
    words.mrkdwn(`contacts.standing.${standingOf(contact)}`),
    words.number(contact.leadScore),
  ].join(' · ');
};

/** How a contact is called in a select: never with the whole number. */
export function optionLabel(
  contact: ContactSummary,
  seen: Pick<Onlooker, 'words' | 'search'>,
): string {
  const last = contact.phone.slice(-4);
  const width = alsoCalled(contact, seen.search) === null ? 48 : 24;
  return `${called(contact, seen, width)} · …${last} · ${contact.state}`;
}

const nameOf = ({ name }: ContactSummary, words: Reader): string =>
  cleanText(name).replace(/\s+/g, ' ').trim() || words.say('contacts.find.no-name');

/** The name, and in brackets the other one that a search looked for. */
function called(
  contact: ContactSummary,
  { words, search }: Pick<Onlooker, 'words' | 'search'>,
  width: number,
): string {
  const name = clamp(nameOf(contact, words), width);
  const other = alsoCalled(contact, search);
  if (other === null) return name;
  const also = clamp(cleanText(other).replace(/\s+/g, ' ').trim(), Math.min(width, 24));
  return words.say('contacts.find.also', { name, also });
}

const escaped = (text: string) => clampMrkdwn(escapeMrkdwn(text), 120);

const phoneOf = (contact: ContactSummary, role: Role): string =>
  includes(role, 'operator') ? contact.formattedPhone : maskPhone(contact.phone);

function whereabouts(contact: ContactSummary, role: Role): string {
  const place = [contact.city, contact.state].flatMap((part) => (part ? [escapeMrkdwn(part)] : []));
  return `${phoneOf(contact, role)}  ${place.join(', ')}`;
}

function standingLine(contact: ContactSummary, words: Reader): string {
  const labels = [contact.segment, ...contact.tags].map((each) => escapeMrkdwn(each));
  return [
    words.mrkdwn(`contacts.standing.${standingOf(contact)}`),
    words.mrkdwn('contacts.find.line-type', { type: contact.lineType ?? 'none' }),
    words.mrkdwn('contacts.find.score', { score: contact.leadScore }),
    labels.join(', '),
  ].join(' · ');
}

function cardButtons(contact: ContactSummary, { role, words, listId, picked }: Onlooker) {
  const name = nameOf(contact, words);
  const chosen = picked.has(contact.id);
  const open = button({
    id: findIds.card,
    unique: contact.id,
    label: words.say('contacts.list.open'),
    value: contact.id,
    accessibilityLabel: words.say('contacts.list.open-named', { name }),
  });
  const choose = button({
    id: findIds.pick,
    unique: contact.id,
    label: words.say(chosen ? 'contacts.list.unpick' : 'contacts.list.pick'),
    value: `${listId}|${chosen ? leave(contact.id) : contact.id}`,
    accessibilityLabel: words.say('contacts.list.pick-named', { name }),
  });
  return includes(role, 'operator') ? [open, choose] : [open];
}

const consents = ['documented', 'asserted', 'unattested', 'revoked', 'refused'] as const;

/** The gravest thing first, then the best consent over texts and WhatsApp. */
function standingOf(contact: ContactSummary) {
  if (contact.optedOut) return 'opted-out';
  if (contact.doNotCall) return 'do-not-call';
  if (contact.dead) return 'dead';
  if (contact.unreachable) return 'unreachable';
  return consents.find((c) => c === contact.consentSms || c === contact.consentWhatsapp) ?? 'none';
}
