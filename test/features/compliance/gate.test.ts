import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateInput, gate, judgeHours } from '../../../src/features/compliance/index.ts';
import { channels } from '../../../src/shared/channel.ts';

/** Tuesday 24 November 2026, 10:05 in New York: nothing stands against this text. */
const now = new Date('2026-11-24T15:05:00Z');
const at = (iso: string) => new Date(iso);
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const input = (changes: Partial<GateInput> = {}): GateInput => ({
  now,
  channel: 'sms',
  purpose: 'marketing',
  standing: {
    erased: false,
    optedOut: false,
    doNotCall: false,
    inReview: false,
    dead: false,
    unreachable: false,
    consentSms: 'asserted',
    consentWhatsapp: 'asserted',
    consentCall: 'documented',
    lineType: 'mobile',
  },
  place: { states: ['CT'], zones: ['America/New_York'] },
  attempts: [],
  prerecorded: [],
  narrower: {},
  lastInboundAt: null,
  killSwitch: false,
  campaign: { approved: true, paused: false, endsAt: null, answered: null },
  ...changes,
});
const standing = (changes: Partial<GateInput['standing']>) => ({
  ...input().standing,
  ...changes,
});

describe('marketing', () => {
  it('is allowed until the end of the window', () => {
    expect(gate(input())).toEqual({
      decision: 'allow',
      until: at('2026-11-25T01:00:00Z'),
      reasons: [],
      warnings: [],
    });
  });

  it('is allowed until the campaign ends, when that comes first', () => {
    const campaign = {
      approved: true,
      paused: false,
      endsAt: at('2026-11-24T18:00:00Z'),
      answered: null,
    };
    expect(gate(input({ campaign }))).toMatchObject({ until: at('2026-11-24T18:00:00Z') });
  });

  it('waits for the lawful hours', () => {
    expect(gate(input({ now: at('2026-11-24T13:00:00Z') }))).toEqual({
      decision: 'hold',
      until: at('2026-11-24T14:00:00Z'),
      reasons: ['hours'],
    });
  });

  it('is blocked where seven days hold no lawful moment', () => {
    const place = { states: ['GU', 'RI'], zones: ['America/New_York', 'Pacific/Guam'] };
    expect(gate(input({ now: at('2026-07-07T12:00:00Z'), place }))).toEqual({
      decision: 'block',
      reasons: ['hours', 'no-lawful-time'],
    });
  });

  it('names everything that stands against it, gravest first', () => {
    const verdict = gate(
      input({
        now: at('2026-11-24T05:00:00Z'),
        standing: standing({ optedOut: true, consentSms: 'none', dead: true }),
        killSwitch: true,
        campaign: { approved: false, paused: true, endsAt: null, answered: null },
      }),
    );
    expect(verdict).toEqual({
      decision: 'block',
      reasons: [
        'opted-out',
        'no-consent',
        'dead-number',
        'not-approved',
        'hours',
        'campaign-paused',
        'kill-switch',
      ],
    });
  });

  it.each([
    ['ended', '2026-11-24T15:05:00Z'],
    ['about to end', '2026-11-24T15:05:59Z'],
  ])('is blocked by a campaign that is %s', (_what, endsAt) => {
    const campaign = { approved: true, paused: false, endsAt: at(endsAt), answered: null };
    expect(gate(input({ campaign }))).toEqual({ decision: 'block', reasons: ['expired'] });
  });

  it('is blocked when its hold would outlast the campaign', () => {
    const campaign = {
      approved: true,
      paused: false,
      endsAt: at('2026-11-25T14:00:30Z'),
      answered: null,
    };
    expect(gate(input({ now: at('2026-11-25T01:00:00Z'), campaign }))).toEqual({
      decision: 'block',
      reasons: ['hours', 'expired'],
    });
  });

  it.each(['campaign-paused', 'kill-switch'] as const)('is put off a minute by %s', (reason) => {
    const paused = reason === 'campaign-paused';
    const campaign = { approved: true, paused, endsAt: null, answered: null };
    expect(gate(input({ campaign, killSwitch: !paused }))).toEqual({
      decision: 'hold',
      until: at('2026-11-24T15:06:00Z'),
      reasons: [reason],
    });
  });

  it('needs no campaign', () => {
    expect(gate(input({ campaign: null })).decision).toBe('allow');
  });
});

describe('the cap of three attempts in 24 hours', () => {
  it('lets the third through and holds the fourth until the first has left', () => {
    const attempts = [minutesAgo(10), minutesAgo(20 * 60), minutesAgo(5)];
    expect(gate(input({ attempts: attempts.slice(0, 2) })).decision).toBe('allow');
    expect(gate(input({ attempts }))).toEqual({
      decision: 'hold',
      until: at('2026-11-24T19:05:00Z'),
      reasons: ['frequency'],
    });
  });

  it('forgets an attempt after exactly 24 hours', () => {
    const others = [minutesAgo(1), minutesAgo(2)];
    const justIn = new Date(now.getTime() - 24 * 3_600_000 + 1);
    expect(gate(input({ attempts: [minutesAgo(1440), ...others] })).decision).toBe('allow');
    expect(gate(input({ attempts: [justIn, ...others] }))).toMatchObject({
      decision: 'hold',
      until: new Date(now.getTime() + 1),
    });
  });

  it('waits for as many to leave as are over the cap', () => {
    const attempts = [23, 22, 21, 1].map((hours) => minutesAgo(hours * 60));
    expect(gate(input({ attempts }))).toMatchObject({ until: at('2026-11-24T17:05:00Z') });
  });

  it('then waits for the next lawful moment', () => {
    const attempts = [minutesAgo(60), minutesAgo(60), minutesAgo(13 * 60)];
    // The oldest leaves at 21:05 in Connecticut.
    expect(gate(input({ attempts }))).toEqual({
      decision: 'hold',
      until: at('2026-11-25T14:00:00Z'),
      reasons: ['frequency'],
    });
  });

  it('counts what is stamped later than now, as another machine may', () => {
    const attempts = [minutesAgo(-1), minutesAgo(-1), minutesAgo(-1)];
    expect(gate(input({ attempts })).decision).toBe('hold');
  });
});

describe('the cap of one prerecorded call in 8 hours', () => {
  const called = { channel: 'call', prerecorded: [minutesAgo(60)], attempts: [minutesAgo(60)] };
  const maine = { states: ['ME'], zones: ['America/New_York'] };
  it('holds the next call to Maine, here to the next morning', () => {
    expect(gate(input({ ...called, channel: 'call', place: maine }))).toEqual({
      decision: 'hold',
      until: at('2026-11-25T14:00:00Z'),
      reasons: ['frequency'],
    });
  });
  it('binds neither texts to Maine nor calls elsewhere', () => {
    expect(gate(input({ ...called, channel: 'sms', place: maine })).decision).toBe('allow');
    expect(gate(input({ ...called, channel: 'call' })).decision).toBe('allow');
  });
  it('binds calls to somebody whose state is unknown', () => {
    const place = { states: [], zones: ['America/New_York'] };
    expect(gate(input({ ...called, channel: 'call', place })).decision).toBe('hold');
  });
});

describe('an answer to the person', () => {
  const reply = (changes: Partial<GateInput> = {}) =>
    gate(input({ purpose: 'reply', campaign: null, lastInboundAt: minutesAgo(30), ...changes }));

  it('needs no consent and may go until 24 hours after their message', () => {
    expect(reply({ standing: standing({ consentSms: 'none' }) })).toEqual({
      decision: 'allow',
      until: at('2026-11-25T14:35:00Z'),
      reasons: [],
      warnings: [],
    });
  });
  it('warns outside the hours and over the cap', () => {
    const night = at('2026-11-24T05:00:00Z');
    const attempts = [night, night, night];
    expect(reply({ now: night, lastInboundAt: night, attempts })).toMatchObject({
      decision: 'allow',
      warnings: ['hours', 'frequency'],
    });
  });
  it.each([
    ['an opt-out', { standing: standing({ optedOut: true }) }, 'opted-out'],
    ['a do-not-call entry', { standing: standing({ doNotCall: true }) }, 'do-not-call'],
    ['an erasure', { standing: standing({ erased: true }) }, 'erased'],
    ['the kill switch', { killSwitch: true }, 'kill-switch'],
    ['24 hours of silence', { lastInboundAt: minutesAgo(1440) }, 'reply-window'],
    ['a person who never wrote', { lastInboundAt: null }, 'reply-window'],
  ] as const)('is stopped by %s', (_what, changes, reason) => {
    expect(reply(changes)).toEqual({ decision: 'block', reasons: [reason] });
  });
});

it('always confirms an opt-out, within five minutes', () => {
  const everything = input({
    purpose: 'confirmation',
    now: at('2026-11-29T05:00:00Z'),
    standing: standing({ optedOut: true, consentSms: 'revoked' }),
    killSwitch: true,
  });
  expect(gate(everything)).toMatchObject({
    decision: 'allow',
    until: at('2026-11-29T05:05:00Z'),
  });
});

it('gives help at any hour unless everything is stopped', () => {
  const night = at('2026-11-29T05:00:00Z');
  expect(gate(input({ purpose: 'help', now: night })).decision).toBe('allow');
  expect(gate(input({ purpose: 'help', killSwitch: true }))).toEqual({
    decision: 'block',
    reasons: ['kill-switch'],
  });
});

it('never allows marketing at a moment the hours deny, and holds only to moments they allow', () => {
  const places = [
    input().place,
    { states: [], zones: ['America/Los_Angeles', 'America/New_York'] },
    { states: ['AL', 'PA'], zones: ['America/Chicago', 'America/New_York'] },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.constantFrom(...channels),
      fc.integer({ min: 0, max: 600 * 24 * 60 }),
      fc.array(fc.integer({ min: 0, max: 26 * 60 }), { maxLength: 6 }),
      fc.boolean(),
      (place, channel, minute, ago, paused) => {
        const moment = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        const attempts = ago.map((each) => new Date(moment.getTime() - each * 60_000));
        const campaign = { approved: true, paused, endsAt: null, answered: null };
        const verdict = gate(input({ now: moment, place, channel, attempts, campaign }));
        if (verdict.decision === 'block') throw new Error(verdict.reasons.join());
        const start = verdict.decision === 'allow' ? moment : verdict.until;
        expect(judgeHours(place, channel, start).allowed).toBe(true);
        const counted = attempts.filter((each) => start.getTime() - each.getTime() < 86_400_000);
        expect(counted.length).toBeLessThan(3);
        if (verdict.decision === 'hold') expect(start.getTime()).toBeGreaterThan(moment.getTime());
      },
    ),
    { numRuns: 2000 },
  );
});
