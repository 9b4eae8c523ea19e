import type { Snapshot } from '../../src/features/campaigns/index.ts';

/** What an approver was shown, where no test reads it. */
export const anySnapshot: Snapshot = {
  name: 'Verão',
  channel: 'sms',
  matched: 0,
  excluded: {},
  final: 0,
  skippedAtStaging: {},
  segments: 0,
  ucs2: 0,
  cost: '0',
  plainCost: null,
  budget: '0',
  dailyBudget: null,
  stopWhenReached: true,
  ceiling: '0',
  firstDue: null,
  lastDue: null,
  heldToLaterDays: 0,
  samples: [],
  followUps: [],
  issues: [],
  attestations: [],
  rulesVersion: '',
  rowsDigest: '',
};
