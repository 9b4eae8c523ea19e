import type { Label } from '../../../src/features/conversations/index.ts';
import { blindOptOuts } from './texts/blind-opt-outs.ts';
import { blindHelps, blindOptIns, blindUnclears } from './texts/blind-others.ts';
import { blindReplies } from './texts/blind-replies.ts';
import { everyday } from './texts/everyday.ts';
import { moreOptOuts } from './texts/more-opt-outs.ts';
import { moreHelps, moreOptIns, moreUnclears } from './texts/more-others.ts';
import { moreReplies } from './texts/more-replies.ts';
import { optOutsEnglish } from './texts/opt-outs-english.ts';
import { optOutsPortuguese } from './texts/opt-outs-portuguese.ts';
import { otherSpeakers } from './texts/other-speakers.ts';
import { helps, optIns, unclears } from './texts/others.ts';
import { repliesEnglish, repliesPortuguese } from './texts/replies.ts';

type Labelled = Readonly<Record<Label, readonly string[]>>;

/** The rules read every one of these. */
export const labelled: Labelled = {
  opt_out: [...optOutsEnglish, ...optOutsPortuguese, ...moreOptOuts, ...blindOptOuts],
  opt_in: [...optIns, ...moreOptIns, ...blindOptIns],
  help: [...helps, ...moreHelps, ...blindHelps],
  reply: [...repliesEnglish, ...repliesPortuguese, ...moreReplies, ...blindReplies],
  unclear: [...unclears, ...moreUnclears, ...blindUnclears],
};

/** What the second opinion has learnt from; held-out texts are not among them. */
export const learnt: Labelled = {
  opt_out: [...labelled.opt_out, ...everyday.opt_out, ...otherSpeakers.opt_out],
  opt_in: [...labelled.opt_in, ...everyday.opt_in, ...otherSpeakers.opt_in],
  help: [...labelled.help, ...everyday.help, ...otherSpeakers.help],
  reply: [...labelled.reply, ...everyday.reply, ...otherSpeakers.reply],
  unclear: [...labelled.unclear, ...everyday.unclear, ...otherSpeakers.unclear],
};
