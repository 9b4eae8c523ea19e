import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingReasonsOf } from '../../../src/features/compliance/index.ts';
import {
  type Evidence,
  isWorthAsking,
  judgeNumber,
  type LineStanding,
  lineTypes,
  questions,
  type SendFacts,
  verdictOf,
} from '../../../src/features/validation/index.ts';
import '../../support/properties.ts';

const now = new Date('2026-11-24T15:05:00Z');
const day = 86_400_000;
const moment = fc.integer({ min: 0, max: 900 }).map((days) => new Date(now.getTime() - days * day));
const known = ['offline', 'numverify', 'twilio', 'neustar', 'sends'];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const word = (providers: readonly string[] = [...known, 'a', 'b']): fc.Arbitrary<Evidence> =>
  fc.record({
    provider: fc.constantFrom(...providers),
    at: moment,
    valid: maybe(fc.boolean()),
    active: maybe(fc.boolean()),
    lineType: maybe(fc.constantFrom('mobile', 'landline', 'nonFixedVoip', 'tollFree', 'unknown')),
    carrier: maybe(fc.constantFrom('T-Mobile USA, Inc.', 'T-MOBILE', 'AT&T', 'Frontier')),
  });
const words = fc.array(word(), { maxLength: 10 });
const sends: fc.Arbitrary<SendFacts> = fc.record({
  deliveredAt: maybe(moment),
  deadAt: maybe(moment),
  noSmsAt: maybe(moment),
});
const standing: fc.Arbitrary<LineStanding> = fc.record({
  dead: fc.boolean(),
  isActive: fc.boolean(),
  lineType: maybe(fc.constantFrom(...lineTypes)),
  carrier: fc.constant(null),
});

describe('a verdict, whatever the answers', () => {
  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(
        words.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(verdictOf(shuffled, now)).toEqual(verdictOf(all, now));
        },
      ),
    );
  });

  it('is a value with a confidence between 0 and 1, or nothing with none', () => {
    fc.assert(
      fc.property(words, (all) => {
        const verdict = verdictOf(all, now);
        for (const question of questions) {
          const { value, confidence } = verdict[question];
          expect(confidence === 0).toBe(value === null);
          expect(confidence).toBeLessThan(1);
        }
      }),
    );
  });

  it('grows no less sure by one more who agrees', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...known, 'a', 'c'),
        moment,
        fc.constantFrom('valid', 'active', 'lineType'),
        (all, provider, at, question) => {
          const before = verdictOf(all, now)[question];
          fc.pre(before.value !== null);
          const silent = { valid: null, active: null, lineType: null, carrier: null };
          const agrees = { ...silent, provider, at, [question]: before.value } as Evidence;
          const after = verdictOf([...all, agrees], now)[question];
          expect(after.value).toBe(before.value);
          expect(after.confidence).toBeGreaterThanOrEqual(before.confidence - 1e-12);
        },
      ),
    );
  });

  it('never believes the older of two who count alike', () => {
    fc.assert(
      fc.property(
        fc.tuple(moment, moment).filter(([a, b]) => a.getTime() !== b.getTime()),
        fc.boolean(),
        ([a, b], value) => {
          const silent = { valid: null, active: null, lineType: null, carrier: null };
          const all = [
            { ...silent, provider: 'a', at: a, valid: value },
            { ...silent, provider: 'b', at: b, valid: !value },
          ];
          expect(verdictOf(all, now).valid.value).toBe(a > b ? value : !value);
        },
      ),
    );
  });

  it('is not changed by a provider that was not worth asking', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('numverify', 'twilio', 'neustar').chain((name) => word([name])),
        (all, answer) => {
          const { provider } = answer;
          fc.pre(!isWorthAsking({ provider, knows: questions }, all, now));
          const before = verdictOf(all, now);
          const others = all.filter((each) => each.provider !== provider);
          const after = verdictOf([...others, { ...answer, at: now }], now);
          expect(after.valid.value).toBe(before.valid.value);
          if (before.valid.value !== false) {
            expect(after.lineType.value).toBe(before.lineType.value);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('what the gate reads, whatever the answers', () => {
  const facts = {
    erased: false,
    optedOut: false,
    doNotCall: false,
    inReview: false,
    unreachable: false,
    consentSms: 'documented',
    consentWhatsapp: 'documented',
    consentCall: 'documented',
  } as const;
  const reasons = (line: Pick<LineStanding, 'dead' | 'lineType'>) =>
    standingReasonsOf({ ...facts, ...line }, 'sms');

  it('no answer makes a dead number or a refused line sendable', () => {
    fc.assert(
      fc.property(words, sends, standing, (answers, sent, current) => {
        const { standing: after } = judgeNumber(
          { phone: '+12035550123', answers, sends: sent, current },
          now,
        );
        if (current.dead || sent.deadAt) expect(reasons(after)).toContain('dead-number');
        if (sent.noSmsAt) expect(reasons(after)).toContain('wrong-line-type');
        expect(after.isActive && after.dead).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a line that takes no texts is only let go by an answer that is sure', () => {
    fc.assert(
      fc.property(words, standing, (answers, current) => {
        const sent = { deliveredAt: null, deadAt: null, noSmsAt: null };
        const { verdict, standing: after } = judgeNumber(
          { phone: '+12035550123', answers, sends: sent, current },
          now,
        );
        const letGo =
          reasons(current).includes('wrong-line-type') &&
          !reasons(after).includes('wrong-line-type');
        if (letGo) expect(verdict.lineType.confidence).toBeGreaterThanOrEqual(0.7);
      }),
      { numRuns: 1_000 },
    );
  });
});
