import { createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { Fill } from './choropleth.ts';
import { font, fontFamily, hairline, ink, paper, pixelRatio, quietInk } from './look.ts';

export type BarRow = {
  label: string;
  value: number;
  /** Written behind the bar. */
  text: string;
  fill: Fill;
};

const figureFont = font(21);

/** Horizontal bars, one slot each from the top, with their figures written out. */
export function createRows({
  width,
  slots,
  slotHeight,
}: {
  width: number;
  slots: number;
  slotHeight: number;
}): (rows: readonly BarRow[]) => Buffer {
  const canvas = new ChartJSNodeCanvas({
    width,
    height: slots * slotHeight,
    backgroundColour: paper,
    chartCallback: (chartJs) => {
      chartJs.defaults.font.family = fontFamily;
    },
  });
  const ruler = createCanvas(1, 1).getContext('2d');
  ruler.font = figureFont;
  const widthOf = (text: string) => ruler.measureText(text).width;

  return (rows) => {
    const padded = Array.from({ length: slots }, (_, index) => rows[index]);
    const configuration: ChartConfiguration<'bar'> = {
      type: 'bar',
      data: {
        labels: padded.map((row) => row?.label ?? ''),
        datasets: [
          {
            data: padded.map((row) => row?.value ?? 0),
            backgroundColor: padded.map((row) => row?.fill ?? paper),
            barThickness: slotHeight * 0.55,
            borderRadius: 3,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        devicePixelRatio: pixelRatio,
        // The longest bar ends where the longest text still fits behind it.
        layout: {
          padding: { right: Math.max(0, ...rows.map(({ text }) => widthOf(text))) + 14 },
        },
        scales: {
          x: {
            display: false,
            beginAtZero: true,
            max: Math.max(...rows.map(({ value }) => value), 0) || 1,
          },
          y: {
            grid: { display: false },
            border: { color: hairline },
            ticks: { color: ink, font: { size: 22, weight: 600 }, padding: 6, autoSkip: false },
            // Both columns of the map begin their bars at the same distance, slots at the very top.
            afterFit: (axis) => {
              axis.width = 92;
              axis.paddingTop = 0;
              axis.paddingBottom = 0;
            },
          },
        },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
      },
      plugins: [figures(rows)],
    };
    return canvas.renderToBufferSync(configuration);
  };
}

const figures = (rows: readonly BarRow[]): Plugin<'bar'> => ({
  id: 'figures',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = figureFont;
    ctx.textBaseline = 'middle';
    rows.forEach((row, index) => {
      const bar = chart.getDatasetMeta(0).data[index];
      if (!bar) return;
      ctx.fillStyle = row.value > 0 ? ink : quietInk;
      ctx.fillText(row.text, bar.x + 10, bar.y + 1);
    });
    ctx.restore();
  },
});
