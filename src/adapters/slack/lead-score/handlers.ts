import { z } from 'zod';
import { type LeadScoreService, scoreFactors } from '../../../features/contacts/index.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import type { SubCommand } from '../on-command.ts';
import { onSubmit } from '../on-submit.ts';
import { scoreIds } from './ids.ts';
import { effectView, weightsForm, weightsMessage } from './views.ts';

const agreedTo = z.object({
  v: z.number().int(),
  w: z.record(z.string(), z.number().int()),
});

/** `/contacts score`: what counts, and for an admin the way to change it. */
export const scoreCommand = (scores: LeadScoreService): SubCommand => ({
  role: 'viewer',
  help: 'contacts.help.score',
  run: async ({ words, member }) => weightsMessage(await scores.rules(), member.role, words),
});

/** Weights are entered, their effect is shown, and only then they are saved. */
export function registerLeadScore(slack: Slack, scores: LeadScoreService): void {
  const admin = { role: 'admin' } as const;
  onButton(slack, scoreIds.edit, admin, async ({ openModal, words }) => {
    await openModal(weightsForm(await scores.rules(), words));
    return undefined;
  });

  onSubmit(slack, scoreIds.form, admin, async ({ fields, metadata, words }) => {
    const { v } = metadata(z.object({ v: z.number().int() }));
    const entered = Object.fromEntries(
      scoreFactors.map((factor) => [factor, numberIn(fields.text(factor))]),
    );
    const { weights, effect } = await scores.effect(entered, v);
    return { update: effectView(weights, effect, v, words) };
  });

  onSubmit(slack, scoreIds.saveForm, admin, async ({ metadata, userId, words, tell }) => {
    const { v, w } = metadata(agreedTo);
    const { changedBand } = await scores.save(w, v, userId);
    await tell(message(words.mrkdwn('score.saved', { changedBand })));
    return undefined;
  });
}

/** Anything but a whole number is refused by the rule, under its field. */
const numberIn = (text: string): number =>
  /^-?\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
