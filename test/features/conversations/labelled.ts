import type { Label } from '../../../src/features/conversations/index.ts';
import { assorted } from './texts/assorted.ts';
import { blindOptOuts } from './texts/blind-opt-outs.ts';
import { blindHelps, blindOptIns, blindUnclears } from './texts/blind-others.ts';
import { blindReplies } from './texts/blind-replies.ts';
import { doubleMeanings } from './texts/double-meanings.ts';
import { everyday } from './texts/everyday.ts';
import { indirect } from './texts/indirect.ts';
import { mixed } from './texts/mixed.ts';
import { moreOptOuts } from './texts/more-opt-outs.ts';
import { moreHelps, moreOptIns, moreUnclears } from './texts/more-others.ts';
import { moreReplies } from './texts/more-replies.ts';
import { optOutsEnglish } from './texts/opt-outs-english.ts';
import { optOutsPortuguese } from './texts/opt-outs-portuguese.ts';
import { otherSpeakers } from './texts/other-speakers.ts';
import { helps, optIns, unclears } from './texts/others.ts';
import { plain } from './texts/plain.ts';
import { rare } from './texts/rare.ts';
import { repliesEnglish, repliesPortuguese } from './texts/replies.ts';
import { short } from './texts/short.ts';

type Labelled = Readonly<Record<Label, readonly string[]>>;

/** The rules read every one of these. */
export const labelled: Labelled = {
  opt_out: [...optOutsEnglish, ...optOutsPortuguese, ...moreOptOuts, ...blindOptOuts],
  opt_in: [...optIns, ...moreOptIns, ...blindOptIns],
  help: [...helps, ...moreHelps, ...blindHelps],
  reply: [...repliesEnglish, ...repliesPortuguese, ...moreReplies, ...blindReplies],
  unclear: [...unclears, ...moreUnclears, ...blindUnclears],
};

/** Rounds that were unseen once; the rules have learnt from them but do not read every text. */
export const rounds: readonly Labelled[] = [
  everyday,
  otherSpeakers,
  indirect,
  plain,
  doubleMeanings,
  mixed,
  short,
  rare,
  assorted,
];

const all = (label: Label): readonly string[] => [labelled, ...rounds].flatMap((one) => one[label]);

/** What the second opinion has learnt from; held-out texts are not among them. */
export const learnt: Labelled = {
  opt_out: all('opt_out'),
  opt_in: all('opt_in'),
  help: all('help'),
  reply: all('reply'),
  unclear: all('unclear'),
};
