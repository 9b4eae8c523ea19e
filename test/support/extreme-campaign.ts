import type { Card } from '../../src/adapters/slack/campaigns/card.ts';
import {
  type Approval,
  type Campaign,
  defaultSchedule,
  type Progress,
} from '../../src/features/campaigns/index.ts';
import { reasonCodes } from '../../src/features/compliance/index.ts';
import { Decimal } from '../../src/shared/money.ts';
import { tuesday } from './delivery.ts';

export const id = '0d3f6f0e-6a54-4a0e-9d3f-1f6b5a6f0c11';
/** What nobody writes and somebody will: 80 units, mentions, emoji of several code points. */
export const name =
  '<!channel> & <@U1> *x* `y` 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 ~z~ _w_ @here https://evil.example #geral'.slice(
    0,
    80,
  );
export const longText = `${'👩‍👩‍👧‍👦 <!channel> & '.repeat(80)}`.slice(0, 1600);

export const campaign = (over: Partial<Campaign> = {}): Campaign => ({
  id,
  name,
  channel: 'sms',
  objective: 'conversion',
  status: 'submitted',
  filter: { states: ['CT'], tags: ['natal'] },
  template: longText,
  schedule: {
    ...defaultSchedule('America/Argentina/ComodRivadavia'),
    kind: 'scheduled',
    startDate: '2026-12-01',
    endDate: '2026-12-24',
    weekdaysOnly: true,
  },
  budget: { total: new Decimal('99999999.99'), daily: new Decimal(1), stopWhenReached: false },
  version: 3,
  decisions: 999,
  step: 5,
  editors: ['U1'],
  contentHash: null,
  startsAt: tuesday,
  endsAt: null,
  pausedReason: null,
  createdBy: 'U1',
  createdAt: tuesday,
  submittedBy: 'U1',
  submittedAt: tuesday,
  approvedBy: null,
  approvedAt: null,
  startedAt: null,
  completedAt: null,
  ...over,
});

export const everyReason = Object.fromEntries(reasonCodes.map((reason) => [reason, 1_234_567]));

export const approval = (over: Partial<Approval> = {}): Approval => ({
  campaignId: id,
  version: 3,
  contentHash: 'a'.repeat(64),
  snapshot: {
    name,
    channel: 'sms',
    matched: 12_345_678,
    excluded: everyReason,
    final: 1_234_567,
    skippedAtStaging: { 'no-lawful-time': 3 },
    segments: 12_345_678,
    ucs2: 1,
    cost: '153086.407200',
    plainCost: '50000.000000',
    budget: '99999999.99',
    dailyBudget: '1',
    stopWhenReached: false,
    ceiling: '99999999.99',
    firstDue: '2026-11-24T15:05:00.000Z',
    lastDue: '2026-12-24T15:05:00.000Z',
    heldToLaterDays: 1_234_567,
    samples: Array.from({ length: 12 }, () => ({ text: longText, segments: 24 })),
    followUps: Array.from({ length: 3 }, () => ({
      afterDays: 60,
      sample: longText,
      segments: 12_345_678,
    })),
    issues: Array.from({ length: 9 }, () => ({ code: 'shortener', severity: 'warning' })),
    attestations: Array.from({ length: 30 }, (_, n) => ({
      importId: id,
      fileName: `${name}${name}${name}.csv`,
      seller: name.repeat(3),
      signedBy: n % 2 ? 'U01ANARIBEI' : name,
      signedAt: '2026-11-01',
      people: 1_234_567,
    })),
    rulesVersion: 'b'.repeat(64),
    rowsDigest: 'c'.repeat(64),
  },
  requestedBy: 'U01ANARIBEI',
  requestedAt: tuesday,
  editors: ['U01ANARIBEI'],
  decision: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  ...over,
});

export const progress: Progress = {
  staged: 0,
  queued: 1_234_567,
  calling: 4,
  unconfirmed: 1_234,
  sent: 12_345_678,
  delivered: 12_345_678,
  failed: 1_234_567,
  skipped: 1_234_567,
  canceled: 1,
  replied: 1_234_567,
  optedOut: 1_234_567,
  segments: 1,
  reserved: new Decimal('123456.78'),
  spent: new Decimal('99999999.99'),
  nextDueAt: tuesday,
  firstWaiting: 1_234_567,
  followUpsSent: 1_234_567,
  followUpsWaiting: 1_234_567,
};

export const card = (over: Partial<Card> = {}): Card => ({
  campaign: campaign(),
  approval: approval(),
  progress,
  killSwitch: { engaged: true, by: 'U1', at: tuesday },
  simulated: true,
  ...over,
});
export const approved = approval({ decision: 'approved', decidedBy: 'U02', decidedAt: tuesday });
