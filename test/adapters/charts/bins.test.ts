import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, countBins, shareBins } from '../../../src/adapters/charts/bins.ts';

describe('classes of a shaded map', () => {
  it('are powers of ten while five are enough', () => {
    expect(countBins(8752, 5).edges).toEqual([1, 10, 100, 1000]);
    expect(countBins(1_400_000, 5).edges).toEqual([1, 100, 10_000, 1_000_000]);
    expect(countBins(0, 5).edges).toEqual([1]);
  });

  it('are round steps of per cent', () => {
    expect(shareBins(0.068, 5).edges).toEqual([0, 0.02, 0.04, 0.06]);
    expect(shareBins(0.24, 5).edges).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
    expect(shareBins(0, 5).edges).toEqual([0]);
    expect(shareBins(1, 5).edges).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('hold every value, larger values never in a lower class', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(counts, (values) => {
        const bins = countBins(Math.max(...values), 5);
        expect(bins.edges.length).toBeLessThanOrEqual(5);
        const classes = [...values].sort((a, b) => a - b).map((value) => binOf(bins, value));
        expect(classes).toEqual([...classes].sort((a, b) => a - b));
        expect(Math.min(...classes)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...classes)).toBe(bins.edges.length - 1);
      }),
    );
  });
});
