import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Campaign } from '../../../features/campaigns/index.ts';
import { actions, alert, button, context, modal } from '../blocks.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { ids } from './ids.ts';

export const lastStep = 5;
export type Step = 1 | 2 | 3 | 4 | 5;

/** What a wizard form remembers: which draft, which step, which version it was opened on. */
export const wizardMemory = z.object({
  d: z.uuid(),
  s: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  v: z.number().int(),
  /** Counts replaced texts: a new block id makes Slack show the new text. */
  f: z.number().int().default(0),
  /** Opened to change what is submitted or scheduled already, which takes that back. */
  e: z.boolean().default(false),
});
export type WizardMemory = z.output<typeof wizardMemory>;

const stepNames: Readonly<Record<Step, WordKey>> = {
  1: 'campaigns.step-basics',
  2: 'campaigns.step-audience',
  3: 'campaigns.step-message',
  4: 'campaigns.step-schedule',
  5: 'campaigns.step-review',
};

/** What a step shows beside the draft itself. */
export type Shown = {
  notice?: string | undefined;
  fresh?: number;
  /** See `WizardMemory.e`. */
  editing?: boolean;
};

/** One step of the wizard, always the same root view: where we are, the way back, what it asks. */
export function wizardFrame(
  words: Reader,
  campaign: Pick<Campaign, 'id' | 'version'>,
  step: Step,
  blocks: readonly KnownBlock[],
  { notice, fresh = 0, editing = false }: Shown = {},
): ModalView {
  const at = words.mrkdwn('campaigns.step', {
    step,
    steps: lastStep,
    name: words.say(stepNames[step]),
  });
  const back =
    step > 1
      ? [actions([button({ id: ids.back, label: words.say('base.back'), value: String(step) })])]
      : [];
  const memory: WizardMemory = {
    d: campaign.id,
    s: step,
    v: campaign.version,
    f: fresh,
    e: editing,
  };
  return modal({
    id: ids.wizard,
    title: words.say('campaigns.wizard-title'),
    submit: words.say(step === lastStep ? 'campaigns.submit' : 'campaigns.continue'),
    close: words.say('base.close'),
    notifyOnClose: true,
    metadata: memory,
    blocks: [...(notice ? [alert(notice, 'warning')] : []), context(at), ...back, ...blocks],
  });
}
