/**
 * `npm run learn`: counts the labelled texts of the tests anew and writes what the second opinion
 * on replies goes by. Held-out texts are left out, so that they still measure something. The same
 * texts give the same file.
 */
import { writeFileSync } from 'node:fs';
import { readText } from '../src/features/conversations/normalise.ts';
import { signsOf, weigh } from '../src/features/conversations/second-opinion.ts';
import { learnt } from '../test/features/conversations/labelled.ts';

type Lesson = { signs: readonly string[]; against: boolean };
type Weights = Map<string, number>;

const lessons: Lesson[] = [
  ...[...learnt.opt_out, ...learnt.unclear].map((text) => ({ text, against: true })),
  ...[...learnt.reply, ...learnt.opt_in, ...learnt.help].map((text) => ({ text, against: false })),
].map(({ text, against }) => ({ signs: signsOf(readText(text)), against }));

const rounds = 40;
const pace = 0.3;
const decay = 0.001;
const sparseness = 0.03;
/** Weights are written in halves: finer ones read no better on texts that were left out. */
const grain = 0.5;

/** Logistic regression (AdaGrad, soft threshold), both sides counting the same. */
function learn(all: readonly Lesson[]): Weights {
  const often = signsSeenTwice(all);
  const weights: Weights = new Map();
  const steps: Weights = new Map();
  const share = all.filter(({ against }) => against).length / all.length;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < all.length; i++) {
      const { signs, against } = all[(i * 7_919) % all.length] as Lesson;
      const known = signs.filter((sign) => often.has(sign));
      const scale = 1 / Math.sqrt(known.length + 3);
      const score = known.reduce((sum, sign) => sum + (weights.get(sign) ?? 0) * scale, 0);
      const miss = 1 / (1 + Math.exp(-score)) - Number(against);
      const count = 0.5 / (against ? share : 1 - share);
      for (const sign of known) {
        const weight = weights.get(sign) ?? 0;
        const slope = miss * count * scale + decay * weight;
        const step = (steps.get(sign) ?? 0) + slope * slope;
        steps.set(sign, step);
        weights.set(sign, weight - (pace * slope) / Math.sqrt(step + 1e-8));
      }
    }
    for (const [sign, weight] of weights) {
      const least = sparseness / Math.sqrt((steps.get(sign) ?? 0) + 1e-8);
      weights.set(sign, Math.sign(weight) * Math.max(0, Math.abs(weight) - least));
    }
  }
  for (const [sign, weight] of weights) weights.set(sign, Math.round(weight / grain) * grain);
  return weights;
}

function signsSeenTwice(all: readonly Lesson[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const { signs } of all) {
    for (const sign of signs) (seen.has(sign) ? often : seen).add(sign);
  }
  return often;
}

const score = (weights: Weights, { signs }: Lesson): number =>
  weigh(signs, (sign) => weights.get(sign) || undefined);

/** From which weight on at most this share of the ordinary replies is held. */
const heldReplies = 0.02;
const parts = 5;
const unseen = Array.from({ length: parts }, (_, part) => {
  const weights = learn(lessons.filter((_, i) => i % parts !== part));
  return lessons
    .filter((_, i) => i % parts === part)
    .map((lesson) => ({ against: lesson.against, weight: score(weights, lesson) }));
}).flat();
const replies = unseen
  .filter(({ against }) => !against)
  .map(({ weight }) => weight)
  .sort((a, b) => b - a);
const heldFrom = Math.ceil((replies[Math.floor(replies.length * heldReplies)] ?? 0) * 10) / 10;
const optOuts = unseen.filter(({ against }) => against);
const caught = optOuts.filter(({ weight }) => weight >= heldFrom).length / optOuts.length;

const byWeight = new Map<number, string[]>();
for (const [sign, weight] of learn(lessons)) {
  if (weight !== 0) byWeight.set(weight, [...(byWeight.get(weight) ?? []), sign]);
}
const lines = [...byWeight]
  .sort(([a], [b]) => b - a)
  .map(([weight, signs]) => `  '${weight}': '${signs.sort().join(' ')}',`);

writeFileSync(
  new URL('../src/features/conversations/evidence.ts', import.meta.url),
  `/** Written by scripts/learn-evidence.ts; how to read it is told in second-opinion.ts. */
export const heldFrom = ${heldFrom};

// biome-ignore format: one line for each weight
export const evidence: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
console.log(
  `${lessons.length} texts, ${[...byWeight.values()].flat().length} signs. On texts left out: ` +
    `${(caught * 100).toFixed(1)} % of what is against messages weighs ${heldFrom} or more, ` +
    `and at most ${(heldReplies * 100).toFixed(1)} % of the rest.`,
);
