import { englishIdeas } from './english-ideas.ts';
import * as en from './english-phrases.ts';
import { frames } from './frames.ts';
import { offersRefused, requests, strangers, tempers } from './grammar.ts';
import type { ReadableText } from './normalise.ts';
import { without } from './phrase.ts';
import { plainOrders } from './plain-orders.ts';
import { portugueseIdeas } from './portuguese-ideas.ts';
import * as pt from './portuguese-phrases.ts';
import * as es from './spanish-phrases.ts';
import { warnings } from './warnings.ts';
import { fillerWords } from './word-list.ts';

/** The phrases of all languages, by what they mean. */
export const optOuts = [
  ...en.englishOptOuts,
  ...englishIdeas,
  ...pt.portugueseOptOuts,
  ...portugueseIdeas,
  ...es.spanishOptOuts,
  ...strangers,
  ...offersRefused,
  ...warnings,
];
export const keeps = [...en.englishKeeps, ...pt.portugueseKeeps, ...es.spanishKeeps];
export const limits = [...en.englishLimits, ...pt.portugueseLimits];
/** Of these, "the flight" may be what is ended. */
export const orders = [...requests, ...plainOrders, ...frames];
export const refusals = [...en.englishRefusals, ...pt.portugueseRefusals, ...es.spanishRefusals];
export const doubts = [
  ...tempers,
  ...en.englishDoubts,
  ...pt.portugueseDoubts,
  ...es.spanishDoubts,
];
export const otherSenses = [
  ...en.englishOtherSenses,
  ...pt.portugueseOtherSenses,
  ...es.spanishOtherSenses,
];

/** What is left of a text when all that surely means something else is taken out; `|` in its place. */
export const unexplained = ({ clauses }: ReadableText): string[] =>
  clauses
    .map((clause) => without(otherSenses, without(keeps, clause)))
    .filter((left) => left.split(' ').some((word) => saysSomething(word)));

const saysSomething = (word: string): boolean =>
  word !== '' && word !== '|' && !fillerWords.has(word);
