import type { KnownBlock, ModalView } from '@slack/types';
import { bandOf, type ScoreExplanation } from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import {
  actions,
  alert,
  button,
  clamp,
  context,
  divider,
  fields,
  header,
  modal,
  section,
} from '../blocks.ts';
import { rowText, ruleLines, verdictText } from '../campaigns/why-view.ts';
import { unformatted } from '../errors.ts';
import { asMrkdwn, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { type Card, cardTabs } from './card.ts';
import { cardActions } from './card-actions.ts';
import { consentBlocks, messageBlocks } from './card-tabs.ts';
import { validationBlocks } from './card-validation.ts';
import { cardIds } from './ids.ts';

/** `text` is escaped mrkdwn. */
export type Notice = { text: string; level: 'success' | 'warning' | 'info' };

/** A contact's card, one tab of it. Viewers see a masked number. */
export function cardView(
  card: Card,
  role: Role,
  words: Reader,
  notices: readonly Notice[] = [],
): ModalView {
  const { contact, place } = card;
  const name = clamp(contact.name || words.say('card.no-name'), 140);
  const phone = includes(role, 'operator') ? contact.formattedPhone : maskPhone(contact.phone);
  return modal({
    id: cardIds.card,
    title: words.say('card.title'),
    close: words.say('base.close'),
    metadata: place,
    blocks: [
      ...notices.map(noticeBlock),
      header(name),
      context(`${escapeMrkdwn(phone)} · ${words.mrkdwn(`contacts.standing.${standingOf(card)}`)}`),
      actions(tabs(card, words)),
      divider(),
      ...bodyOf(card, role, words),
    ],
  });
}

/** An alert takes 200 characters of plain text; what is longer must not lose its end. */
const noticeBlock = ({ text, level }: Notice): KnownBlock =>
  text.length <= 200 ? alert(unformatted(text), level) : section(text);

export const loadingCard = (words: Reader): ModalView =>
  modal({
    id: cardIds.card,
    title: words.say('card.title'),
    close: words.say('base.close'),
    blocks: [section(words.mrkdwn('base.loading'))],
  });

function tabs({ place, counts }: Card, words: Reader) {
  const total = counts.inbound + counts.outbound;
  return cardTabs.map((tab) =>
    button({
      id: cardIds.tab,
      unique: tab,
      label: words.say(`card.tab-${tab}`, { n: total }),
      value: JSON.stringify({ c: place.c, t: tab }),
      ...(tab === place.t && { style: 'primary' as const }),
    }),
  );
}

function bodyOf(card: Card, role: Role, words: Reader): KnownBlock[] {
  switch (card.place.t) {
    case 'messages':
      return messageBlocks(card, words);
    case 'consent':
      return consentBlocks(card, words);
    case 'validation':
      return validationBlocks(card, words);
    default:
      return overview(card, role, words);
  }
}

const consents = ['documented', 'asserted', 'unattested', 'revoked', 'refused'] as const;

/** The gravest thing first, then the best consent over texts and WhatsApp. */
function standingOf({ contact }: Card) {
  if (contact.optedOut) return 'opted-out';
  if (contact.doNotCall) return 'do-not-call';
  if (contact.dead) return 'dead';
  return consents.find((c) => c === contact.consentSms || c === contact.consentWhatsapp) ?? 'none';
}

function overview(card: Card, role: Role, words: Reader): KnownBlock[] {
  const { contact, why } = card;
  const past = why.person.rows.map((row) => rowText(words, row)).join('\n');
  return [
    ...(contact.erasedAt
      ? [section(words.mrkdwn('card.erased', { at: words.dateTime(contact.erasedAt) }))]
      : []),
    fields(identity(card, words)),
    ...(contact.firstNameConflict
      ? [
          context(
            words.mrkdwn('card.other-names', {
              names: clamp(contact.otherNames.join(', '), 300),
            }),
          ),
        ]
      : []),
    section(scoreText(card.score, words)),
    divider(),
    section(
      `*${words.mrkdwn('card.now')}*\n${verdictText(words, why.explanation)}\n${ruleLines(words, why.explanation).join('\n')}`,
    ),
    section(`*${words.mrkdwn('card.campaigns')}*\n${past || words.mrkdwn('why.no-campaigns')}`),
    context(words.mrkdwn('why.clock', { zone: words.timeZone })),
    ...cardActions(card, role, words),
  ];
}

function identity({ contact, counts }: Card, words: Reader): [string, string][] {
  const day = (at: Date | null) => (at ? words.date(at) : words.say('card.never'));
  return [
    [
      words.mrkdwn('card.place'),
      words.mrkdwn('card.place-value', {
        city: contact.city ?? 'none',
        state: contact.addressState ?? contact.state,
        zip: contact.zip ?? 'none',
        from: contact.addressState === null ? 'area' : 'address',
      }),
    ],
    // Address and area code may name two states: then both bind, on all their clocks.
    [
      words.mrkdwn('card.rules'),
      words.mrkdwn('card.rules-value', {
        states: contact.ruleStates.length === 0 ? 'none' : words.list(contact.ruleStates),
        clocks: words.list(contact.zones.map(cityOf)),
      }),
    ],
    [words.mrkdwn('card.segment'), escapeMrkdwn(contact.segment)],
    [words.mrkdwn('card.tags'), escapeMrkdwn(clamp(contact.tags.join(', '), 300)) || '–'],
    [
      words.mrkdwn('card.line'),
      [
        words.mrkdwn('contacts.find.line-type', { type: contact.lineType ?? 'none' }),
        ...(contact.carrier ? [escapeMrkdwn(contact.carrier)] : []),
      ].join(', '),
    ],
    [
      words.mrkdwn('card.history'),
      words.mrkdwn('card.history-value', {
        outbound: counts.outbound,
        inbound: counts.inbound,
        campaigns: counts.campaigns,
      }),
    ],
    [
      words.mrkdwn('card.last'),
      words.mrkdwn('card.last-value', {
        sent: day(contact.lastContactDate),
        heard: day(contact.lastInboundAt),
      }),
    ],
    [
      words.mrkdwn('card.purchases'),
      words.mrkdwn('card.purchases-value', {
        n: counts.purchases,
        amount: words.money(counts.spent),
      }),
    ],
    [words.mrkdwn('card.since'), words.date(contact.createdAt)],
  ];
}

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ');

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Score 85 (hot): answered in the last 7 days +30, …" */
export function scoreText({ score, closed, parts }: ScoreExplanation, words: Reader): string {
  const reasons = parts.map(({ factor, points }) =>
    words.mrkdwn('score.part', {
      factor: lowered(words.say(`score.factor.${factor}`)),
      points: points > 0 ? `+${points}` : String(points),
    }),
  );
  const why = closed
    ? words.mrkdwn('score.closed', { why: closed.replaceAll('-', '_') })
    : reasons.join(', ') || words.mrkdwn('score.nothing');
  return words.mrkdwn('score.line', {
    score,
    band: words.say(`score.band.${bandOf(score)}`),
    parts: asMrkdwn(why),
  });
}
