import {
  byType,
  type Check,
  complain,
  isRecord,
  list,
  number,
  onlyOn,
  shape,
  text,
} from '../check.ts';
import { block } from './block.ts';

/** `data_visualization` (June 2026). Where Slack's pages disagree on a limit, the smaller one. */

const positive: Check = (value, path, walk) => {
  number(value, path, walk);
  if (typeof value === 'number' && value <= 0) complain(walk, path, 'must be greater than 0');
};

const point = shape({ label: text(20), value: number });

const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Names differ, and every series has exactly one point for each category. */
const seriesFit: Check = (value, path, walk) => {
  if (!isRecord(value)) return;
  const axis = value.axis_config;
  const categories = isRecord(axis) && Array.isArray(axis.categories) ? axis.categories : [];
  const names = new Set<unknown>();
  recordsOf(value.series).forEach((series, index) => {
    if (names.has(series.name)) complain(walk, `${path}/series/${index}/name`, 'must be unique');
    names.add(series.name);
    const labels = recordsOf(series.data).map((entry) => entry.label);
    const fits = labels.length === categories.length && categories.every((c) => labels.includes(c));
    if (!fits) {
      complain(walk, `${path}/series/${index}/data`, 'must have one point for each category');
    }
  });
};

const seriesShape = shape({
  series: list(shape({ name: text(20), data: list(point, { max: 20 }) }), { max: 6 }),
  axis_config: shape(
    { categories: list(text(20), { max: 20 }) },
    { x_label: text(50), y_label: text(50) },
  ),
});

const series: Check = (value, path, walk) => {
  seriesShape(value, path, walk);
  seriesFit(value, path, walk);
};

const chart: Check = byType({
  pie: shape({ segments: list(shape({ label: text(20), value: positive }), { max: 6 }) }),
  bar: series,
  line: series,
  area: series,
});

const atMostTwo: Check = (value, path, walk) => {
  block({ chart }, { title: text(50) })(value, path, walk);
  walk.charts += 1;
  if (walk.charts > 2) complain(walk, path, 'no more than 2 data_visualization blocks allowed');
};

export const chartBlocks: Readonly<Record<string, Check>> = {
  data_visualization: onlyOn(['message', 'home'], atMostTwo),
};
