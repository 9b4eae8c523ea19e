import { ownSends } from './evidence.ts';
import { cannotTakeTexts, type LineType } from './line-type.ts';

/** So many numbers about which a provider had said this, and of which we then learned that. */
export type Tested = {
  provider: string;
  valid: boolean | null;
  active: boolean | null;
  lineType: LineType | null;
  outcome: 'delivered' | 'dead' | 'no-sms';
  count: number;
};

export type Accuracy = { provider: string; tested: number; right: number };

/**
 * How often a provider's word held against our own messages: what it called reachable was reached,
 * what it called gone or a landline was not. Answers that said nothing of the kind are not counted.
 */
export function accuracyOf(tested: readonly Tested[]): Accuracy[] {
  const found = new Map<string, Accuracy>();
  for (const one of tested) {
    if (one.provider === ownSends) continue;
    const right = wasRight(one);
    if (right === null) continue;
    const sum = found.get(one.provider) ?? { provider: one.provider, tested: 0, right: 0 };
    sum.tested += one.count;
    if (right) sum.right += one.count;
    found.set(one.provider, sum);
  }
  return [...found.values()].sort((a, b) => (a.provider < b.provider ? -1 : 1));
}

function wasRight({ valid, active, lineType, outcome }: Tested): boolean | null {
  const saidGone = valid === false || active === false;
  const known = lineType !== null && lineType !== 'unknown';
  const saidTextless = known && cannotTakeTexts(lineType);
  switch (outcome) {
    case 'dead':
      return saidGone || valid === true || active === true ? saidGone : null;
    case 'no-sms':
      return known ? saidTextless : null;
    case 'delivered':
      return saidGone || saidTextless ? false : valid === true || active === true || known || null;
  }
}
