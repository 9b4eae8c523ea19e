import type { KnownBlock } from '@slack/types';
import type {
  ContactFilter,
  ContactPage,
  ContactSummary,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import {
  actions,
  button,
  context,
  divider,
  header,
  message,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import { clampMrkdwn, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';

export const pageSize = 10;

export type FoundPage = { page: ContactPage; number: number; filter: ContactFilter };

/** One page of contacts. Viewers see masked numbers. */
export function foundContacts(
  { page, number, filter }: FoundPage,
  role: Role,
  words: Reader,
): SlackMessage {
  const pages = Math.max(1, Math.ceil(page.total / pageSize));
  const first = (number - 1) * pageSize + 1;
  const blocks: KnownBlock[] = [
    header(words.say('contacts.find.title')),
    context(
      page.total === 0
        ? words.mrkdwn('contacts.find.nobody')
        : words.mrkdwn('contacts.find.showing', {
            first,
            last: Math.min(first + page.rows.length - 1, page.total),
            total: page.total,
          }),
    ),
    ...page.rows.map((contact) => section(contactLine(contact, role, words))),
    divider(),
    ...(pages > 1 ? [pager(filter, number, pages, words)] : []),
    context(words.mrkdwn('contacts.find.hint')),
  ];
  return message(textIn(blocks), blocks);
}

function contactLine(contact: ContactSummary, role: Role, words: Reader): string {
  const phone = includes(role, 'operator') ? contact.formattedPhone : maskPhone(contact.phone);
  const name =
    escapeMrkdwn(contact.name).replace(/\s+/g, ' ') || words.mrkdwn('contacts.find.no-name');
  const place = [contact.city, contact.state].flatMap((part) => (part ? [escapeMrkdwn(part)] : []));
  const labels = [contact.segment, ...contact.tags].map((each) => escapeMrkdwn(each));
  return [
    `*${clampMrkdwn(name, 120)}*  ${phone}  ${place.join(', ')}`,
    [
      words.mrkdwn(`contacts.standing.${standingOf(contact)}`),
      words.mrkdwn('contacts.find.line-type', { type: contact.lineType ?? 'none' }),
      words.mrkdwn('contacts.find.score', { score: contact.leadScore }),
      clampMrkdwn(labels.join(', '), 200),
    ].join(' · '),
  ].join('\n');
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

function pager(filter: ContactFilter, number: number, pages: number, words: Reader): KnownBlock {
  const turn = (to: number, label: string) =>
    button({
      id: contactIds.findPage,
      unique: to < number ? 'previous' : 'next',
      label,
      value: JSON.stringify({ p: to, f: filter }),
    });
  return actions([
    ...(number > 1 ? [turn(number - 1, words.say('base.previous-page'))] : []),
    ...(number < pages ? [turn(number + 1, words.say('base.next-page'))] : []),
  ]);
}
