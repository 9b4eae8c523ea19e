import { z } from 'zod';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { modal, section } from '../blocks.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import { onSubmit } from '../on-submit.ts';
import { updateView } from '../visit.ts';
import type { FindDesk, FindNeeds, Looking } from './find-desk.ts';
import { findIds } from './find-ids.ts';
import {
  nameField,
  removeForm,
  renameForm,
  replaceField,
  savedFiltersModal,
  saveFilterForm,
} from './saved-filter-views.ts';

const ofList = z.object({ l: z.uuid() });
const ofFilter = ofList.extend({ f: z.uuid() });

/** Filters with a name: kept, opened, renamed and taken away again. */
export function registerSavedFilters(
  slack: Slack,
  { lists, savedFilters }: FindNeeds,
  desk: FindDesk,
): void {
  const viewer = { role: 'viewer' } as const;
  const operator = { role: 'operator' } as const;

  async function listing(listId: string, looking: Looking) {
    const { member, words } = looking;
    const saved = await savedFilters.list();
    const lines = await Promise.all(
      saved.map(async (each) => ({ ...each, said: await desk.said(each.filter, looking) })),
    );
    return savedFiltersModal(words, listId, lines, member.role);
  }

  onButton(slack, findIds.saveFilter, operator, async (visit) => {
    const list = await lists.change(visit.value, visit.userId, { place: visit.place });
    await visit.openModal(
      saveFilterForm(visit.words, list.id, await desk.said(list.filter, visit)),
    );
    return undefined;
  });

  onSubmit(slack, findIds.saveFilterForm, operator, async (visit) => {
    const { words } = visit;
    const list = await lists.get(visit.metadata(ofList).l, visit.userId);
    const replace = visit.fields.has(replaceField, 'yes');
    const asked = { name: visit.fields.text(nameField), filter: list.filter, replace };
    const { name } = await savedFilters.save(asked, visit.userId);
    return {
      update: modal({
        id: 'contacts.filter-saved',
        title: words.say('contacts.saved.save-title'),
        close: words.say('base.close'),
        blocks: [section(words.mrkdwn('contacts.saved.done', { name }))],
      }),
    };
  });

  onButton(slack, findIds.savedFilters, viewer, async (visit) => {
    const list = await lists.change(visit.value, visit.userId, { place: visit.place });
    await visit.openModal(await listing(list.id, visit));
    return undefined;
  });

  onButton(slack, findIds.openSaved, viewer, async (visit) => {
    const { l } = memoryOf(visit);
    const saved = await savedFilters.get(visit.value);
    const list = await lists.change(l, visit.userId, { filter: saved.filter, page: 1 });
    await desk.showAt(list.place, list, visit);
    const { words } = visit;
    await visit.update(
      modal({
        id: 'contacts.filter-opened',
        title: words.say('contacts.saved.title'),
        close: words.say('base.close'),
        blocks: [section(words.mrkdwn('contacts.saved.opened', { name: saved.name }))],
      }),
    );
    return undefined;
  });

  onAction(slack, findIds.savedMore, operator, async (visit) => {
    const [what, id = ''] = visit.value.split('|');
    const { l } = memoryOf(visit);
    const saved = await savedFilters.get(id);
    await visit.pushModal(
      what === 'rename'
        ? renameForm(visit.words, l, saved)
        : removeForm(visit.words, l, saved, await savedFilters.usedBy(id)),
    );
    return undefined;
  });

  onSubmit(slack, findIds.renameForm, operator, async (visit) => {
    const { l, f } = visit.metadata(ofFilter);
    await savedFilters.rename(f, visit.fields.text(nameField), visit.userId);
    await behind(visit.previousViewId, l, visit);
    return undefined;
  });

  onSubmit(slack, findIds.removeForm, operator, async (visit) => {
    const { l, f } = visit.metadata(ofFilter);
    await savedFilters.remove(f, visit.userId);
    await behind(visit.previousViewId, l, visit);
    return undefined;
  });

  /** The list of filters that comes to the front again. */
  async function behind(viewId: string | null, listId: string, looking: Looking): Promise<void> {
    if (viewId) await updateView(slack, { viewId }, await listing(listId, looking));
  }
}

function memoryOf(visit: ActionVisit): z.output<typeof ofList> {
  try {
    return ofList.parse(JSON.parse(visit.view?.private_metadata ?? ''));
  } catch {
    throw new Refusal('invalid', 'form.metadata');
  }
}
