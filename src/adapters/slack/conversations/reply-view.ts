import type { KnownBlock } from '@slack/types';
import type { ReplyNotice } from '../../../features/conversations/index.ts';
import { button, confirmation, context, section } from '../blocks.ts';
import { clamp, clampMrkdwn, quoted } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';

/** What people wrote, a few in one message: who (masked), about what, their words, what to do. */
export function repliesMessage(
  words: Reader,
  notices: readonly ReplyNotice[],
): { text: string; blocks: KnownBlock[] } {
  const title = words.mrkdwn('conversations.title', { count: notices.length });
  const shown = notices.map((notice) => ({ notice, lines: linesOf(words, notice) }));
  return {
    text: [title, ...shown.map(({ lines }) => lines.join('\n'))].join('\n\n'),
    blocks: [
      section(title),
      ...shown.flatMap(({ notice, lines }) => blocksOf(words, notice, lines)),
    ],
  };
}

function linesOf(words: Reader, notice: ReplyNotice): string[] {
  const name = notice.name === '' ? words.say('conversations.nobody') : clamp(notice.name, 60);
  const who = words.mrkdwn('conversations.who', {
    name,
    phone: notice.maskedPhone,
    channel: notice.channel,
  });
  const about = notice.campaignName
    ? words.mrkdwn('conversations.about', { campaign: clamp(notice.campaignName, 80) })
    : words.mrkdwn('conversations.about-nothing');
  const text = notice.text.trim() === '' ? words.say('conversations.no-text') : notice.text;
  return [`${who} · ${about}`, clampMrkdwn(quoted(text).mrkdwn, 500)];
}

function blocksOf(words: Reader, notice: ReplyNotice, lines: readonly string[]): KnownBlock[] {
  const optOut = button({
    id: ids.optOut,
    unique: notice.id,
    label: words.say('conversations.opt-out'),
    value: notice.id,
    confirm: confirmation({
      title: words.say('conversations.opt-out.title'),
      text: words.mrkdwn('conversations.opt-out.text', { phone: notice.maskedPhone }),
      confirm: words.say('conversations.opt-out'),
      deny: words.say('conversations.opt-out.deny'),
      danger: true,
    }),
    accessibilityLabel: words.say('conversations.opt-out.of', { phone: notice.maskedPhone }),
  });
  const blocks: KnownBlock[] = [section(lines.join('\n'), { accessory: optOut })];
  if (notice.label === 'unclear') blocks.push(context(words.mrkdwn('conversations.unclear')));
  return blocks;
}

/** Told to the person who clicked. */
export const optedOutText = (words: Reader, maskedPhone: string, first: boolean): string =>
  words.mrkdwn(first ? 'conversations.opted-out' : 'conversations.opted-out-before', {
    phone: maskedPhone,
  });
