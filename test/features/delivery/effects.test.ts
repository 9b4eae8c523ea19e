import { expect, it } from 'vitest';
import {
  type AttemptState,
  changeBy,
  createAfterEffects,
} from '../../../src/features/delivery/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { stoppedClock } from '../../support/delivery.ts';

const state: AttemptState = {
  attemptId: 'a',
  communicationId: 'c',
  campaignId: null,
  contactId: null,
  senderId: 'sms',
  phone: '+12035550123',
  channel: 'sms',
  segments: 1,
  earlierFailures: [],
  isLatest: true,
  outcome: 'accepted',
  carrierId: 'SM1',
  errorCode: null,
  settled: false,
  reserved: new Decimal(1),
  rowStatus: 'sent',
  windowEnd: null,
  canRetry: true,
};

it.each([
  ['accepted', 'delivered', 1],
  ['accepted', 'read', 1],
  ['delivered', 'read', 0],
  ['read', 'delivered', 0],
  ['accepted', 'sent', 0],
] as const)(
  'tells that a person was reached when %s becomes %s: %i',
  async (outcome, status, n) => {
    const reached: string[] = [];
    const clock = stoppedClock();
    const effects = createAfterEffects({
      store: { holdSender: async () => {}, slowSender: async () => {} },
      clock,
      realClock: clock,
      contacts: { learn: async () => {}, reached: async (phones) => void reached.push(...phones) },
      campaigns: {
        pauseBySystem: async () => false,
        killBySystem: async () => {},
        warnOnce: async () => {},
      },
    });
    const before = { ...state, outcome };
    const news = { kind: 'receipt', carrierId: 'SM1', status, errorCode: null } as const;
    const rates = { now: clock.now(), priceOf: () => new Decimal(1) };
    await effects.after([{ state: before, change: changeBy(before, news, rates) }]);
    expect(reached).toHaveLength(n);
  },
);
