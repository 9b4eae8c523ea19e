import { expect } from 'vitest';
import {
  problemsOf,
  type Surface,
} from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';

export const x = (length: number) => 'x'.repeat(length);
export const plain = (length: number) => ({ type: 'plain_text', text: x(length) });
export const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: x(length) });
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
export const option = (index: number) => ({ text: plain(3), value: `v${index}` });

export const section = (fields: object) => ({ type: 'section', ...fields });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label: plain(5),
  element: { action_id: 'a', ...element },
  ...fields,
});
export const button = (fields: object = {}) => ({ type: 'button', text: plain(3), ...fields });
export const image = (fields: object) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'x',
  ...fields,
});
export const row = (cells: number) => times(cells, () => ({ type: 'raw_text', text: 'x' }));
export const series = (name: string, points: number) => ({
  name,
  data: times(points, (i) => ({ label: `c${i}`, value: i })),
});
export const chart = (count: number, points: number, fields: object = {}) => ({
  type: 'data_visualization',
  chart: {
    type: 'bar',
    series: times(count, (i) => series(`s${i}`, points)),
    axis_config: { categories: times(points, (i) => `c${i}`) },
  },
  ...fields,
});

/** What is limited · where · how many are fine · a builder · where the complaint points. */
export type Limit = [string, Surface, number, (n: number) => object[] | object, string];

/** So many are fine, one more is refused, and the complaint says where. */
export function expectLimit([, surface, most, make, pointer]: Limit): void {
  expect(problemsOf(surface, make(most))).toEqual([]);
  const problems = problemsOf(surface, make(most + 1));
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.join('\n')).toContain(pointer);
}
