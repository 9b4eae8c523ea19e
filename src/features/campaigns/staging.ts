import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';
import { lintTemplate, rulesVersion } from '../compliance/index.ts';
import { earliestSend } from '../scheduling/index.ts';
import { hashOf } from './approval.ts';
import type { Campaign } from './campaign.ts';
import { stepOfFollowUp } from './follow-up.ts';
import type { Agreement, Member, StagedFollowUp, StagedRow, Submission } from './ports.ts';
import { worstCost } from './price.ts';
import { narrowerOf, type Span } from './schedule.ts';
import { countSms, withoutAccents } from './segments.ts';
import type { Snapshot } from './snapshot.ts';
import { checkLength, compileTemplate } from './template.ts';

/** How many units of money one message is: segments of a text, else one. */
export const unitsOf = (channel: Channel, text: string): number =>
  channel === 'sms' ? countSms(text).segments : 1;

/**
 * Makes the function that turns a person into the row that will be sent to them: the rendered
 * text, its segments and the first lawful window from the start. Throws as `compileTemplate`,
 * and `template.too-long` when somebody's text is over the limit.
 */
export function rowMaker(campaign: Campaign, span: Span): (member: Member) => StagedRow {
  const render = compileTemplate(campaign.template);
  const later = followUpMaker(campaign);
  const narrower = narrowerOf(campaign.schedule);
  return (member) => {
    const text = checkLength(render(member));
    const slot = earliestSend(member.place, campaign.channel, span.startsAt, narrower);
    const late = slot && span.endsAt && slot.dueAt >= span.endsAt;
    const skip = slot ? (late ? 'expired' : null) : 'no-lawful-time';
    return {
      contactId: member.contactId,
      phone: member.phone,
      text,
      segments: unitsOf(campaign.channel, text),
      dueAt: slot?.dueAt ?? span.startsAt,
      windowEnd: slot?.windowEnd ?? null,
      skip,
      followUps: skip ? [] : later(member),
    };
  };
}

function followUpMaker({ channel, schedule }: Campaign): (member: Member) => StagedFollowUp[] {
  const steps = schedule.followUps.map(({ afterDays, template }, at) => ({
    step: stepOfFollowUp(at),
    afterDays,
    render: compileTemplate(template),
  }));
  return (member) =>
    steps.map(({ step, afterDays, render }) => {
      const text = checkLength(render(member));
      return { step, afterDays, text, segments: unitsOf(channel, text) };
    });
}

/** What the approver will agree to, and what it may cost at most. Pure: the rows are written already. */
export function agreementOn(campaign: Campaign, submission: Submission): Agreement {
  const snapshot = snapshotOf(campaign, submission);
  const ceiling = ceilingOf(campaign, new Decimal(snapshot.cost));
  return {
    ceiling,
    snapshot: { ...snapshot, ceiling: ceiling.toFixed(6) },
    contentHash: contentHashOf(campaign, submission.digest, submission.rows.length, ceiling),
  };
}

export const contentHashOf = (
  campaign: Campaign,
  rowsDigest: string,
  rows: number,
  ceiling: Decimal,
): string =>
  hashOf({
    channel: campaign.channel,
    rowsDigest,
    rows,
    schedule: campaign.schedule,
    budgetTotal: campaign.budget.total?.toFixed(6) ?? '',
    budgetDaily: campaign.budget.daily?.toFixed(6) ?? null,
    stopWhenReached: campaign.budget.stopWhenReached,
    ceiling: ceiling.toFixed(6),
    rulesVersion,
  });

/** A budget that only warns still has an end: the worst case that was approved. */
function ceilingOf({ budget }: Campaign, worst: Decimal): Decimal {
  const total = budget.total ?? worst;
  return budget.stopWhenReached ? total : Decimal.max(total, worst);
}

function snapshotOf(campaign: Campaign, submission: Submission): Snapshot {
  const { rows, waterfall, attestations, digest } = submission;
  const live = rows.filter((row) => row.skip === null);
  const texts = live.flatMap((row) => [row, ...row.followUps]);
  const segments = texts.reduce((sum, one) => sum + one.segments, 0);
  const plain = texts.reduce(
    (sum, { text }) => sum + unitsOf(campaign.channel, withoutAccents(text)),
    0,
  );
  const due = live.map((row) => row.dueAt.getTime());
  const first = due.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = due.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {
    name: campaign.name,
    channel: campaign.channel,
    matched: waterfall.matched,
    excluded: { ...waterfall.excluded },
    final: live.length,
    skippedAtStaging: tally(rows.flatMap((row) => row.skip ?? [])),
    segments,
    ucs2: live.filter((row) => countSms(row.text).encoding === 'UCS-2').length,
    cost: worstCost(campaign.channel, segments).toFixed(6),
    plainCost: plain < segments ? worstCost(campaign.channel, plain).toFixed(6) : null,
    budget: campaign.budget.total?.toFixed(6) ?? '0',
    dailyBudget: campaign.budget.daily?.toFixed(6) ?? null,
    stopWhenReached: campaign.budget.stopWhenReached,
    ceiling: '0',
    firstDue: live.length > 0 ? new Date(first).toISOString() : null,
    lastDue: live.length > 0 ? new Date(last).toISOString() : null,
    heldToLaterDays: due.filter((at) => at - first >= 12 * 3600_000).length,
    samples: samplesOf(live),
    followUps: campaign.schedule.followUps.map(({ afterDays }, at) => ({
      afterDays,
      sample: live[0]?.followUps[at]?.text ?? '',
      segments: live.reduce((sum, row) => sum + (row.followUps[at]?.segments ?? 0), 0),
    })),
    issues: textsOf(campaign)
      .flatMap((text) => lintTemplate(text, { channel: campaign.channel }))
      .map(({ code, severity }) => ({ code, severity })),
    attestations: attestations.map((one) => ({ ...one })),
    rulesVersion,
    rowsDigest: digest,
  };
}

/** The templates of all steps. */
export const textsOf = ({
  template,
  schedule,
}: Pick<Campaign, 'template' | 'schedule'>): string[] => [
  template,
  ...schedule.followUps.map((one) => one.template),
];

/** The shortest, the middle and the longest text: what is typical and what is extreme. */
function samplesOf(rows: readonly StagedRow[]): Snapshot['samples'] {
  const byLength = [...rows].sort((a, b) => a.text.length - b.text.length);
  const picks = [0, Math.floor(byLength.length / 2), byLength.length - 1];
  const picked = picks.flatMap((at) => byLength[at] ?? []);
  return [...new Map(picked.map(({ text, segments }) => [text, { text, segments }])).values()];
}

function tally(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
