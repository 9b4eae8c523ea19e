import type { CampaignEvent } from '../../../features/campaigns/index.ts';
import { mention } from '../text.ts';
import type { Reader, WordKey } from '../words/words.ts';

/** A line of a campaign's thread for each thing that happened; null for what the card already says. */
export function threadLine(words: Reader, event: CampaignEvent): string | null {
  const key = lines[event.kind];
  if (!key) return null;
  const by = event.actor ? mention(event.actor) : words.say('campaigns.by-system');
  const { detail } = event;
  return words.mrkdwn(key, {
    by,
    at: words.time(event.at),
    reason: reasonOf(words, detail),
    n: number(detail.people ?? detail.overdue ?? detail.n),
  });
}

const lines: Readonly<Record<string, WordKey>> = {
  approved: 'campaigns.thread-approved',
  rejected: 'campaigns.thread-rejected',
  voided: 'campaigns.thread-voided',
  started: 'campaigns.thread-started',
  paused: 'campaigns.thread-paused',
  resumed: 'campaigns.thread-resumed',
  canceled: 'campaigns.thread-canceled',
  completed: 'campaigns.thread-completed',
  killed: 'campaigns.thread-killed',
  unkilled: 'campaigns.thread-unkilled',
  late: 'campaigns.thread-late',
  'double-send': 'campaigns.thread-double-send',
  'budget-warning': 'campaigns.thread-budget-warning',
  'sent-again': 'campaigns.thread-sent-again',
  closed: 'campaigns.thread-closed',
};

/** What also belongs in the alerts channel: somebody has to look. */
export const isAlarm = (event: CampaignEvent): boolean =>
  ['late', 'double-send', 'killed', 'budget-warning'].includes(event.kind) ||
  (event.kind === 'paused' && event.actor === null);

function reasonOf(words: Reader, { reason }: Record<string, unknown>): string {
  if (typeof reason !== 'string') return '';
  if (reason === 'budget') return words.say('campaigns.paused-budget');
  if (reason === 'double-send') return words.say('campaigns.paused-double-send');
  if (reason.startsWith('carrier-')) {
    return words.say('campaigns.paused-carrier', { code: reason.slice(8) });
  }
  return reason === 'person' ? '' : reason;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
