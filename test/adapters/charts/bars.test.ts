import { afterAll, describe, expect, it } from 'vitest';
import { blue, vermilion } from '../../../src/adapters/charts/look.ts';
import { createChartRenderer } from '../../../src/adapters/charts/renderer.ts';
import type { BarsChart } from '../../../src/features/reports/index.ts';
import { decode } from '../../support/pictures.ts';

const charts = createChartRenderer();
afterAll(() => charts.close());

const chart = (rows: BarsChart['rows']): BarsChart => ({
  title: 'Kinds of line',
  subtitle: '12,450 numbers checked',
  rows,
  empty: 'No number was checked.',
});
const row = (label: string, value: number, tone: BarsChart['rows'][number]['tone']) => ({
  label,
  value,
  text: `${value} (50%)`,
  tone,
});

describe('bars', () => {
  it('are as long as their values, good and bad in their own colours', async () => {
    const picture = await decode(
      await charts.bars(chart([row('mobile', 1_000, 'good'), row('landline', 250, 'bad')])),
    );
    expect(picture.width).toBe(2_000);
    const good = picture.count(blue);
    const bad = picture.count(vermilion);
    expect(good).toBeGreaterThan(20_000);
    expect(good / bad).toBeGreaterThan(3.6);
    expect(good / bad).toBeLessThan(4.4);
  });

  it('take as much room as there are rows', async () => {
    const heights = await Promise.all(
      [3, 12].map(async (n) => {
        const rows = Array.from({ length: n }, (_, i) => row(`kind ${i}`, i + 1, 'neutral'));
        return (await decode(await charts.bars(chart(rows)))).height;
      }),
    );
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(9 * 54 * 2);
  });

  it('can be none', async () => {
    const picture = await decode(await charts.bars(chart([])));
    expect(picture.count(blue)).toBe(0);
  });
});
