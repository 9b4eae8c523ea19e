import type { KnownBlock } from '@slack/types';
import { isReasonCode } from '../../../features/compliance/index.ts';
import type { ConsentEvent } from '../../../features/consent/index.ts';
import type { HistoryMessage } from '../../../features/contacts/index.ts';
import { actions, button, clamp, context, literal, section } from '../blocks.ts';
import { errorText } from '../campaigns/error-text.ts';
import { asMrkdwn, type Mrkdwn, mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { type Card, messagesOnPage } from './card.ts';
import { cardIds } from './ids.ts';

/** Every message and reply, newest first, their words letter by letter. */
export function messageBlocks({ messages, place }: Card, words: Reader): KnownBlock[] {
  const { total, rows } = messages;
  if (total === 0) return [section(words.mrkdwn('card.no-messages'))];
  const pages = Math.ceil(total / messagesOnPage);
  const turn = (page: number, label: string, unique: string) =>
    button({
      id: cardIds.tab,
      unique,
      label,
      value: JSON.stringify({ c: place.c, t: 'messages', p: page }),
    });
  const turns = [
    ...(place.p > 1 ? [turn(place.p - 1, words.say('base.previous-page'), 'previous')] : []),
    ...(place.p < pages ? [turn(place.p + 1, words.say('base.next-page'), 'next')] : []),
  ];
  return [
    ...rows.flatMap((row) => [section(headOf(row, words)), textBlock(row, words)]),
    ...(pages > 1 ? [context(words.mrkdwn('card.page', { n: place.p, pages }))] : []),
    ...(turns.length > 0 ? [actions(turns)] : []),
  ];
}

const textBlock = ({ text }: HistoryMessage, words: Reader): KnownBlock =>
  text.trim() === '' ? context(words.mrkdwn('card.text-gone')) : literal(clamp(text, 1600));

function headOf(row: HistoryMessage, words: Reader): string {
  const at = words.dateTime(row.at);
  if (row.inbound) {
    const label = row.label ?? 'reply';
    return words.mrkdwn('card.message-in', { at, channel: row.channel, label });
  }
  const why = [
    ...row.reasons.filter(isReasonCode).map((reason) => words.mrkdwn(`reason.${reason}`)),
    ...(row.errorCode ? [errorText(words, row.errorCode)] : []),
  ];
  return words.mrkdwn('card.message-out', {
    at,
    channel: row.channel,
    campaign: row.campaignName === null ? 'none' : clamp(row.campaignName, 80),
    purpose: row.purpose,
    step: row.step,
    status: row.status,
    why: asMrkdwn(why.length > 0 ? `: ${why.join(' · ')}` : ''),
  });
}

const entriesShown = 12;

/** The ledger, newest first, each entry with its source, its day and the exact text. */
export function consentBlocks({ consent }: Card, words: Reader): KnownBlock[] {
  const { events, suppressions, imports } = consent;
  const newest = events.toReversed();
  const blocks = [
    ...suppressions.map(({ reason, createdAt, createdBy }) =>
      section(
        words.mrkdwn('card.suppression', {
          reason: reason.replaceAll('-', '_'),
          at: words.dateTime(createdAt),
          by: who(createdBy, words),
        }),
      ),
    ),
    ...newest.slice(0, entriesShown).flatMap((event) => entryBlocks(event, imports, words)),
    ...(newest.length > entriesShown
      ? [context(words.mrkdwn('card.consent-more', { n: newest.length - entriesShown }))]
      : []),
  ];
  return blocks.length > 0 ? blocks : [section(words.mrkdwn('card.no-consent'))];
}

function entryBlocks(
  event: ConsentEvent,
  imports: ReadonlyMap<string, string>,
  words: Reader,
): KnownBlock[] {
  const { evidence, textShown, givenAt } = event;
  const file = typeof evidence.import === 'string' ? imports.get(evidence.import) : undefined;
  const line = words.mrkdwn('card.consent-line', {
    kind: event.kind,
    basis: event.basis,
    channels: words.list(event.channels.map((channel) => words.say('card.channel', { channel }))),
    given: givenAt ? words.date(givenAt) : 'none',
  });
  const source = words.mrkdwn('card.consent-source', {
    source: event.source,
    file: file === undefined ? 'none' : clamp(file, 80),
    row: typeof evidence.row === 'number' ? String(evidence.row) : 'none',
    at: words.dateTime(event.recordedAt),
    by: who(event.recordedBy, words),
  });
  return [
    section(`${line}\n${source}`),
    ...(textShown
      ? [context(words.mrkdwn('card.consent-text')), literal(clamp(textShown, 2500))]
      : event.kind === 'grant'
        ? [context(words.mrkdwn('card.consent-no-text'))]
        : []),
  ];
}

/** A member of the workspace by name, the contact as "the person", anything else as it is. */
function who(by: string, words: Reader): Mrkdwn | string {
  if (/^[UW][A-Z0-9]{4,}$/.test(by)) return mention(by);
  return by === 'person' ? words.say('card.person') : by;
}
