import { createHash } from 'node:crypto';

/**
 * What becomes of messages in the pretend world. The same seed and number always do the same.
 * Shares follow what US senders commonly see on lists with some age; they are the demo's
 * weather, not a forecast. It is the weather of a registered sender whose people like to hear
 * from it: with twice as many opt-outs, or 0.6 % that is filtered, the circuit breakers would stop
 * nearly every campaign of many thousands by chance.
 */
export type Odds = {
  /** Delivered unless one of these takes it; shares of all numbers. */
  failures: Readonly<Record<FailureCode, number>>;
  /** Share of numbers that the carrier blocks at once, because they opted out there before (21610). */
  blocked: number;
  /** Share of delivered messages that are answered with words, and with an opt-out. */
  replies: number;
  optOuts: number;
  /** Share of callbacks that come twice, and of messages whose `sent` comes after `delivered`. */
  repeatedCallbacks: number;
  swappedCallbacks: number;
};

export const failureCodes = ['30003', '30005', '30006', '30007', '30008'] as const;
export type FailureCode = (typeof failureCodes)[number];

export const usualOdds: Odds = {
  failures: { '30003': 0.018, '30005': 0.012, '30006': 0.014, '30007': 0.0005, '30008': 0.0155 },
  blocked: 0.001,
  replies: 0.06,
  optOuts: 0.005,
  repeatedCallbacks: 0.01,
  swappedCallbacks: 0.01,
};

/** Everybody is reached, nobody answers: for tests that count. */
export const calmOdds: Odds = {
  failures: { '30003': 0, '30005': 0, '30006': 0, '30007': 0, '30008': 0 },
  blocked: 0,
  replies: 0,
  optOuts: 0,
  repeatedCallbacks: 0,
  swappedCallbacks: 0,
};

/** A number in [0, 1) that only depends on its parts. */
export function chance(...parts: readonly (string | number)[]): number {
  const digest = createHash('sha1').update(parts.join('\u0000')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** Soft failures are about the moment: a later try to the same number rolls again. */
const soft: ReadonlySet<FailureCode> = new Set(['30003', '30008']);

/** The code a message to this number fails with, or null when it arrives. `tries` counts from 1. */
export function failureOf(
  odds: Odds,
  { seed, phone, tries }: { seed: string; phone: string; tries: number },
): FailureCode | null {
  const code = draw(odds, chance(seed, 'fate', phone));
  if (code === null || !soft.has(code) || tries === 1) return code;
  return chance(seed, 'again', phone, tries) < 0.5 ? code : null;
}

function draw(odds: Odds, roll: number): FailureCode | null {
  let edge = 0;
  for (const code of failureCodes) {
    edge += odds.failures[code];
    if (roll < edge) return code;
  }
  return null;
}

/** What Lookup says about a number; agrees with what becomes of its messages. */
export function lineOf(odds: Odds, seed: string, phone: string): { type: string; carrier: string } {
  if (failureOf(odds, { seed, phone, tries: 1 }) === '30006') {
    return { type: 'landline', carrier: 'Frontier Communications' };
  }
  const roll = chance(seed, 'line', phone);
  if (roll < 0.06) return { type: 'nonFixedVoip', carrier: 'Bandwidth' };
  if (roll < 0.07) return { type: 'fixedVoip', carrier: 'Comcast Phone' };
  if (roll < 0.4) return { type: 'mobile', carrier: 'T-Mobile USA, Inc.' };
  if (roll < 0.72) return { type: 'mobile', carrier: 'Verizon Wireless' };
  return { type: 'mobile', carrier: 'AT&T Wireless' };
}
