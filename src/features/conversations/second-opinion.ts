import { evidence, heldFrom } from './evidence.ts';
import { unexplained } from './meanings.ts';
import type { ReadableText } from './normalise.ts';

/**
 * The net under the rules. It has counted, over the labelled texts of the tests, which words and
 * pairs of words stand in texts that ask for an end to messages and which in ordinary replies
 * (scripts/learn-evidence.ts). A text that no rule knows and that sounds like the former is held
 * for a person. It never acts, and never takes back what a rule has read.
 */
export function soundsLikeOptOut(read: ReadableText): boolean {
  return weigh(signsOf(read), (sign) => weights.get(sign)) >= heldFrom;
}

const weights: ReadonlyMap<string, number> = new Map(
  Object.entries(evidence).flatMap(([weight, signs]) =>
    signs.split(' ').map((sign): [string, number] => [sign, Number(weight)]),
  ),
);

/** Signs that are not known say nothing; long texts do not weigh more for being long. */
export function weigh(
  signs: readonly string[],
  weightOf: (sign: string) => number | undefined,
): number {
  const known = signs.flatMap((sign) => weightOf(sign) ?? []);
  return known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(known.length + 3);
}

/** Enough of a word for "mandar", "mandem" and "mandando" to be one sign. */
const stemLength = 5;
/** A text says what it wants in its first words; nobody needs a thousand of them. */
const mostWords = 60;

/**
 * Words, neighbours (`a_b`, `^` for the beginning of a sentence), words near each other (`a~b`) and
 * a question mark, of what no rule has explained as something else.
 */
export function signsOf(read: ReadableText): string[] {
  const signs = new Set(read.question ? ['?'] : []);
  for (const clause of unexplained(read)) {
    const stems = clause.split(' ', mostWords).map((word) => word.slice(0, stemLength));
    stems.forEach((stem, at) => {
      signs.add(stem);
      signs.add(`${stems[at - 1] ?? '^'}_${stem}`);
      for (const before of stems.slice(Math.max(0, at - 3), Math.max(0, at - 1))) {
        signs.add(`${before}~${stem}`);
      }
    });
  }
  return [...signs];
}
