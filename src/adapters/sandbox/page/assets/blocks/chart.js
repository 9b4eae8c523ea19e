import { h, svg } from '../dom.js';
import { t } from '../words.js';

/** `data_visualization`: a plain drawing of bars, lines, areas or a pie, with its figures below. */

const width = 560;
const height = 240;
const frame = { left: 52, right: 12, top: 12, bottom: 46 };
const plot = {
  width: width - frame.left - frame.right,
  height: height - frame.top - frame.bottom,
};

const figure = (value) =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(value);

/** A round number at or above the largest value, and the lines below it. */
function scaleOf(values) {
  const largest = Math.max(0, ...values);
  const smallest = Math.min(0, ...values);
  const span = largest - smallest || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power * 10;
  const low = Math.floor(smallest / step) * step;
  const high = Math.ceil(largest / step) * step || step;
  const lines = [];
  for (let at = low; at <= high + step / 2; at += step) lines.push(Number(at.toPrecision(12)));
  const y = (value) => frame.top + plot.height * (1 - (value - low) / (high - low));
  return { lines, y };
}

const text = (x, y, words, anchor = 'middle') =>
  svg('text', { x, y, 'text-anchor': anchor, class: 'chart-text' }, words);

function axes(scale, categories, config) {
  const every = Math.ceil(categories.length / 10);
  const slot = plot.width / categories.length;
  return [
    scale.lines.map((value) => [
      svg('line', {
        x1: frame.left,
        x2: width - frame.right,
        y1: scale.y(value),
        y2: scale.y(value),
        class: value === 0 ? 'chart-base' : 'chart-line',
      }),
      text(frame.left - 8, scale.y(value) + 4, figure(value), 'end'),
    ]),
    categories.map((label, index) =>
      index % every === 0
        ? text(
            frame.left + slot * (index + 0.5),
            height - frame.bottom + 18,
            clip(label, slot * every),
          )
        : null,
    ),
    config?.x_label ? text(frame.left + plot.width / 2, height - 6, config.x_label) : null,
  ];
}

const clip = (label, room) => {
  const fits = Math.max(3, Math.floor(room / 7));
  return label.length > fits ? `${label.slice(0, fits - 1)}…` : label;
};

const valueAt = (series, category) =>
  series.data.find((point) => point.label === category)?.value ?? 0;

function bars(series, categories, scale) {
  const slot = plot.width / categories.length;
  const wide = Math.min(36, (slot * 0.72) / series.length);
  return series.map((one, s) =>
    categories.map((category, c) => {
      const value = valueAt(one, category);
      const middle = frame.left + slot * (c + 0.5) + (s - (series.length - 1) / 2) * wide;
      const top = Math.min(scale.y(value), scale.y(0));
      return svg(
        'rect',
        {
          x: middle - wide * 0.44,
          y: top,
          width: wide * 0.88,
          height: Math.max(1, Math.abs(scale.y(value) - scale.y(0))),
          rx: 2,
          class: `series-${s % 6}`,
        },
        svg('title', null, `${one.name} · ${category}: ${figure(value)}`),
      );
    }),
  );
}

function lines(series, categories, scale, filled) {
  const slot = plot.width / categories.length;
  return series.map((one, s) => {
    const points = categories.map((category, c) => [
      frame.left + slot * (c + 0.5),
      scale.y(valueAt(one, category)),
    ]);
    const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    const close = `L${points.at(-1)?.[0]} ${scale.y(0)}L${points[0]?.[0]} ${scale.y(0)}Z`;
    return [
      filled ? svg('path', { d: path + close, class: `area series-${s % 6}` }) : null,
      svg('path', { d: path, class: `stroke series-${s % 6}` }),
      points.map(([x, y], i) =>
        svg(
          'circle',
          { cx: x, cy: y, r: 3, class: `series-${s % 6}` },
          svg(
            'title',
            null,
            `${one.name} · ${categories[i]}: ${figure(valueAt(one, categories[i]))}`,
          ),
        ),
      ),
    ];
  });
}

function pie(segments) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  const radius = 100;
  let turn = -Math.PI / 2;
  return segments.map(({ label, value }, index) => {
    const share = value / total;
    const from = turn;
    turn += share * 2 * Math.PI;
    const at = (angle, r) =>
      `${width / 2 + r * Math.cos(angle)} ${height / 2 + r * Math.sin(angle)}`;
    const big = share > 0.5 ? 1 : 0;
    const title = svg('title', null, `${label}: ${figure(value)} (${Math.round(share * 100)} %)`);
    if (segments.length === 1) {
      const ring = { cx: width / 2, cy: height / 2, r: radius, class: 'series-0' };
      return svg('circle', ring, title);
    }
    const d =
      `M${at(from, radius)}A${radius} ${radius} 0 ${big} 1 ${at(turn, radius)}` +
      `L${at(turn, radius * 0.55)}A${radius * 0.55} ${radius * 0.55} 0 ${big} 0 ${at(from, radius * 0.55)}Z`;
    return svg('path', { d, class: `slice series-${index % 6}` }, title);
  });
}

function legend(names) {
  return h(
    'ul.legend',
    null,
    names.map((name, index) =>
      h('li', null, h(`span.swatch.series-${index % 6}`, { 'aria-hidden': 'true' }), name),
    ),
  );
}

function figures(head, rows) {
  return h(
    'details.figures',
    null,
    h('summary', null, t('chart.figures')),
    h(
      'div.table-wrap',
      null,
      h(
        'table.grid',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            head.map((cell) => h('th', null, cell)),
          ),
        ),
        h(
          'tbody',
          null,
          rows.map((row) =>
            h(
              'tr',
              null,
              row.map((cell, i) => h(i ? 'td.align-right' : 'th', null, cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

export function chart(block) {
  const { chart: data, title = '' } = block;
  const canvas = (...inside) =>
    svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title }, inside);
  if (data.type === 'pie') {
    const total = data.segments.reduce((sum, { value }) => sum + value, 0) || 1;
    const names = data.segments.map(
      ({ label, value }) => `${label} ${Math.round((100 * value) / total)} %`,
    );
    const rows = data.segments.map(({ label, value }) => [label, figure(value)]);
    return whole(title, canvas(pie(data.segments)), names, figures(['', title], rows));
  }
  const config = data.axis_config ?? {};
  const categories = config.categories ?? data.series[0]?.data.map(({ label }) => label) ?? [];
  const values = data.series.flatMap((one) => one.data.map(({ value }) => value));
  const scale = scaleOf(values);
  const marks =
    data.type === 'bar'
      ? bars(data.series, categories, scale)
      : lines(data.series, categories, scale, data.type === 'area');
  const names = data.series.map(({ name }) => name);
  const rows = categories.map((category) => [
    category,
    ...data.series.map((one) => figure(valueAt(one, category))),
  ]);
  const drawing = canvas(axes(scale, categories, config), marks);
  return whole(title, drawing, names, figures([config.y_label ?? '', ...names], rows));
}

const whole = (title, drawing, names, table) =>
  h('figure.chart', null, h('figcaption', null, title), drawing, legend(names), table);
