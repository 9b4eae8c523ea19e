import { periodOf } from '../../../features/analytics/index.ts';
import {
  nextDailyRun,
  type ReportOutcome,
  type ReportService,
} from '../../../features/reports/index.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { type CommandVisit, onCommand } from '../on-command.ts';
import type { Poster } from '../posting.ts';
import { channelLink, link } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { calendarOf } from './calendar.ts';
import { dayAsked } from './day-asked.ts';

export type ReportNeeds = { reports: ReportService; poster: Poster; timeZone: string };

/** After this long, a person is told that it takes a moment. */
const patienceMs = 2_500;

/** `/report`: what happened, in the digest channel. */
export function registerReports(slack: Slack, needs: ReportNeeds): void {
  onCommand(slack, '/report', {
    daily: {
      role: 'viewer',
      help: 'reports.help.daily',
      usage: 'yesterday',
      run: (visit) => daily(needs, visit),
    },
  });
}

async function daily(
  { reports, poster, timeZone }: ReportNeeds,
  { words, rest, answer }: CommandVisit,
): Promise<SlackMessage> {
  const asked = dayAsked(rest, reports.today(), words.locale);
  const preparing = setTimeout(() => {
    void answer(message(words.mrkdwn('reports.preparing'))).catch(() => {});
  }, patienceMs);
  try {
    const outcome = await reports.daily(asked);
    const url = outcome.kind === 'empty' ? null : await poster.permalink(outcome);
    return outcomeMessage(outcome, words, { url, timeZone });
  } finally {
    clearTimeout(preparing);
  }
}

/** Says where the digest is, or why there is none. */
export function outcomeMessage(
  outcome: ReportOutcome,
  words: Reader,
  { url, timeZone }: { url: string | null; timeZone: string },
): SlackMessage {
  const calendar = calendarOf(words.locale, timeZone);
  const day = calendar.date(outcome.date);
  if (outcome.kind === 'empty') {
    const key = outcome.final ? 'reports.answer.empty' : 'reports.answer.empty-so-far';
    return message(words.mrkdwn(key, { day }));
  }
  const where = {
    day,
    channel: channelLink(outcome.channel),
    link: url ? link(url, words.say('reports.answer.link')) : channelLink(outcome.channel),
  };
  if (outcome.kind === 'there') return message(words.mrkdwn('reports.answer.there', where));
  if (outcome.final) return message(words.mrkdwn('reports.answer.final', where));
  const next = nextDailyRun(periodOf('day', outcome.date, timeZone).end, timeZone);
  return message(words.mrkdwn('reports.answer.so-far', { ...where, next: calendar.moment(next) }));
}
