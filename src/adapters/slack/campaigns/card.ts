import type { KnownBlock } from '@slack/types';
import type { Approval, Campaign, Progress } from '../../../features/campaigns/index.ts';
import { Decimal } from '../../../shared/money.ts';
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  fields,
  header,
  literal,
  message,
  progressBar,
  type SlackMessage,
  section,
} from '../blocks.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';
import { scheduleText } from './schedule-text.ts';
import { waterfallText } from './waterfall.ts';

export type Card = {
  campaign: Campaign;
  approval: Approval;
  progress: Progress;
  killSwitch: boolean;
  simulated: boolean;
};

/**
 * The one message of a submission, from the request for approval to the last receipt. Its text says
 * what the blocks say; its buttons are only those that can still be pressed.
 */
export function campaignCard(words: Reader, card: Card): SlackMessage {
  const { campaign, approval } = card;
  const current = campaign.version === approval.version;
  const parts =
    approval.decision === null && current && campaign.status === 'submitted'
      ? requestParts(words, card)
      : approval.decision === 'approved' && current
        ? liveParts(words, card)
        : decidedParts(words, card);
  const simulated = card.simulated ? [words.mrkdwn('campaigns.simulated')] : [];
  const title = approval.snapshot.name;
  const text = [
    words.mrkdwn('campaigns.card-title', { name: title }),
    parts.state,
    ...parts.lines,
    ...simulated,
  ].join('\n');
  return message(text, [
    header(title),
    section(parts.state),
    ...parts.blocks,
    ...(parts.buttons.length > 0 ? [actions(parts.buttons)] : []),
    ...(simulated.length > 0 ? [context(...simulated)] : []),
  ]);
}

type Parts = {
  state: string;
  /** What the blocks say, for the top-level text. */
  lines: string[];
  blocks: KnownBlock[];
  buttons: Parameters<typeof actions>[0] extends readonly (infer E)[] ? E[] : never;
};

/** `campaign:version`, both only claims when they come back. */
export const cardValue = (campaign: { id: string }, version: number): string =>
  `${campaign.id}:${version}`;

function requestParts(words: Reader, { campaign, approval }: Card): Parts {
  const { snapshot } = approval;
  const waterfall = waterfallText(words, snapshot);
  const value = cardValue(campaign, approval.version);
  const facts = requestFacts(words, campaign, approval);
  const verdict =
    snapshot.issues.length === 0
      ? words.mrkdwn('campaigns.verdict-clear', { rules: snapshot.rulesVersion.slice(0, 8) })
      : words.mrkdwn('campaigns.verdict-issues', { n: snapshot.issues.length });
  const attested = snapshot.attestations.map((one) =>
    words.mrkdwn('campaigns.attested', {
      people: one.people,
      by: one.signedBy,
      file: one.fileName,
      seller: one.seller,
    }),
  );
  return {
    state: words.mrkdwn('campaigns.asks-approval', { by: mention(approval.requestedBy) }),
    lines: [
      waterfall,
      ...facts.map(([label, value]) => `${label}: ${value}`),
      ...snapshot.samples.slice(0, 1).map(({ text }) => words.mrkdwn('campaigns.sample', { text })),
      verdict,
      ...attested,
    ],
    blocks: [
      section(waterfall),
      fields(facts.map(([label, value]) => [label, value] as const)),
      divider(),
      ...snapshot.samples.map(({ text }) => literal(text)),
      context(verdict, ...attested.slice(0, 5)),
    ],
    buttons: [
      button({
        id: ids.approve,
        label: words.say('campaigns.approve'),
        value,
        style: 'primary',
        confirm: confirmation({
          title: words.say('campaigns.approve-title'),
          text: words.mrkdwn('campaigns.approve-confirm', {
            people: snapshot.final,
            cost: words.money(snapshot.cost),
            ceiling: words.money(snapshot.ceiling),
          }),
          confirm: words.say('campaigns.approve'),
          deny: words.say('base.not-now'),
        }),
      }),
      button({ id: ids.reject, label: words.say('campaigns.reject'), value, style: 'danger' }),
    ],
  };
}

function requestFacts(
  words: Reader,
  campaign: Campaign,
  { snapshot }: Approval,
): [string, string][] {
  const due = [snapshot.firstDue, snapshot.lastDue].flatMap((at) => (at ? [new Date(at)] : []));
  const span = due.map((at) => words.dateTime(at)).join(' – ');
  return [
    [words.say('campaigns.recipients'), words.number(snapshot.final)],
    [words.say('campaigns.segments-total'), words.number(snapshot.segments)],
    [
      words.say('campaigns.estimate'),
      snapshot.plainCost
        ? words.mrkdwn('campaigns.cost-plain', {
            cost: words.money(snapshot.cost),
            plain: words.money(snapshot.plainCost),
          })
        : words.money(snapshot.cost),
    ],
    [words.say('campaigns.budget'), words.money(snapshot.ceiling)],
    [words.say('campaigns.when'), scheduleText(words, campaign.schedule)],
    [
      words.say('campaigns.due'),
      words.mrkdwn('campaigns.due-span', { span, later: snapshot.heldToLaterDays }),
    ],
  ];
}

function liveParts(words: Reader, { campaign, approval, progress, killSwitch }: Card): Parts {
  const total = approval.snapshot.final;
  const done = Math.max(0, total - progress.queued - progress.calling - progress.staged);
  const facts = progressFacts(words, progress, approval);
  const state = [
    words.mrkdwn('campaigns.state', {
      status: campaign.status,
      reason: pauseReason(words, campaign),
    }),
    ...(killSwitch && campaign.status !== 'completed' && campaign.status !== 'canceled'
      ? [words.mrkdwn('campaigns.all-stopped')]
      : []),
  ].join(' ');
  const next =
    progress.nextDueAt && (campaign.status === 'running' || campaign.status === 'scheduled')
      ? [words.mrkdwn('campaigns.next-due', { at: words.dateTime(progress.nextDueAt) })]
      : [];
  return {
    state,
    lines: [
      words.mrkdwn('campaigns.done', { done, total }),
      ...facts.map(([label, value]) => `${label}: ${value}`),
      ...next,
    ],
    blocks: [
      section(
        `\`${progressBar(done, total)}\`  ${words.mrkdwn('campaigns.done', { done, total })}`,
      ),
      fields(facts.map(([label, value]) => [label, value] as const)),
      context(
        words.mrkdwn('campaigns.approved-by', {
          by: mention(approval.decidedBy ?? ''),
          at: approval.decidedAt ? words.dateTime(approval.decidedAt) : '',
        }),
        ...next,
      ),
    ],
    buttons: liveButtons(words, campaign, progress),
  };
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
    ...(progress.unconfirmed > 0
      ? [
          [words.say('campaigns.unconfirmed'), words.number(progress.unconfirmed)] as [
            string,
            string,
          ],
        ]
      : []),
    [
      words.say('campaigns.spent'),
      words.mrkdwn('campaigns.spent-of', {
        spent: words.money(progress.spent.plus(progress.reserved)),
        ceiling: words.money(new Decimal(snapshot.ceiling)),
      }),
    ],
  ];
}

function liveButtons(words: Reader, campaign: Campaign, progress: Progress): Parts['buttons'] {
  const value = campaign.id;
  const left = progress.queued + progress.staged;
  const open = ['scheduled', 'running', 'paused'].includes(campaign.status);
  if (!open) return [];
  return [
    ...(campaign.status === 'running' || campaign.status === 'scheduled'
      ? [button({ id: ids.pause, label: words.say('campaigns.pause'), value })]
      : []),
    ...(campaign.status === 'paused'
      ? [
          button({
            id: ids.resume,
            label: words.say('campaigns.resume'),
            value,
            style: 'primary',
            confirm: confirmation({
              title: words.say('campaigns.resume-title'),
              text: words.mrkdwn('campaigns.resume-confirm', { people: left }),
              confirm: words.say('campaigns.resume'),
              deny: words.say('base.not-now'),
            }),
          }),
        ]
      : []),
    button({
      id: ids.cancel,
      label: words.say('campaigns.cancel'),
      value,
      style: 'danger',
      confirm: confirmation({
        title: words.say('campaigns.cancel-title'),
        text: words.mrkdwn('campaigns.cancel-confirm', { people: left }),
        confirm: words.say('campaigns.cancel'),
        deny: words.say('base.not-now'),
        danger: true,
      }),
    }),
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
    }),
  ];
}

function decidedParts(words: Reader, { campaign, approval }: Card): Parts {
  const by = mention(approval.decidedBy ?? approval.requestedBy);
  const state =
    approval.decision === 'rejected'
      ? words.mrkdwn('campaigns.rejected', { by, reason: approval.reason ?? '' })
      : campaign.status === 'canceled'
        ? words.mrkdwn('campaigns.canceled-before', { by })
        : words.mrkdwn('campaigns.voided', { by });
  return { state, lines: [], blocks: [], buttons: [] };
}

function pauseReason(words: Reader, { status, pausedReason }: Campaign): string {
  if (status !== 'paused' || !pausedReason) return '';
  if (pausedReason.startsWith('carrier-')) {
    return words.say('campaigns.paused-carrier', { code: pausedReason.slice(8) });
  }
  if (pausedReason === 'budget') return words.say('campaigns.paused-budget');
  if (pausedReason === 'double-send') return words.say('campaigns.paused-double-send');
  return words.say('campaigns.paused-person');
}
