import { z } from 'zod';
import {
  isLineType,
  type LookupAnswer,
  lineTypes,
  type Question,
} from '../../features/validation/index.ts';

const yesNo = z.record(z.string(), z.boolean());

/**
 * Which slot of which element means what: from the licensed specification, never from us. Slots of
 * a comma list count from 1. `values` translates what stands there; what it does not name says
 * nothing.
 */
const place = {
  element: z.string().regex(/^\d+$/),
  slot: z.number().int().min(1).max(50).default(1),
};
export const neustarMap = z
  .array(
    z.discriminatedUnion('as', [
      z.object({ ...place, as: z.literal('valid'), values: yesNo }),
      z.object({ ...place, as: z.literal('active'), values: yesNo }),
      z.object({ ...place, as: z.literal('reassigned'), values: yesNo }),
      z.object({
        ...place,
        as: z.literal('lineType'),
        values: z.record(z.string(), z.enum(lineTypes)),
      }),
      z.object({ ...place, as: z.literal('carrier') }),
    ]),
  )
  .min(1);
export type NeustarMap = z.output<typeof neustarMap>;

export const elementsOf = (map: NeustarMap): string[] => [
  ...new Set(map.map(({ element }) => element)),
];

export const questionsOf = (map: NeustarMap): Question[] =>
  [...new Set(map.map((entry) => entry.as))].filter((as) => as !== 'reassigned');

type Read = Pick<LookupAnswer, 'valid' | 'active' | 'lineType' | 'carrier' | 'reassigned'>;

/** Null when nothing of the map stands there: that is no answer. */
export function readElements(
  map: NeustarMap,
  elements: Readonly<Record<string, string>>,
): Read | null {
  const read: Read = { valid: null, active: null, lineType: null, carrier: null, reassigned: null };
  let found = false;
  for (const entry of map) {
    const value = elements[entry.element]?.split(',')[entry.slot - 1]?.trim();
    if (value === undefined) continue;
    found = true;
    if (entry.as === 'carrier') read.carrier = value || null;
    else if (entry.as === 'lineType') {
      const type = entry.values[value];
      read.lineType = type !== undefined && isLineType(type) ? type : null;
    } else read[entry.as] = entry.values[value] ?? null;
  }
  return found ? read : null;
}
