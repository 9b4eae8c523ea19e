import { z } from 'zod';
import { type ContactFilter, maskSearch } from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { modal, section } from '../blocks.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import { onSubmit } from '../on-submit.ts';
import { updateView } from '../visit.ts';
import { type FilterChoices, type FilterPreview, filterForm, recounted } from './filter-form.ts';
import { readFilter } from './filter-read.ts';
import type { FindDesk, FindNeeds, Looking } from './find-desk.ts';
import { filterFields, findIds } from './find-ids.ts';
import { sightOf } from './list-message.ts';

const memory = z.object({ l: z.uuid() });

/** The filter as a form, with how many it finds while somebody chooses. */
export function registerFilterForm(
  slack: Slack,
  { contacts, lists }: FindNeeds,
  desk: FindDesk,
): void {
  const viewer = { role: 'viewer' } as const;

  async function choices(): Promise<FilterChoices> {
    const [states, named, others] = await Promise.all([
      contacts.statesWithCounts(),
      contacts.segmentsAndTags(),
      contacts.carriersAndImports(),
    ]);
    return { states, ...named, ...others };
  }

  async function preview(filter: ContactFilter, looking: Looking): Promise<FilterPreview> {
    const [found, said] = await Promise.all([
      contacts.find(filter, 'name', { number: 1, size: 1 }, sightOf(looking.member.role)),
      desk.said(filter, looking),
    ]);
    return { total: found.total, more: found.more, said };
  }

  onButton(slack, findIds.filters, viewer, async (visit) => {
    const list = await lists.change(visit.value, visit.userId, { place: visit.place });
    const { words } = visit;
    const viewId = await visit.openModal(
      modal({
        id: 'contacts.filter-loading',
        title: words.say('contacts.filter.title'),
        close: words.say('base.close'),
        blocks: [section(words.mrkdwn('base.loading'))],
      }),
    );
    const [offered, found] = await Promise.all([choices(), preview(list.filter, visit)]);
    const { search } = list.filter;
    const isHidden = search && sightOf(visit.member.role).masked;
    const filter = isHidden ? { ...list.filter, search: maskSearch(search) } : list.filter;
    await updateView(slack, { viewId }, filterForm(words, list.id, filter, offered, found));
    return undefined;
  });

  const changed = async (visit: ActionVisit): Promise<undefined> => {
    if (!visit.view) return undefined;
    const { l } = parsedMemory(visit.view.private_metadata);
    const list = await lists.get(l, visit.userId);
    const filter = readFilter(visit.fields, list.filter, visit.words.timeZone);
    await visit.update(recounted(visit.view, visit.words, await preview(filter, visit)));
    return undefined;
  };
  for (const field of Object.values(filterFields)) onAction(slack, field, viewer, changed);

  onSubmit(slack, findIds.filterForm, viewer, async (visit) => {
    const { l } = visit.metadata(memory);
    const before = await lists.get(l, visit.userId);
    const filter = readFilter(visit.fields, before.filter, visit.words.timeZone);
    const list = await lists.change(l, visit.userId, { filter, page: 1 });
    await desk.showAt(list.place, list, visit);
    return undefined;
  });
}

function parsedMemory(metadata: string): z.output<typeof memory> {
  try {
    return memory.parse(JSON.parse(metadata));
  } catch {
    throw new Refusal('invalid', 'form.metadata');
  }
}
