import { describe, expect, it } from 'vitest';
import { wrongLineTypes } from '../../../src/features/compliance/index.ts';
import {
  accuracyOf,
  afterAnswer,
  afterFailure,
  type BreakerState,
  cannotTakeTexts,
  carrierKey,
  closedBreaker,
  type Evidence,
  isLeftOut,
  isOnProbation,
  isWorthAsking,
  judgeNumber,
  type LineStanding,
  type LineType,
  lineTypes,
  nothingSent,
  questions,
  type SendFacts,
  verdictOf,
} from '../../../src/features/validation/index.ts';

const now = new Date('2026-11-24T15:05:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const says = (provider: string, word: Partial<Evidence> = {}): Evidence => ({
  provider,
  at: now,
  valid: null,
  active: null,
  lineType: null,
  carrier: null,
  ...word,
});
const phone = '+12035550123';

describe('a verdict', () => {
  const line = (provider: string, lineType: LineType, days = 0) =>
    says(provider, { lineType, at: daysAgo(days) });

  it.each<[string, Evidence[], LineType | null, number]>([
    ['nobody', [], null, 0],
    ['one who knows', [line('twilio', 'mobile')], 'mobile', 1 / 1.1],
    ['one who guesses', [line('numverify', 'mobile')], 'mobile', 0.6 / 0.7],
    ['two agree', [line('twilio', 'mobile'), line('numverify', 'mobile')], 'mobile', 1.6 / 1.7],
    ['two disagree', [line('twilio', 'mobile'), line('numverify', 'landline')], 'mobile', 1 / 1.7],
    [
      'two against the best',
      [line('twilio', 'mobile'), line('numverify', 'landline'), line('neustar', 'landline')],
      'landline',
      1.4 / 2.5,
    ],
    ['half a year old', [line('twilio', 'mobile', 180)], 'mobile', 0.5 / 0.6],
    [
      'a young guess against an old word',
      [line('twilio', 'mobile', 180), line('numverify', 'landline')],
      'landline',
      0.6 / 1.2,
    ],
    [
      'its own newer word',
      [line('twilio', 'mobile', 30), line('twilio', 'landline')],
      'landline',
      1 / 1.1,
    ],
    ['who does not know', [line('twilio', 'unknown')], null, 0],
    [
      'an old word and a newer silence',
      [line('twilio', 'mobile', 0), says('twilio')],
      'mobile',
      1 / 1.1,
    ],
    [
      'our own text was refused',
      [line('twilio', 'mobile'), line('sends', 'landline')],
      'landline',
      4 / 5.1,
    ],
  ])('from %s', (_, evidence, value, confidence) => {
    const found = verdictOf(evidence, now).lineType;
    expect(found.value).toBe(value);
    expect(found.confidence).toBeCloseTo(confidence, 6);
  });

  it('takes the stricter one in a tie', () => {
    const tie = [line('a', 'mobile'), line('b', 'landline')];
    expect(verdictOf(tie, now).lineType.value).toBe('landline');
    const exists = [says('a', { valid: true }), says('b', { valid: false })];
    expect(verdictOf(exists, now).valid.value).toBe(false);
  });

  it('spells out who says what', () => {
    const { disagreements } = verdictOf(
      [
        says('offline', { valid: true }),
        says('twilio', { valid: true, lineType: 'mobile' }),
        says('numverify', { valid: true, lineType: 'landline' }),
      ],
      now,
    );
    expect(disagreements).toEqual([
      {
        question: 'lineType',
        says: [
          { value: 'mobile', providers: ['twilio'], share: 1 / 1.6 },
          { value: 'landline', providers: ['numverify'], share: 0.6 / 1.6 },
        ],
      },
    ]);
  });

  it.each([
    ['T-Mobile USA, Inc.', 'T-MOBILE'],
    ['AT&T Wireless', 'AT&T Mobility LLC'],
    ['Verizon Wireless', 'Cellco Partnership dba Verizon'],
    ['Frontier Communications', 'frontier communications, Inc.'],
  ])('knows %s and %s for the same carrier', (a, b) => {
    expect(carrierKey(a)).toBe(carrierKey(b));
  });

  it('writes the carrier as the one writes it who knows best', () => {
    const found = verdictOf(
      [
        says('numverify', { carrier: 'T-MOBILE' }),
        says('twilio', { carrier: 'T-Mobile USA, Inc.' }),
      ],
      now,
    );
    expect(found.carrier.value).toBe('T-Mobile USA, Inc.');
    expect(found.disagreements).toEqual([]);
  });
});

describe('what becomes of the columns', () => {
  const fresh: LineStanding = { dead: false, isActive: true, lineType: null, carrier: null };
  const judge = (
    answers: Evidence[],
    { sends = nothingSent, ...current }: Partial<LineStanding> & { sends?: SendFacts } = {},
  ) => judgeNumber({ phone, answers, sends, current: { ...fresh, ...current } }, now).standing;

  it.each<[string, Evidence[], boolean]>([
    ['Twilio: it does not exist', [says('twilio', { valid: false })], true],
    ['Numverify alone: it does not exist', [says('numverify', { valid: false })], false],
    [
      'Twilio says no, Numverify yes',
      [says('twilio', { valid: false }), says('numverify', { valid: true })],
      false,
    ],
    ['Twilio: not in service', [says('twilio', { valid: true, active: false })], true],
    ['all well', [says('twilio', { valid: true, lineType: 'mobile' })], false],
  ])('%s', (_, answers, dead) => {
    expect(judge(answers).dead).toBe(dead);
  });

  it('a dead number stays dead, whatever is said', () => {
    const alive = [
      says('twilio', { valid: true, active: true }),
      says('neustar', { active: true }),
    ];
    expect(judge(alive, { dead: true })).toMatchObject({ dead: true, isActive: false });
    const sends = { ...nothingSent, deadAt: daysAgo(900) };
    expect(judge(alive, { sends }).dead).toBe(true);
  });

  it('a line that refused our text takes none, whatever is said', () => {
    const sends = { ...nothingSent, noSmsAt: daysAgo(900) };
    const mobile = [
      says('twilio', { lineType: 'mobile' }),
      says('neustar', { lineType: 'mobile' }),
    ];
    expect(judge(mobile, { sends }).lineType).toBe('landline');
  });

  it('in doubt keeps the stricter kind of line, and follows those who are sure', () => {
    const torn = [
      says('twilio', { lineType: 'mobile' }),
      says('numverify', { lineType: 'landline' }),
    ];
    expect(judge(torn).lineType).toBe('landline');
    const third = says('neustar', { lineType: 'mobile' });
    expect(judge([...torn, third]).lineType).toBe('mobile');
    expect(judge([says('twilio', { lineType: 'mobile' })], { lineType: 'landline' }).lineType).toBe(
      'mobile',
    );
    const old = says('twilio', { lineType: 'landline', at: daysAgo(360) });
    const young = says('numverify', { lineType: 'mobile' });
    expect(judge([old, young], { lineType: 'landline' }).lineType).toBe('landline');
  });

  it('means by "takes no texts" what the gate means', () => {
    expect(lineTypes.filter(cannotTakeTexts).sort()).toEqual([...wrongLineTypes.sms].sort());
  });
});

describe('who is worth asking', () => {
  const provider = (name: string) => ({ provider: name, knows: questions });
  const mobile = (name: string, days = 0) =>
    says(name, { valid: true, lineType: 'mobile', at: daysAgo(days) });

  it.each<[string, string, Evidence[], boolean]>([
    ['anybody, when nothing is known', 'numverify', [says('offline', { valid: true })], true],
    ['Twilio after Numverify', 'twilio', [mobile('numverify')], true],
    ['Neustar after the two agree', 'neustar', [mobile('numverify'), mobile('twilio')], false],
    [
      'Neustar when the two disagree',
      'neustar',
      [says('numverify', { valid: true, lineType: 'landline' }), mobile('twilio')],
      true,
    ],
    ['Numverify after Twilio', 'numverify', [mobile('twilio')], false],
    ['Numverify long after Twilio', 'numverify', [mobile('twilio', 200)], true],
    ['Twilio, whose own word is old', 'twilio', [mobile('twilio', 100)], true],
    [
      'Neustar about the line of a number that is gone',
      'neustar',
      [says('numverify', { valid: false }), says('twilio', { valid: false })],
      false,
    ],
    [
      'Neustar, when Twilio knows no line',
      'neustar',
      [says('twilio', { valid: true, lineType: 'unknown' })],
      true,
    ],
  ])('%s', (_, name, evidence, expected) => {
    expect(isWorthAsking(provider(name), evidence, now)).toBe(expected);
  });

  it('nobody is asked for what they do not know', () => {
    const basic = { provider: 'twilio', knows: ['valid'] as const };
    expect(
      isWorthAsking(basic, [says('neustar', { valid: true }), says('sends', { valid: true })], now),
    ).toBe(false);
  });
});

describe('a provider that fails', () => {
  const fail = (state: BreakerState, at = now, lasting = false) =>
    afterFailure(state, { code: 'x', lasting }, at);
  const times = (n: number) =>
    Array.from({ length: n }).reduce<BreakerState>((s) => fail(s), closedBreaker);
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it('is left out after five failures in a row, not after four', () => {
    expect(isLeftOut(times(4), now)).toBe(false);
    expect(isLeftOut(times(5), now)).toBe(true);
    expect(isLeftOut(fail(afterAnswer(times(4))), now)).toBe(false);
  });

  it('is asked one question when its time is over, and waits twice as long when that fails', () => {
    const out = times(5);
    expect(isLeftOut(out, later(1.9))).toBe(true);
    expect(isOnProbation(out, later(2))).toBe(true);
    const again = fail(out, later(2));
    expect(isLeftOut(again, later(5.9))).toBe(true);
    expect(isLeftOut(again, later(6))).toBe(false);
    expect(afterAnswer(again)).toEqual(closedBreaker);
  });

  it('is left out at once, for an hour, when only a person can mend it', () => {
    const refused = fail(closedBreaker, now, true);
    expect(isLeftOut(refused, later(59))).toBe(true);
    expect(isLeftOut(refused, later(60))).toBe(false);
  });
});

describe('measured accuracy', () => {
  it.each([
    [{ outcome: 'delivered', valid: true, active: null, lineType: 'mobile' }, 1],
    [{ outcome: 'delivered', valid: false, active: null, lineType: null }, 0],
    [{ outcome: 'delivered', valid: true, active: null, lineType: 'landline' }, 0],
    [{ outcome: 'dead', valid: true, active: null, lineType: 'mobile' }, 0],
    [{ outcome: 'dead', valid: true, active: false, lineType: 'mobile' }, 1],
    [{ outcome: 'dead', valid: false, active: null, lineType: null }, 1],
    [{ outcome: 'no-sms', valid: true, active: null, lineType: 'landline' }, 1],
    [{ outcome: 'no-sms', valid: true, active: null, lineType: 'mobile' }, 0],
    [{ outcome: 'no-sms', valid: true, active: null, lineType: null }, null],
    [{ outcome: 'delivered', valid: null, active: null, lineType: 'unknown' }, null],
  ] as const)('%j', (one, right) => {
    const found = accuracyOf([{ provider: 'twilio', count: 1, ...one }]);
    expect(found).toEqual(right === null ? [] : [{ provider: 'twilio', tested: 1, right }]);
  });

  it('adds up by provider, and does not judge our own messages by themselves', () => {
    const word = { valid: true, active: null, lineType: null, outcome: 'delivered' } as const;
    expect(
      accuracyOf([
        { ...word, provider: 'twilio', count: 7 },
        { ...word, provider: 'twilio', count: 3, outcome: 'dead' },
        { ...word, provider: 'sends', count: 9 },
      ]),
    ).toEqual([{ provider: 'twilio', tested: 10, right: 7 }]);
  });
});
