import { describe, expect, it } from 'vitest';
import {
  digits,
  durations,
  figure,
  limited,
  quantile,
  rates,
  ratioOf,
  tableOf,
} from '../../scripts/bench/table.ts';

describe('the table of the bench', () => {
  it('says how fast we are if the bare tool is 1, for speeds and for durations alike', () => {
    expect(rates('sends', 400, 300, 'per s')).toMatchObject({
      bare: '400 per s',
      ours: '300 per s',
      ratio: 0.75,
    });
    expect(durations('reach', 10, 40).ratio).toBe(0.25);
    expect(ratioOf(1, 0)).toBeNull();
  });

  it('holds a figure against its limit, which belongs to the good side only where it says so', () => {
    expect(limited('start', 9.99, { value: 10, unit: 's' }).ok).toBe(true);
    expect(limited('start', 10, { value: 10, unit: 's' }).ok).toBe(false);
    expect(limited('ack', 2_500, { value: 2_500, unit: 'ms', inclusive: true })).toMatchObject({
      ok: true,
      target: '≤ 2,500 ms',
    });
  });

  it('takes quantiles by rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect([0, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100]);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([], 0.99)).toBe(0);
  });

  it('keeps three digits that mean something', () => {
    expect([0.456, 9.996, 12.345, 456.7, 12_345.6].map(digits)).toEqual([
      '0.46',
      '10.00',
      '12.3',
      '457',
      '12,346',
    ]);
  });

  it('draws columns of one width, a dash where nothing was measured, and OVER where it is', () => {
    const lines = tableOf([
      figure('a', '1 MB'),
      limited('memory', 701, { value: 700, unit: 'MB' }),
    ]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe('a           –     1 MB       –          –');
    expect(lines[3]).toBe('memory      –   701 MB       –   < 700 MB   OVER');
  });
});
