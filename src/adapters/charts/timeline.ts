import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import type { TimelineChart } from '../../features/reports/index.ts';
import { hatch } from './hatch.ts';
import {
  blue,
  font,
  fontFamily,
  green,
  hairline,
  ink,
  paper,
  pixelRatio,
  quietInk,
  vermilion,
} from './look.ts';

const width = 1000;
const height = 680;

/** Sends and deliveries above, replies below on their own scale: a hundredth of the height else. */
export function createTimeline(): (chart: TimelineChart) => Buffer {
  const canvas = new ChartJSNodeCanvas({
    width,
    height,
    backgroundColour: paper,
    chartCallback: (chartJs) => {
      chartJs.defaults.font.family = fontFamily;
      chartJs.defaults.color = quietInk;
    },
  });
  return (chart) => canvas.renderToBufferSync(configuration(chart));
}

function configuration(chart: TimelineChart): ChartConfiguration<'bar'> {
  const { words } = chart;
  const number = new Intl.NumberFormat(words.locale);
  const tick = (value: string | number) => number.format(Number(value));
  const isEmpty = [...chart.sends, ...chart.deliveries, ...chart.replies].every((n) => n === 0);
  const bars = { categoryPercentage: 0.86, barPercentage: 0.94, borderRadius: 2 };
  const scale = (values: readonly number[]) => ({
    axis: 'y' as const,
    type: 'linear' as const,
    stack: 'panels',
    beginAtZero: true,
    // An empty or tiny panel still has whole numbers on its axis, and room over its bars.
    suggestedMax: Math.max(4, Math.max(0, ...values) * 1.15),
    border: { display: false },
    grid: { drawTicks: false, color: baseline },
    ticks: { precision: 0, maxTicksLimit: 5, padding: 8, font: { size: 21 }, callback: tick },
  });
  return {
    type: 'bar',
    data: {
      labels: chart.labels,
      datasets: [
        {
          ...bars,
          label: words.sends,
          data: chart.sends,
          backgroundColor: blue,
          yAxisID: 'messages',
        },
        {
          ...bars,
          label: words.deliveries,
          data: chart.deliveries,
          backgroundColor: hatch(green),
          borderColor: green,
          borderWidth: 1.5,
          yAxisID: 'messages',
        },
        {
          ...bars,
          label: words.replies,
          data: chart.replies,
          backgroundColor: vermilion,
          yAxisID: 'replies',
          grouped: false,
          barPercentage: 0.6,
        },
      ],
    },
    options: {
      devicePixelRatio: pixelRatio,
      layout: { padding: { top: 20, right: 28, bottom: 16, left: 20 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: quietInk },
          ticks: { font: { size: 21 }, maxRotation: 0, autoSkipPadding: 18 },
        },
        replies: { ...scale(chart.replies), stackWeight: 2 },
        // Room for the lower panel's heading.
        between: { axis: 'y', type: 'linear', stack: 'panels', stackWeight: 0.8, display: false },
        messages: { ...scale([...chart.sends, ...chart.deliveries]), stackWeight: 4 },
      },
      plugins: {
        title: {
          display: true,
          text: chart.title,
          align: 'start',
          color: ink,
          font: { size: 30, weight: 700 },
          padding: { bottom: 4 },
        },
        subtitle: {
          display: true,
          text: chart.subtitle,
          align: 'start',
          color: quietInk,
          font: { size: 20 },
          padding: { bottom: 6 },
        },
        legend: {
          align: 'start',
          labels: { boxWidth: 34, boxHeight: 18, padding: 20, color: ink, font: { size: 22 } },
        },
        tooltip: { enabled: false },
      },
    },
    plugins: [headings(words, isEmpty), peaks(number), legendRoom],
  };
}

const baseline = ({ tick }: { tick?: { value: number } }) =>
  tick?.value === 0 ? quietInk : hairline;

/** Chart.js leaves no room between the legend and the highest number of the axis. */
const legendRoom: Plugin<'bar'> = {
  id: 'legendRoom',
  beforeInit(chart) {
    const { legend } = chart;
    if (!legend) return;
    const measure = legend.fit.bind(legend);
    legend.fit = () => {
      measure();
      legend.height += 14;
    };
  },
};

function headings(words: TimelineChart['words'], isEmpty: boolean): Plugin<'bar'> {
  return {
    id: 'headings',
    afterDraw({ ctx, chartArea, scales }) {
      ctx.save();
      ctx.fillStyle = ink;
      ctx.font = font(20, 600);
      ctx.textBaseline = 'bottom';
      const lower = scales.replies;
      if (lower) ctx.fillText(words.repliesPanel, chartArea.left, lower.top - 8);
      if (isEmpty) {
        ctx.font = font(26, 600);
        ctx.fillStyle = quietInk;
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        const upper = scales.messages;
        const y = upper ? (upper.top + upper.bottom) / 2 : chartArea.top;
        ctx.fillText(words.empty, (chartArea.left + chartArea.right) / 2, y);
      }
      ctx.restore();
    },
  };
}

/** Names the highest bar of each series, and every bar of replies as long as they have the room. */
function peaks(number: Intl.NumberFormat): Plugin<'bar'> {
  return {
    id: 'peaks',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = font(18, 600);
      ctx.fillStyle = ink;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'bottom';
      nameBars(chart, 0, number, 'peak');
      nameBars(chart, 2, number, 'all');
      ctx.restore();
    },
  };
}

function nameBars(chart: Chart, dataset: number, number: Intl.NumberFormat, which: 'peak' | 'all') {
  const values = (chart.data.datasets[dataset]?.data ?? []).map(Number);
  const texts = values.map((value) => number.format(value));
  const slot = chart.chartArea.width / Math.max(1, values.length);
  const widest = Math.max(0, ...texts.map((text) => chart.ctx.measureText(text).width));
  const highest = Math.max(0, ...values);
  const onlyPeak = which === 'peak' || widest > slot - 4;
  values.forEach((value, index) => {
    if (value === 0 || (onlyPeak && index !== values.indexOf(highest))) return;
    const bar = chart.getDatasetMeta(dataset).data[index];
    const text = texts[index] ?? '';
    if (!bar) return;
    const half = chart.ctx.measureText(text).width / 2;
    const { left, right } = chart.chartArea;
    const x = Math.min(Math.max(bar.x, left + half), right - half);
    chart.ctx.fillText(text, x, bar.y - 3);
  });
}
