import {
  type Campaign,
  checkBudget,
  checkWhole,
  spanOf,
} from '../../../features/campaigns/index.ts';
import { lintTemplate } from '../../../features/compliance/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { modal, section } from '../blocks.ts';
import { unformatted } from '../errors.ts';
import type { SubmitOutcome, SubmitVisit } from '../on-submit.ts';
import type { Reader } from '../words/words.ts';
import { followUpFields } from './follow-up-inputs.ts';
import { fieldIds } from './ids.ts';
import { nextStep, readStep, type WizardNeeds, wizardStep } from './wizard.ts';
import { type Step, wizardMemory } from './wizard-frame.ts';

/**
 * Leaves a step forwards. Everything is judged before anything is saved, so that a complaint leaves
 * the draft and its version as they were and the same form can be sent again.
 */
export async function submitStep(
  slack: Slack,
  needs: WizardNeeds,
  visit: SubmitVisit,
): Promise<SubmitOutcome> {
  const { drafts } = needs;
  const { words, userId } = visit;
  const memory = visit.metadata(wizardMemory);
  const before = await drafts.find(memory.d);
  const patch = readStep(memory.s, visit.fields, before);
  const errors = await complaints(
    needs,
    words,
    memory.s,
    { ...before, ...patch },
    slack.clock.now(),
  );
  if (errors) return { errors };
  const step = nextStep(memory.s);
  const saved = await drafts.save(memory.d, memory.v, { ...patch, step }, userId, {
    draftOnly: !memory.e,
  });
  if (memory.s < 5) {
    return { update: await wizardStep(needs, words, saved, step, { fresh: memory.f }) };
  }
  try {
    await drafts.submit(saved.id, saved.version, userId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Somebody was faster. The draft is saved by now, so the form goes on with its new version.
    const notice = unformatted(words.refusal(error));
    return { update: await wizardStep(needs, words, saved, 5, { notice, fresh: memory.f }) };
  }
  return { update: submitted(words, saved) };
}

const submitted = (words: Reader, { name }: Campaign) =>
  modal({
    id: 'campaigns.submitted',
    title: words.say('campaigns.wizard-title'),
    close: words.say('base.close'),
    blocks: [section(words.mrkdwn('campaigns.submitted', { name }))],
  });

/**
 * What stands against leaving this step, by the field it is about; null when nothing does. Throws
 * the refusal itself when it is about another step.
 */
async function complaints(
  { drafts }: WizardNeeds,
  words: Reader,
  step: Step,
  entered: Campaign,
  now: Date,
): Promise<Record<string, string> | null> {
  const broken = step === 3 ? lintComplaints(words, entered) : {};
  if (Object.keys(broken).length > 0) return broken;
  try {
    await check(drafts, step, entered, now);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw underFields(error);
  }
}

async function check(
  drafts: WizardNeeds['drafts'],
  step: Step,
  entered: Campaign,
  now: Date,
): Promise<void> {
  if (step === 1 && entered.name.trim() === '') {
    throw new Refusal('invalid', 'campaign.no-name', {}, { name: 'campaign.no-name' });
  }
  if (step === 3) await drafts.preview(entered);
  if (step === 4) spanOf(entered.schedule, now);
  if (step === 5) {
    checkBudget(entered.budget);
    checkWhole(entered, now);
  }
  if (step === 2 || step === 5) {
    const { final } = await drafts.reach(entered);
    if (final > 0) return;
    const code = 'campaign.empty-audience';
    throw new Refusal('conflict', code, {}, { states: code });
  }
}

/** Each text stands alone: a follow-up has to say who writes and how to stop as well. */
function lintComplaints(words: Reader, { template, schedule, channel }: Campaign) {
  const texts = [
    [fieldIds.template, template],
    ...schedule.followUps.map((one, at) => [followUpFields[at]?.text ?? '', one.template]),
  ] as const;
  return Object.fromEntries(
    texts.flatMap(([field = '', text = '']) => {
      const broken =
        text.trim() === ''
          ? []
          : lintTemplate(text, { channel }).filter(({ severity }) => severity === 'error');
      const complaint = broken
        .map(({ code, values }) => unformatted(words.mrkdwn(`compliance.lint.${code}`, values)))
        .join(' ');
      return complaint ? [[field, complaint]] : [];
    }),
  );
}

/** Features name a field plainly (`startDate`); the form calls it by its own id. */
export function underFields(refusal: Refusal): Refusal {
  const fields = Object.entries(refusal.fields).flatMap(([field, code]): [string, string][] =>
    isField(field) ? [[fieldIds[field], code]] : [],
  );
  return new Refusal(refusal.kind, refusal.code, refusal.values, Object.fromEntries(fields));
}

const isField = (name: string): name is keyof typeof fieldIds => Object.hasOwn(fieldIds, name);
