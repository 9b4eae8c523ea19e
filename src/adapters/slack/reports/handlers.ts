import type { ModalView } from '@slack/types';
import { periodOf } from '../../../features/analytics/index.ts';
import {
  nextDailyRun,
  type ReportOutcome,
  type ReportService,
} from '../../../features/reports/index.ts';
import type { Slack } from '../app.ts';
import { message, modal, type SlackMessage, section } from '../blocks.ts';
import { explain } from '../errors.ts';
import { onButton } from '../on-action.ts';
import { type CommandVisit, onCommand } from '../on-command.ts';
import type { Poster } from '../posting.ts';
import { channelLink, link } from '../text.ts';
import { updateView, type Visit } from '../visit.ts';
import type { Reader } from '../words/words.ts';
import { calendarOf } from './calendar.ts';
import { dayAsked } from './day-asked.ts';
import { reportIds } from './ids.ts';

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
  onButton(slack, reportIds.daily, { role: 'viewer' }, async (visit) => {
    // A digest takes longer than a click may open a modal: the modal is there first.
    const waiting = notice(visit.words, visit.words.mrkdwn('reports.preparing'));
    const viewId = await visit.openModal(waiting);
    const { text } = await today(slack, needs, visit);
    const told = await updateView(slack, { viewId }, notice(visit.words, text));
    if (!told) await slack.post.toPerson(visit.userId, message(text));
    return undefined;
  });
}

const notice = (words: Reader, text: string): ModalView =>
  modal({
    id: reportIds.notice,
    title: words.say('reports.notice-title'),
    close: words.say('base.close'),
    blocks: [section(text)],
  });

/** As the command without a day; a refusal is told where the person waits for the answer. */
async function today(slack: Slack, needs: ReportNeeds, { words, userId }: Visit) {
  try {
    return await make(needs, words, null);
  } catch (error) {
    const at = { action: reportIds.daily, userId };
    return message(explain(error, { words, log: slack.log, at }));
  }
}

async function daily(
  needs: ReportNeeds,
  { words, rest, answer }: CommandVisit,
): Promise<SlackMessage> {
  const preparing = setTimeout(() => {
    void answer(message(words.mrkdwn('reports.preparing'))).catch(() => {});
  }, patienceMs);
  try {
    return await make(needs, words, dayAsked(rest, needs.reports.today(), words.locale));
  } finally {
    clearTimeout(preparing);
  }
}

async function make(
  { reports, poster, timeZone }: ReportNeeds,
  words: Reader,
  day: string | null,
): Promise<SlackMessage> {
  const outcome = await reports.daily(day);
  const url = outcome.kind === 'empty' ? null : await poster.permalink(outcome);
  return outcomeMessage(outcome, words, { url, timeZone });
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
