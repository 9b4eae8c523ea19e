import { expect } from 'vitest';
import { problemsOf } from '../../src/adapters/sandbox/slack/block-kit/problems.ts';

type Json = unknown;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything below, objects first as they come. */
function* objectsIn(value: Json): Generator<Record<string, Json>> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (isObject(value)) {
    yield value;
    for (const each of Object.values(value)) yield* objectsIn(each);
  }
}

/** All a person would read, in reading order. */
export const textOf = (blocks: Json): string =>
  [...objectsIn(blocks)]
    .flatMap((each) => (typeof each.text === 'string' ? [each.text] : []))
    .join('\n');

export type SeenButton = { label: string; id: string; value: string | undefined; confirm: string };

export const buttonsOf = (blocks: Json): SeenButton[] =>
  [...objectsIn(blocks)]
    .filter((each) => each.type === 'button')
    .map((each) => ({
      label: isObject(each.text) ? String(each.text.text) : '',
      id: String(each.action_id),
      value: typeof each.value === 'string' ? each.value : undefined,
      confirm: each.confirm ? textOf(each.confirm) : '',
    }));

export const labelsOf = (blocks: Json): string[] => buttonsOf(blocks).map(({ label }) => label);

/** Slack would take it: every limit of every block on this surface. */
export function expectSendable(surface: 'message' | 'modal' | 'home', blocksOrView: Json): void {
  expect(problemsOf(surface, blocksOrView)).toEqual([]);
}
