import type { CampaignEvent } from '../../../features/campaigns/index.ts';
import { mention } from '../text.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { pauseText } from './pause-text.ts';

/** A line of a campaign's thread for each thing that happened; null for what the card already says. */
export function threadLine(words: Reader, event: CampaignEvent): string | null {
  const key = lines[event.kind];
  if (!key) return null;
  const { detail } = event;
  return words.mrkdwn(key, {
    by: actorOf(words, event),
    at: words.time(event.at),
    reason: reasonOf(words, event),
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
  (event.kind === 'paused' && isSystem(event));

/** The product stops things by itself too; `system:` says why. */
const isSystem = ({ actor }: CampaignEvent): boolean => !actor || actor.startsWith('system:');

const actorOf = (words: Reader, event: CampaignEvent) =>
  event.actor && !isSystem(event) ? mention(event.actor) : words.say('campaigns.by-system');

function reasonOf(words: Reader, { kind, actor, detail }: CampaignEvent): string {
  const { reason } = detail;
  if (actor?.startsWith('system:')) return pauseText(words, actor.slice('system:'.length));
  if (typeof reason !== 'string') return '';
  if (kind !== 'paused') return reason;
  return reason === 'person' ? '' : pauseText(words, reason, figuresOf(words, detail));
}

function figuresOf(words: Reader, { n, of }: CampaignEvent['detail']) {
  if (typeof n !== 'number' || typeof of !== 'number' || of === 0) return undefined;
  return { n, of, percent: words.percent(n / of) };
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
