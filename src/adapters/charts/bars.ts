import { createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { BarsChart } from '../../features/reports/index.ts';
import {
  blue,
  font,
  fontFamily,
  hairline,
  ink,
  paper,
  pixelRatio,
  quietInk,
  vermilion,
} from './look.ts';

const width = 1000;
const head = 118;
const slot = 54;
const fewest = 2;
const figureFont = font(22);
const fills = { good: blue, bad: vermilion, neutral: '#9a9a9d' } as const;

/** Horizontal bars under a title, as many as there are rows. */
export function createBars(): (chart: BarsChart) => Buffer {
  const ruler = createCanvas(1, 1).getContext('2d');
  ruler.font = figureFont;
  const widthOf = (text: string) => ruler.measureText(text).width;
  return (chart) => {
    const canvas = new ChartJSNodeCanvas({
      width,
      height: head + slot * Math.max(fewest, chart.rows.length) + 16,
      backgroundColour: paper,
      chartCallback: (chartJs) => {
        chartJs.defaults.font.family = fontFamily;
      },
    });
    return canvas.renderToBufferSync(configuration(chart, widthOf));
  };
}

function configuration(
  { title, subtitle, rows, empty }: BarsChart,
  widthOf: (text: string) => number,
): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => label),
      datasets: [
        {
          data: rows.map(({ value }) => value),
          backgroundColor: rows.map(({ tone }) => fills[tone]),
          barThickness: slot * 0.55,
          borderRadius: 3,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      devicePixelRatio: pixelRatio,
      // The longest bar ends where the longest figure still fits behind it.
      layout: {
        padding: {
          top: 20,
          bottom: 12,
          left: 20,
          right: Math.max(0, ...rows.map(({ text }) => widthOf(text))) + 34,
        },
      },
      scales: {
        x: {
          display: false,
          beginAtZero: true,
          max: Math.max(0, ...rows.map(({ value }) => value)) || 1,
        },
        y: {
          grid: { display: false },
          border: { color: hairline },
          ticks: { color: ink, font: { size: 22, weight: 600 }, padding: 8, autoSkip: false },
        },
      },
      plugins: {
        title: heading(title, ink, { size: 30, weight: 700 }, 4),
        subtitle: heading(subtitle, quietInk, { size: 20 }, 14),
        legend: { display: false },
        tooltip: { enabled: false },
      },
    },
    plugins: [figures(rows, empty)],
  };
}

const heading = (
  text: string,
  color: string,
  fontOf: { size: number; weight?: number },
  bottom: number,
) => ({
  display: true,
  text,
  align: 'start' as const,
  color,
  font: fontOf,
  padding: { bottom },
});

const figures = (rows: BarsChart['rows'], empty: string): Plugin<'bar'> => ({
  id: 'figures',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = figureFont;
    ctx.textBaseline = 'middle';
    ctx.fillStyle = ink;
    rows.forEach((row, index) => {
      const bar = chart.getDatasetMeta(0).data[index];
      if (bar) ctx.fillText(row.text, bar.x + 10, bar.y + 1);
    });
    if (rows.length === 0) {
      ctx.fillStyle = quietInk;
      ctx.fillText(empty, chartArea.left, (chartArea.top + chartArea.bottom) / 2);
    }
    ctx.restore();
  },
});
