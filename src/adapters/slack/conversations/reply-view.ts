import type { KnownBlock } from '@slack/types';
import type { ReplyNotice } from '../../../features/conversations/index.ts';
import { actions, button, confirmation, context, literal, message, section } from '../blocks.ts';
import { cardIds } from '../contact-card/ids.ts';
import { clamp, mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { ids, replyBlock } from './ids.ts';

/** So much of their words several replies may show together; Slack refuses a message that is longer. */
const wordsTogether = 4_000;

/**
 * What people wrote, a few in one message: who (masked), about what, their words letter by letter,
 * what a person of the team made of it or still has to.
 */
export function repliesMessage(
  words: Reader,
  notices: readonly ReplyNotice[],
): { text: string; blocks: KnownBlock[] } {
  const longest = Math.floor(wordsTogether / Math.max(2, notices.length));
  const title = words.mrkdwn('conversations.title', { count: notices.length });
  const waits = notices.some(isOpen) ? [words.mrkdwn('conversations.unclear')] : [];
  const { text } = message(
    [title, ...notices.map((notice) => textOf(words, notice, longest)), ...waits].join('\n\n'),
  );
  return {
    text,
    blocks: [
      section(title),
      ...notices.flatMap((notice) => blocksOf(words, notice, longest)),
      ...(waits.length > 0 ? [context(...waits)] : []),
    ],
  };
}

const isOpen = ({ label, decided }: ReplyNotice): boolean => label === 'unclear' && !decided;

function whoText(words: Reader, notice: ReplyNotice): string {
  const name = notice.name === '' ? words.say('conversations.nobody') : clamp(notice.name, 60);
  const who = words.mrkdwn('conversations.who', {
    name,
    phone: notice.maskedPhone,
    channel: notice.channel,
  });
  const about = notice.campaignName
    ? words.mrkdwn('conversations.about', { campaign: clamp(notice.campaignName, 80) })
    : words.mrkdwn('conversations.about-nothing');
  return `${who} · ${about}`;
}

const theirWords = (words: Reader, { text }: ReplyNotice, longest: number): string =>
  text.trim() === '' ? words.say('conversations.no-text') : clamp(text, longest);

/** What is known of it by now; null while nobody had to decide anything. */
function standText(words: Reader, { label, decided, optedOut }: ReplyNotice): string | null {
  if (decided) {
    return words.mrkdwn('conversations.decided', {
      label: label === 'opt_out' ? 'opt_out' : 'reply',
      by: mention(decided.by),
      at: words.dateTime(decided.at),
    });
  }
  return optedOut ? words.mrkdwn('conversations.is-out') : null;
}

function textOf(words: Reader, notice: ReplyNotice, longest: number): string {
  const stand = standText(words, notice);
  const said = words.mrkdwn('conversations.said', { text: theirWords(words, notice, longest) });
  return [whoText(words, notice), said, ...(stand ? [stand] : [])].join('\n');
}

function blocksOf(words: Reader, notice: ReplyNotice, longest: number): KnownBlock[] {
  const stand = standText(words, notice);
  const open = isOpen(notice);
  const mayOptOut = notice.label !== 'opt_out' && !notice.optedOut;
  const blockId = replyBlock(notice.id);
  const who = whoText(words, notice);
  const decisions = open
    ? reviewButtons(words, notice)
    : mayOptOut
      ? [optOutButton(words, notice, 'conversations.opt-out')]
      : [];
  const buttons = [...decisions, ...cardButton(words, notice)];
  return [
    section(who, { blockId }),
    literal(theirWords(words, notice, longest)),
    ...(stand ? [context(stand)] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}

/** Who this is, for a person of the team who wants to know more. */
const cardButton = (words: Reader, { id, contactId, name, maskedPhone }: ReplyNotice) =>
  contactId
    ? [
        button({
          id: cardIds.open,
          unique: id,
          label: words.say('card.open'),
          value: contactId,
          accessibilityLabel: words.say('card.open-of', { name: clamp(name, 40) || maskedPhone }),
        }),
      ]
    : [];

function optOutButton(
  words: Reader,
  { id, maskedPhone }: ReplyNotice,
  label: 'conversations.opt-out' | 'conversations.is-opt-out',
) {
  return button({
    id: ids.optOut,
    unique: id,
    label: words.say(label),
    value: id,
    confirm: confirmation({
      title: words.say('conversations.opt-out.title'),
      text: words.mrkdwn('conversations.opt-out.text', { phone: maskedPhone }),
      confirm: words.say('conversations.opt-out'),
      deny: words.say('conversations.opt-out.deny'),
      danger: true,
    }),
    accessibilityLabel: words.say('conversations.opt-out.of', { phone: maskedPhone }),
  });
}

const reviewButtons = (words: Reader, notice: ReplyNotice) => [
  optOutButton(words, notice, 'conversations.is-opt-out'),
  button({
    id: ids.keep,
    unique: notice.id,
    label: words.say('conversations.no-opt-out'),
    value: notice.id,
    accessibilityLabel: words.say('conversations.no-opt-out.of', { phone: notice.maskedPhone }),
  }),
];

/** Told to the person who clicked. */
export const optedOutText = (words: Reader, maskedPhone: string, first: boolean): string =>
  words.mrkdwn(first ? 'conversations.opted-out' : 'conversations.opted-out-before', {
    phone: maskedPhone,
  });
