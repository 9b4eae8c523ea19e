import { describe, expect, it } from 'vitest';
import { rowWaitMs, senderRestMs } from '../../../src/features/delivery/retry-after.ts';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

describe('how long a sender rests that was told to', () => {
  it('is the carrier’s word where it says "too fast", the table’s where it says nothing', () => {
    expect(senderRestMs('transient', 1, 7 * second)).toBe(7 * second);
    expect(senderRestMs('transient', 1, 10 * minute)).toBe(10 * minute);
    expect(senderRestMs('transient', 1, null)).toBe(minute);
  });

  it('is never shorter than a limit of another kind lasts', () => {
    expect(senderRestMs('throttle', 60, 7 * second)).toBe(60 * minute);
    expect(senderRestMs('throttle', 60, 90 * minute)).toBe(90 * minute);
  });

  it('stays within reason', () => {
    expect(senderRestMs('transient', 1, 0)).toBe(second);
    expect(senderRestMs('transient', 1, 400 * day)).toBe(day);
  });
});

describe('how long the message itself waits', () => {
  it('doubles with each time it was told so, up to the table, never below what was asked', () => {
    const waits = [0, 1, 2, 3, 4, 5].map((before) => rowWaitMs('transient', 1, 7 * second, before));
    expect(waits).toEqual([7, 14, 28, 56, 60, 60].map((s) => s * second));
    expect(rowWaitMs('transient', 1, 10 * minute, 3)).toBe(10 * minute);
    expect(rowWaitMs('transient', 1, null, 3)).toBe(minute);
  });
});
