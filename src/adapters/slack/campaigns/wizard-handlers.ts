import {
  type Campaign,
  canEdit,
  type DraftPatch,
  mostFollowUps,
  withoutAccents,
} from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { unformatted } from '../errors.ts';
import type { Fields } from '../fields.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import { onClose } from '../on-close.ts';
import { onShortcut } from '../on-shortcut.ts';
import { onSubmit } from '../on-submit.ts';
import { updateView, type Visit } from '../visit.ts';
import { draftSaved } from './draft-message.ts';
import { emptyFollowUp, readFollowUps } from './follow-up-inputs.ts';
import { fieldIds, ids } from './ids.ts';
import { audienceStep, reachOf, readAudience } from './step-audience.ts';
import { messageStep, readTemplate } from './step-message.ts';
import { readSchedule, scheduleStep } from './step-schedule.ts';
import { readStep, stepBefore, stepOf, type WizardNeeds, wizardStep } from './wizard.ts';
import { type WizardMemory, wizardFrame, wizardMemory } from './wizard-frame.ts';
import { submitStep } from './wizard-submit.ts';

/** The five steps. Every step is saved when it is left, so a closed window loses nothing. */
export function registerWizard(slack: Slack, needs: WizardNeeds): void {
  const { drafts } = needs;
  const operator = { role: 'operator' } as const;

  onShortcut(slack, ids.new, operator, (visit) => beginWizard(needs, visit));
  onButton(slack, ids.new, operator, (visit) => beginWizard(needs, visit));
  onButton(slack, ids.resumeDraft, operator, (visit) => openWizard(needs, visit, visit.value));
  onButton(slack, ids.edit, operator, (visit) =>
    openWizard(needs, visit, visit.value, { editing: true }),
  );
  onSubmit(slack, ids.wizard, operator, (visit) => submitStep(slack, needs, visit));

  onButton(slack, ids.back, operator, async (visit) => {
    const memory = memoryOf(visit);
    const saved = await saveAsItIs(needs, memory, visit);
    const shown = await wizardStep(needs, visit.words, saved, stepBefore(memory.s), {
      fresh: memory.f,
    });
    // Whatever was drawn meanwhile, the draft has a new version now, and the form must know it.
    if (visit.view) await updateView(slack, { viewId: visit.view.id }, shown);
    return undefined;
  });

  const audienceFields = ['savedFilter', 'states', 'segments', 'tags', 'scoreMin'] as const;
  for (const field of audienceFields.map((name) => fieldIds[name])) {
    onAction(slack, field, operator, async (visit) => {
      const { draft, frame } = await reopened(needs, visit);
      const campaign = { ...draft, ...readAudience(visit.fields, draft.filter) };
      const choices = await needs.choices();
      const reach = await reachOf(drafts, campaign, choices);
      await visit.update(frame(audienceStep(visit.words, campaign, choices, reach)));
      return undefined;
    });
  }

  onAction(slack, fieldIds.kind, operator, async (visit) => {
    const { draft, frame } = await reopened(needs, visit);
    const { schedule } = readSchedule(visit.fields, draft.schedule);
    await visit.update(frame(scheduleStep(visit.words, schedule)));
    return undefined;
  });

  onButton(slack, ids.preview, operator, (visit) => showText(needs, visit, (text) => text, 0));
  onButton(slack, ids.plain, operator, (visit) => showText(needs, visit, withoutAccents, 1));

  onButton(slack, ids.addFollowUp, operator, async (visit) => {
    const { memory, frame } = await reopened(needs, visit);
    const followUps = [...readFollowUps(visit.fields), emptyFollowUp].slice(0, mostFollowUps);
    const template = readTemplate(visit.fields);
    const shown = { template, followUps, fresh: memory.f, preview: null };
    await visit.update(frame(messageStep(visit.words, shown)));
    return undefined;
  });

  onClose(slack, ids.wizard, async (visit) => {
    const memory = visit.metadata(wizardMemory);
    // Who opened a submission to change it and went away has not changed it.
    if (!memory || memory.e) return undefined;
    const campaign = await drafts.find(memory.d);
    if (campaign.status !== 'draft') return undefined;
    // Slack does not promise what a closed form says: an empty one must not empty the draft.
    const typed = holdsSomething(visit.fields);
    const kept = typed ? await saveAsItIs(needs, memory, visit) : campaign;
    return draftSaved(visit.words, kept, typed);
  });
}

const holdsSomething = (fields: Fields): boolean =>
  Object.values(fields.all()).some((value) => value.length > 0);

/** A new draft with a name to begin with, at step 1; none when its window cannot be opened any more. */
export async function beginWizard(needs: WizardNeeds, visit: Visit): Promise<undefined> {
  const name = visit.words.say('campaigns.new-name', { date: visit.words.date(needs.today()) });
  const campaign = await needs.drafts.begin(visit.userId, name);
  try {
    await visit.openModal(await wizardStep(needs, visit.words, campaign, 1));
  } catch (error) {
    const neverSeen = error instanceof Refusal && error.code === 'form.too-late';
    if (neverSeen) await needs.drafts.discard(campaign.id, campaign.version, visit.userId);
    throw error;
  }
  return undefined;
}

/** Where it was left; with `editing` from the start, and then also what waits or is scheduled. */
async function openWizard(
  needs: WizardNeeds,
  visit: Visit,
  id: string,
  { editing = false }: { editing?: boolean } = {},
): Promise<undefined> {
  const campaign = await needs.drafts.find(id);
  const { name, status } = campaign;
  if (!(editing ? canEdit(status) : status === 'draft')) {
    throw new Refusal('conflict', 'campaign.wrong-status', { name, status });
  }
  const shown = { editing: status !== 'draft' };
  const step = editing ? 1 : stepOf(campaign);
  await visit.openModal(await wizardStep(needs, visit.words, campaign, step, shown));
  return undefined;
}

function memoryOf(visit: ActionVisit): WizardMemory {
  try {
    return wizardMemory.parse(JSON.parse(visit.view?.private_metadata ?? ''));
  } catch {
    throw new Refusal('invalid', 'form.metadata');
  }
}

/** Keeps what is entered, whole or not; a name that was emptied stays what it was. */
async function saveAsItIs(
  { drafts }: WizardNeeds,
  memory: WizardMemory,
  { fields, userId }: Pick<ActionVisit, 'fields' | 'userId'>,
): Promise<Campaign> {
  const before = await drafts.find(memory.d);
  const patch = readStep(memory.s, fields, before);
  const name = patch.name === '' ? { name: before.name } : {};
  const step = Math.max(memory.s, before.step);
  const entered: DraftPatch = { ...patch, ...name, step };
  if (before.version === memory.v && isSame(before, entered)) return before;
  return drafts.save(memory.d, memory.v, entered, userId, { draftOnly: !memory.e });
}

const isSame = (before: Campaign, entered: DraftPatch): boolean =>
  JSON.stringify({ ...before, ...entered }) === JSON.stringify(before);

/** The draft as this form knows it, and the frame to draw its step in again. */
async function reopened({ drafts }: WizardNeeds, visit: ActionVisit) {
  const memory = memoryOf(visit);
  const draft = { ...(await drafts.find(memory.d)), version: memory.v };
  return {
    memory,
    draft,
    frame: (
      blocks: Parameters<typeof wizardFrame>[3],
      { notice, fresh = memory.f }: { notice?: string | undefined; fresh?: number } = {},
    ) => wizardFrame(visit.words, draft, memory.s, blocks, { notice, fresh, editing: memory.e }),
  };
}

/** Shows the text in the box as people would read it, `change`d first where a button asked for that. */
async function showText(
  needs: WizardNeeds,
  visit: ActionVisit,
  change: (text: string) => string,
  replaced: 0 | 1,
): Promise<undefined> {
  const { memory, draft, frame } = await reopened(needs, visit);
  const template = change(readTemplate(visit.fields));
  const followUps = readFollowUps(visit.fields).map((one) => ({
    ...one,
    template: change(one.template),
  }));
  const written = followUps.filter((one) => one.template.trim() !== '');
  const fresh = memory.f + replaced;
  let notice: string | undefined;
  const schedule = { ...draft.schedule, followUps: written };
  const preview = await needs.drafts
    .preview({ ...draft, template, schedule })
    .catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      notice = unformatted(visit.words.refusal(error));
      return null;
    });
  const blocks = messageStep(visit.words, { template, followUps, fresh, preview });
  await visit.update(frame(blocks, { notice, fresh }));
  return undefined;
}
