import { type Evidence, freshness, type Question, questions, weightOf } from './evidence.ts';
import { cannotTakeTexts, isLineType, type LineType } from './line-type.ts';

/** One possible answer, and who stands behind it. */
export type Vote = { value: string; weight: number; providers: string[] };

/** What is believed about one question. `confidence` is 0 when nobody knows. */
export type Finding<Value> = { value: Value | null; confidence: number };

export type Disagreement = {
  question: Question;
  /** Strongest first; shares add up to 1. */
  says: { value: string; providers: string[]; share: number }[];
};

export type Verdict = {
  valid: Finding<boolean>;
  active: Finding<boolean>;
  lineType: Finding<LineType>;
  carrier: Finding<string>;
  disagreements: Disagreement[];
};

/** Doubt that no single answer takes away: alone, weight 1 gives 1 / 1.1. */
const doubt = 0.1;

/**
 * What is believed about a number. For each question, of each provider its newest word counts, with
 * its weight times its freshness; the value with the most behind it wins (the stricter one in a
 * tie), and its confidence is its share of all there is, plus some doubt. The README says why.
 */
export function verdictOf(evidence: readonly Evidence[], now: Date): Verdict {
  const votes = Object.fromEntries(
    questions.map((question) => [question, votesOn(question, evidence, now)]),
  ) as Record<Question, Vote[]>;
  const type = finding(votes.lineType);
  const carrier = finding(votes.carrier);
  return {
    valid: yesOrNo(votes.valid),
    active: yesOrNo(votes.active),
    lineType: {
      value: type.value !== null && isLineType(type.value) ? type.value : null,
      confidence: type.confidence,
    },
    carrier: { value: nameOf(carrier.value, evidence), confidence: carrier.confidence },
    disagreements: questions.flatMap((question) => disagreement(question, votes[question])),
  };
}

/** Every value with somebody behind it, the believed one first. */
export function votesOn(question: Question, evidence: readonly Evidence[], now: Date): Vote[] {
  const newest = new Map<string, { value: string; at: Date }>();
  for (const word of evidence) {
    const value = saidOn(question, word);
    const known = newest.get(word.provider);
    if (value === null || weightOf(word.provider, question) === 0) continue;
    const later = !known || word.at > known.at;
    // Two words of one moment: the stricter one, so that their order says nothing.
    const same = known && word.at.getTime() === known.at.getTime();
    if (later || (same && byStrictness(value, known.value) < 0)) {
      newest.set(word.provider, { value, at: word.at });
    }
  }
  const votes = new Map<string, Vote>();
  // Sums of fractions depend on their order.
  for (const provider of [...newest.keys()].sort()) {
    const { value, at } = newest.get(provider) ?? { value: '', at: now };
    const vote = votes.get(value) ?? { value, weight: 0, providers: [] };
    vote.weight += weightOf(provider, question) * freshness(at, now);
    vote.providers.push(provider);
    votes.set(value, vote);
  }
  return [...votes.values()].sort(
    (a, b) => b.weight - a.weight || byStrictness(a.value, b.value) || 0,
  );
}

function saidOn(question: Question, word: Evidence): string | null {
  if (question === 'carrier') return word.carrier === null ? null : carrierKey(word.carrier);
  if (question === 'lineType') return word.lineType === 'unknown' ? null : word.lineType;
  const said = word[question];
  return said === null ? null : String(said);
}

const strictness = (value: string): number =>
  value === 'false' || (isLineType(value) && cannotTakeTexts(value)) ? 0 : 1;

const byStrictness = (a: string, b: string): number =>
  strictness(a) - strictness(b) || (a < b ? -1 : a > b ? 1 : 0);

function finding(votes: readonly Vote[]): Finding<string> {
  const [best] = votes;
  if (!best) return { value: null, confidence: 0 };
  const all = votes.reduce((sum, { weight }) => sum + weight, 0);
  return { value: best.value, confidence: best.weight / (all + doubt) };
}

function yesOrNo(votes: readonly Vote[]): Finding<boolean> {
  const { value, confidence } = finding(votes);
  return { value: value === null ? null : value === 'true', confidence };
}

function disagreement(question: Question, votes: readonly Vote[]): Disagreement[] {
  if (votes.length < 2) return [];
  const all = votes.reduce((sum, { weight }) => sum + weight, 0);
  return [
    {
      question,
      says: votes.map(({ value, providers, weight }) => ({
        value,
        providers,
        share: weight / all,
      })),
    },
  ];
}

const families: readonly (readonly [RegExp, string])[] = [
  [/\bat ?(&|and) ?t\b|\bcingular\b/, 'at&t'],
  [/\bt ?mobile\b|\bsprint\b|\bmetro ?pcs\b/, 't-mobile'],
  [/\bverizon\b|\bcellco\b/, 'verizon'],
];

/** The providers write one carrier in many ways: `T-Mobile USA, Inc.`, `T-MOBILE`. */
export function carrierKey(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
  const family = families.find(([pattern]) => pattern.test(plain));
  if (family) return family[1];
  return plain
    .replace(/\b(llc|inc|corp|corporation|co|ltd|lp|usa|us)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The carrier as the newest of those who mean this one writes it. */
function nameOf(key: string | null, evidence: readonly Evidence[]): string | null {
  if (key === null) return null;
  const names = evidence
    .filter(({ carrier }) => carrier !== null && carrierKey(carrier) === key)
    .sort(
      (a, b) =>
        weightOf(b.provider, 'carrier') - weightOf(a.provider, 'carrier') ||
        b.at.getTime() - a.at.getTime() ||
        (a.carrier ?? '').localeCompare(b.carrier ?? ''),
    );
  return names[0]?.carrier ?? null;
}
