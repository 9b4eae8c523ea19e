import type { KnownBlock } from '@slack/types';
import {
  type HoursVerdict,
  judgeHours,
  type RuleRow,
  rowsOf,
  rulesVersion,
} from '../../../features/compliance/index.ts';
import { zonesOfState } from '../../../features/validation/index.ts';
import { type Channel, channels } from '../../../shared/channel.ts';
import { context, fields, header, message, type SlackMessage, section, textIn } from '../blocks.ts';
import { slackDate } from '../text.ts';
import type { Reader } from '../words/words.ts';

/** What binds a message to people of one state, and whether it may be sent at this moment. */
export function stateRules(state: string, now: Date, words: Reader): SlackMessage {
  const zones = zonesOfState(state);
  const place = { states: [state], zones };
  const rows = [...new Set(channels.flatMap((channel) => rowsOf([state], channel)))];
  const blocks: KnownBlock[] = [
    header(words.say('compliance.rules.title', { state })),
    section(
      channels
        .map((channel) => verdictLine(channel, judgeHours(place, channel, now), words))
        .join('\n'),
    ),
    ...rows.slice(0, 6).flatMap((row) => rowBlocks(row, words)),
    context(
      words.mrkdwn('compliance.rules.clock', { zones: words.list(zones) || '–' }),
      words.mrkdwn('compliance.rules.both'),
      words.mrkdwn('compliance.rules.house'),
      words.mrkdwn('compliance.rules.version', { version: rulesVersion.slice(0, 12) }),
    ),
  ];
  return message(textIn(blocks), blocks);
}

function verdictLine(channel: Channel, verdict: HoursVerdict, words: Reader): string {
  const name = words.mrkdwn(`compliance.channel.${channel}`);
  if (verdict.allowed) {
    const until = slackDate(verdict.until, words.dateTime(verdict.until));
    return `• *${name}*: ${words.mrkdwn('compliance.rules.open', { until })}`;
  }
  const why = words.say(`reason.${verdict.reason}`);
  if (!verdict.next) return `• *${name}*: ${words.mrkdwn('compliance.rules.closed', { why })}`;
  const next = slackDate(verdict.next, words.dateTime(verdict.next));
  return `• *${name}*: ${words.mrkdwn('compliance.rules.closed-until', { why, next })}`;
}

function rowBlocks(row: RuleRow, words: Reader): KnownBlock[] {
  const spans = (
    [
      ['compliance.rules.weekdays', row.weekdays],
      ['compliance.rules.saturday', row.saturday],
      ['compliance.rules.sunday', row.sunday],
    ] as const
  ).map(
    ([key, span]) =>
      [
        words.say(key),
        span ? `${clock(span[0])}–${clock(span[1])}` : words.say('compliance.rules.no-day'),
      ] as const,
  );
  const holidays = words.say(
    row.closedOn.length > 0 ? 'compliance.rules.no-holidays' : 'compliance.rules.holidays',
  );
  const binds = words.list(row.binds.map((channel) => words.say(`compliance.channel.${channel}`)));
  return [
    fields([...spans, [words.say('compliance.rules.on-holidays'), holidays]]),
    context(words.mrkdwn('compliance.rules.source', { binds, source: row.source })),
  ];
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
