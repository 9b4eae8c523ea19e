import type { Campaign } from '../../../features/campaigns/index.ts';
import {
  checkBudget,
  compileTemplate,
  spanOf,
  withoutAccents,
} from '../../../features/campaigns/index.ts';
import { lintTemplate } from '../../../features/compliance/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { actions, button, message, modal, section } from '../blocks.ts';
import { unformatted } from '../errors.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import { onClose } from '../on-close.ts';
import { onShortcut } from '../on-shortcut.ts';
import { onSubmit, type SubmitOutcome, type SubmitVisit } from '../on-submit.ts';
import type { Visit } from '../visit.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds, ids } from './ids.ts';
import { audienceStep, readAudience } from './step-audience.ts';
import { messageStep, readMessage } from './step-message.ts';
import { readSchedule, scheduleStep } from './step-schedule.ts';
import { nextStep, readStep, stepBefore, stepOf, type WizardNeeds, wizardStep } from './wizard.ts';
import { type WizardMemory, wizardFrame, wizardMemory } from './wizard-frame.ts';

/** The five steps. Every step is saved when it is left, so a closed window loses nothing. */
export function registerWizard(slack: Slack, needs: WizardNeeds): void {
  const { drafts } = needs;

  onShortcut(slack, ids.new, { role: 'operator' }, async (visit) => {
    await beginWizard(needs, visit);
    return undefined;
  });
  onButton(slack, ids.new, { role: 'operator' }, async (visit) => {
    await beginWizard(needs, visit);
    return undefined;
  });
  onButton(slack, ids.resumeDraft, { role: 'operator' }, async (visit) => {
    const campaign = await drafts.find(visit.value);
    await visit.openModal(await wizardStep(needs, visit.words, campaign, stepOf(campaign)));
    return undefined;
  });

  onSubmit(slack, ids.wizard, { role: 'operator' }, (visit) => submitStep(slack, needs, visit));

  onButton(slack, ids.back, { role: 'operator' }, async (visit) => {
    const memory = memoryOf(visit);
    const campaign = await drafts.find(memory.d);
    const patch = readStep(memory.s, visit.fields, campaign);
    const name = patch.name === '' ? { name: campaign.name } : {};
    const saved = await drafts.save(memory.d, memory.v, { ...patch, ...name }, visit.userId);
    await visit.update(await wizardStep(needs, visit.words, saved, stepBefore(memory.s)));
    return undefined;
  });

  for (const field of [fieldIds.states, fieldIds.segments, fieldIds.tags, fieldIds.scoreMin]) {
    onAction(slack, field, { role: 'operator' }, async (visit) => {
      const memory = memoryOf(visit);
      const draft = await drafts.find(memory.d);
      const campaign = { ...draft, ...readAudience(visit.fields), version: memory.v };
      const [choices, reach] = await Promise.all([needs.choices(), drafts.reach(campaign)]);
      const blocks = audienceStep(visit.words, campaign, choices, reach);
      await visit.update(wizardFrame(visit.words, campaign, 2, blocks));
      return undefined;
    });
  }

  onAction(slack, fieldIds.kind, { role: 'operator' }, async (visit) => {
    const memory = memoryOf(visit);
    const draft = await drafts.find(memory.d);
    const { schedule } = readSchedule(visit.fields, draft.schedule);
    const campaign = { ...draft, version: memory.v };
    await visit.update(wizardFrame(visit.words, campaign, 4, scheduleStep(visit.words, schedule)));
    return undefined;
  });

  onButton(slack, ids.preview, { role: 'operator' }, (visit) =>
    showText(needs, visit, (t) => t, 0),
  );
  onButton(slack, ids.plain, { role: 'operator' }, (visit) =>
    showText(needs, visit, withoutAccents, 1),
  );

  onClose(slack, ids.wizard, async ({ words, metadata }) => {
    const memory = metadata(wizardMemory);
    if (!memory) return undefined;
    const campaign = await drafts.find(memory.d);
    if (campaign.status !== 'draft') return undefined;
    return draftSaved(words, campaign);
  });
}

export async function beginWizard(needs: WizardNeeds, visit: Visit): Promise<void> {
  const name = visit.words.say('campaigns.new-name', { date: visit.words.date(needs.today()) });
  const campaign = await needs.drafts.begin(visit.userId, name);
  await visit.openModal(await wizardStep(needs, visit.words, campaign, 1));
}

export const draftSaved = (words: Reader, campaign: Campaign) => {
  const text = words.mrkdwn('campaigns.draft-saved', { name: campaign.name });
  return message(text, [
    section(text),
    actions([
      button({
        id: ids.resumeDraft,
        label: words.say('campaigns.resume-draft'),
        value: campaign.id,
      }),
    ]),
  ]);
};

function memoryOf(visit: ActionVisit): WizardMemory {
  try {
    return wizardMemory.parse(JSON.parse(visit.view?.private_metadata ?? ''));
  } catch {
    throw new Refusal('invalid', 'form.metadata');
  }
}

async function submitStep(
  slack: Slack,
  needs: WizardNeeds,
  visit: SubmitVisit,
): Promise<SubmitOutcome> {
  const { drafts } = needs;
  const memory = visit.metadata(wizardMemory);
  const before = await drafts.find(memory.d);
  const patch = readStep(memory.s, visit.fields, before);
  const saved = await drafts.save(memory.d, memory.v, patch, visit.userId);
  const errors = complaints(visit.words, saved, memory.s, slack.clock.now());
  if (errors) {
    // The step is saved as it is; the form goes on with the version that made.
    const view = await wizardStep(needs, visit.words, saved, memory.s, {
      notice: Object.values(errors).join(' '),
      fresh: memory.f + 1,
    });
    return { update: view };
  }
  if (memory.s < 5) {
    return { update: await wizardStep(needs, visit.words, saved, nextStep(memory.s)) };
  }
  await drafts.submit(saved.id, saved.version, visit.userId);
  return {
    update: modal({
      id: 'campaigns.submitted',
      title: visit.words.say('campaigns.wizard-title'),
      close: visit.words.say('base.close'),
      blocks: [section(visit.words.mrkdwn('campaigns.submitted', { name: saved.name }))],
    }),
  };
}

/** What stands against leaving this step, by field; null when nothing does. */
function complaints(
  words: Reader,
  campaign: Campaign,
  step: number,
  now: Date,
): Record<string, string> | null {
  try {
    if (step === 1 && campaign.name.trim() === '') throw new Refusal('invalid', 'campaign.no-name');
    if (step === 3) {
      compileTemplate(campaign.template);
      const [issue] = lintTemplate(campaign.template, { channel: campaign.channel });
      if (issue) {
        const text = words.mrkdwn(`compliance.lint.${issue.code}`, issue.values);
        return { [fieldIds.template]: unformatted(text) };
      }
    }
    if (step === 4) spanOf(campaign.schedule, now);
    if (step === 5) checkBudget(campaign.budget);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { [error.code]: unformatted(words.refusal(error)) };
    throw error;
  }
}

/** Shows the text in the box as people would read it, `change`d first where a button asked for that. */
async function showText(
  needs: WizardNeeds,
  visit: ActionVisit,
  change: (text: string) => string,
  replaced: 0 | 1,
): Promise<undefined> {
  const memory = memoryOf(visit);
  const campaign = { ...(await needs.drafts.find(memory.d)), version: memory.v };
  const template = change(readMessage(visit.fields).template);
  const fresh = memory.f + replaced;
  let notice: string | undefined;
  const preview = await needs.drafts.preview(campaign, template).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    notice = unformatted(visit.words.refusal(error));
    return null;
  });
  const blocks = messageStep(visit.words, { template, fresh, preview });
  await visit.update(wizardFrame(visit.words, campaign, 3, blocks, { notice, fresh }));
  return undefined;
}
