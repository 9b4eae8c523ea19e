import {
  type Approval,
  type Campaign,
  canMove,
  type KillSwitch,
  type Progress,
} from '../../../features/campaigns/index.ts';
import { button, confirmation, context, fields, progressBar, section } from '../blocks.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import type { Card, CardParts } from './card.ts';
import { seenValue, stopValue } from './claims.ts';
import { ids } from './ids.ts';
import { pauseText } from './pause-text.ts';
import { editButton } from './request-card.ts';

/** How an approved campaign stands, and what can be done about it. */
export function liveParts(words: Reader, card: Card): CardParts {
  const { campaign, approval, progress } = card;
  const total = approval.snapshot.final;
  const done = Math.max(0, total - progress.firstWaiting);
  const facts = progressFacts(words, progress, approval);
  const next =
    progress.nextDueAt && (campaign.status === 'running' || campaign.status === 'scheduled')
      ? [words.mrkdwn('campaigns.next-due', { at: words.dateTime(progress.nextDueAt) })]
      : [];
  const doneText = words.mrkdwn('campaigns.done', { done, total });
  return {
    state: stateText(words, card),
    lines: [doneText, ...facts.map(([label, value]) => `${label}: ${value}`), ...next],
    blocks: [
      section(`\`${progressBar(done, total)}\`  ${doneText}`),
      fields(facts),
      context(
        words.mrkdwn('campaigns.approved-by', {
          by: mention(approval.decidedBy ?? ''),
          at: approval.decidedAt ? words.dateTime(approval.decidedAt) : '',
        }),
        ...next,
      ),
    ],
    buttons: liveButtons(words, card),
  };
}

const isOpen = ({ status }: Campaign): boolean => canMove(status, 'canceled');

function stateText(words: Reader, { campaign, killSwitch }: Card): string {
  const { status, pausedReason } = campaign;
  return [
    words.mrkdwn('campaigns.state', {
      status,
      reason: status === 'paused' ? pauseText(words, pausedReason) : '',
    }),
    ...(killSwitch.engaged && isOpen(campaign) ? [words.mrkdwn('campaigns.all-stopped')] : []),
  ].join(' ');
}

function progressFacts(
  words: Reader,
  progress: Progress,
  { snapshot }: Approval,
): [string, string][] {
  const share = (n: number, of: number) =>
    of > 0 ? `${words.number(n)} (${words.percent(n / of)})` : words.number(n);
  return [
    [words.say('campaigns.sent'), words.number(progress.sent)],
    [words.say('campaigns.delivered'), share(progress.delivered, progress.sent)],
    [words.say('campaigns.failed'), share(progress.failed, snapshot.final)],
    [words.say('campaigns.replied'), share(progress.replied, progress.delivered)],
    [words.say('campaigns.opted-out'), share(progress.optedOut, progress.delivered)],
    [words.say('campaigns.not-sent'), words.number(progress.skipped + progress.canceled)],
    ...(progress.unconfirmed > 0 ? [unconfirmedFact(words, progress.unconfirmed)] : []),
    ...(snapshot.followUps.length > 0 ? [followUpFact(words, progress)] : []),
    [
      words.say('campaigns.spent'),
      words.mrkdwn('campaigns.spent-of', {
        spent: words.money(progress.spent.plus(progress.reserved)),
        ceiling: words.money(snapshot.ceiling),
      }),
    ],
  ];
}

const followUpFact = (words: Reader, progress: Progress): [string, string] => [
  words.say('campaigns.follow-ups'),
  words.mrkdwn('campaigns.follow-ups-so-far', {
    sent: progress.followUpsSent,
    waiting: progress.followUpsWaiting,
  }),
];

const unconfirmedFact = (words: Reader, n: number): [string, string] => [
  words.say('campaigns.unconfirmed'),
  words.number(n),
];

function liveButtons(words: Reader, card: Card): CardParts['buttons'] {
  const { campaign, progress, killSwitch } = card;
  const value = seenValue(campaign);
  const people = progress.queued + progress.staged;
  const deny = words.say('base.not-now');
  const unconfirmed =
    progress.unconfirmed > 0
      ? [
          button({
            id: ids.unconfirmed,
            label: words.say('campaigns.unconfirmed-show'),
            value: campaign.id,
          }),
        ]
      : [];
  if (!isOpen(campaign)) return unconfirmed;
  const pause = button({ id: ids.pause, label: words.say('campaigns.pause'), value });
  const resume = button({
    id: ids.resume,
    label: words.say('campaigns.resume'),
    value,
    style: 'primary',
    confirm: confirmation({
      title: words.say('campaigns.resume-title'),
      text: words.mrkdwn('campaigns.resume-confirm', { people }),
      confirm: words.say('campaigns.resume'),
      deny,
    }),
  });
  const cancel = button({
    id: ids.cancel,
    label: words.say('campaigns.cancel'),
    value,
    style: 'danger',
    confirm: confirmation({
      title: words.say('campaigns.cancel-title'),
      text: words.mrkdwn('campaigns.cancel-confirm', { people }),
      confirm: words.say('campaigns.cancel'),
      deny,
      danger: true,
    }),
  });
  return [
    ...(canMove(campaign.status, 'paused') ? [pause] : []),
    ...(campaign.status === 'paused' ? [resume] : []),
    ...editButton(words, card),
    cancel,
    killSwitch.engaged ? unkillButton(words, killSwitch) : killButton(words),
    ...unconfirmed,
  ];
}

const killButton = (words: Reader) =>
  button({
    id: ids.kill,
    label: words.say('campaigns.kill'),
    value: 'all',
    confirm: confirmation({
      title: words.say('campaigns.kill-title'),
      text: words.mrkdwn('campaigns.kill-confirm'),
      confirm: words.say('campaigns.kill'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });

const unkillButton = (words: Reader, killSwitch: KillSwitch) =>
  button({
    id: ids.unkill,
    label: words.say('campaigns.unkill'),
    value: stopValue(killSwitch),
    confirm: confirmation({
      title: words.say('campaigns.unkill-title'),
      text: words.mrkdwn('campaigns.unkill-confirm'),
      confirm: words.say('campaigns.unkill'),
      deny: words.say('base.not-now'),
    }),
  });
