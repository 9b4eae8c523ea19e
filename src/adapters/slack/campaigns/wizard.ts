import type { ModalView } from '@slack/types';
import {
  type Campaign,
  type DraftPatch,
  type DraftService,
  type Previews,
  textsOf,
} from '../../../features/campaigns/index.ts';
import { lintTemplate } from '../../../features/compliance/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { type AudienceChoices, audienceStep, reachOf, readAudience } from './step-audience.ts';
import { basicsStep, readBasics } from './step-basics.ts';
import { messageStep, readMessage } from './step-message.ts';
import { readBudget, reviewStep } from './step-review.ts';
import { readSchedule, scheduleStep } from './step-schedule.ts';
import { type Shown, type Step, wizardFrame } from './wizard-frame.ts';

export type WizardNeeds = {
  drafts: DraftService;
  choices: () => Promise<AudienceChoices>;
  /** For the name a new draft starts with. */
  today: () => Date;
  /** Nothing leaves the machine; said where money is talked about. */
  simulated: boolean;
};

/** Draws any step of a draft; what a step needs is asked for here. */
export async function wizardStep(
  { drafts, choices, simulated }: WizardNeeds,
  words: Reader,
  campaign: Campaign,
  step: Step,
  shown: Shown = {},
): Promise<ModalView> {
  const frame = (blocks: Parameters<typeof wizardFrame>[3]) =>
    wizardFrame(words, campaign, step, blocks, shown);
  if (step === 1) return frame(basicsStep(words, campaign));
  if (step === 2) {
    const available = await choices();
    const reach = await reachOf(drafts, campaign, available);
    return frame(audienceStep(words, campaign, available, reach));
  }
  if (step === 3) {
    const preview = await previewOf(drafts, campaign);
    const { template, schedule } = campaign;
    const { followUps } = schedule;
    return frame(messageStep(words, { template, followUps, fresh: shown.fresh ?? 0, preview }));
  }
  if (step === 4) return frame(scheduleStep(words, campaign.schedule));
  const [reach, preview] = await Promise.all([drafts.reach(campaign), previewOf(drafts, campaign)]);
  const texts = preview ? [preview.message, ...preview.followUps] : [];
  const segments = texts.reduce((sum, one) => sum + one.segments, 0);
  const estimate = drafts.estimate(campaign, reach.final, Math.max(1, segments));
  const issues = textsOf(campaign).flatMap((text) =>
    lintTemplate(text, { channel: campaign.channel }),
  );
  return frame(reviewStep(words, { campaign, reach, preview, estimate, issues, simulated }));
}

/** Null while there is no text, or one that cannot be rendered. */
async function previewOf(drafts: DraftService, campaign: Campaign): Promise<Previews | null> {
  if (campaign.template.trim() === '') return null;
  try {
    return await drafts.preview(campaign);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What the form of a step says, valid or not, as a change of the draft. */
export function readStep(step: Step, fields: Fields, campaign: Campaign): DraftPatch {
  if (step === 1) return readBasics(fields);
  if (step === 2) return readAudience(fields, campaign.filter);
  if (step === 3) return readMessage(fields, campaign.schedule);
  if (step === 4) return readSchedule(fields, campaign.schedule);
  return readBudget(fields);
}

export const nextStep = (step: Step): Step => Math.min(step + 1, 5) as Step;
export const stepBefore = (step: Step): Step => Math.max(step - 1, 1) as Step;
export const stepOf = (campaign: Campaign): Step => Math.min(Math.max(campaign.step, 1), 5) as Step;
