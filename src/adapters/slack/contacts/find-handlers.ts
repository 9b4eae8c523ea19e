import { z } from 'zod';
import {
  type ContactList,
  type ContactSort,
  contactSorts,
  type ListChange,
  type ListView,
  listViews,
  pageSizeOf,
  tableSizes,
  togglePage,
  togglePicked,
} from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import type { CommandVisit } from '../on-command.ts';
import { onOptions } from '../on-options.ts';
import { registerFilterForm } from './filter-handlers.ts';
import { filterFromText, possibleNames } from './filter-text.ts';
import { createFindDesk, type FindNeeds } from './find-desk.ts';
import { findIds } from './find-ids.ts';
import { optionLabel } from './list-rows.ts';
import { registerSavedFilters } from './saved-filter-handlers.ts';

export type { FindNeeds } from './find-desk.ts';

const uuid = z.uuid();

/** Lists of contacts: seen by whoever asked and by nobody else, turned and narrowed in their place. */
export function registerFind(slack: Slack, needs: FindNeeds) {
  const { contacts, lists } = needs;
  const desk = createFindDesk(slack, needs);
  const viewer = { role: 'viewer' } as const;
  const operator = { role: 'operator' } as const;

  /** Changes the list and shows it where it was clicked. */
  async function turn(
    visit: ActionVisit,
    id: string,
    change: ListChange | ((list: ContactList) => ListChange | Promise<ListChange>),
  ): Promise<undefined> {
    const before = await lists.get(parsed(uuid, id), visit.userId);
    const changed = typeof change === 'function' ? await change(before) : change;
    const list = await lists.change(before.id, visit.userId, { ...changed, place: visit.place });
    const { rich, plain } = await desk.draw(list, visit, async (soon) => {
      await visit.tryReplace(soon);
    });
    if (!(await visit.tryReplace(rich))) await visit.replace(plain);
    return undefined;
  }

  onButton(slack, findIds.page, viewer, (visit) => {
    const [id, page] = pair(visit.value);
    return turn(visit, id, { page: parsed(z.coerce.number().int().min(1), page) });
  });
  onAction(slack, findIds.view, viewer, (visit) => {
    const view: ListView = parsed(z.enum(listViews), visit.value);
    return turn(visit, visit.suffix, { view, page: 1 });
  });
  onAction(slack, findIds.sort, viewer, (visit) => {
    const sort: ContactSort = parsed(z.enum(contactSorts), visit.value);
    return turn(visit, visit.suffix, { sort, page: 1 });
  });
  onAction(slack, findIds.size, viewer, (visit) => {
    const size = parsed(z.coerce.number(), visit.value);
    const known = tableSizes.find((each) => each === size) ?? tableSizes[1];
    return turn(visit, visit.suffix, { size: known, page: 1 });
  });
  onAction(slack, findIds.drill, viewer, (visit) =>
    turn(visit, visit.suffix, ({ filter }) => ({
      filter: { ...filter, states: [visit.value] },
      view: 'table',
      page: 1,
    })),
  );
  onButton(slack, findIds.everybody, viewer, (visit) =>
    turn(visit, visit.value, { filter: {}, page: 1 }),
  );

  onAction(slack, findIds.pick, operator, (visit) => {
    const isButton = visit.action.type === 'button';
    const [id, contact] = isButton ? pair(visit.value) : [visit.suffix, ''];
    const ids = parsed(z.array(uuid), isButton ? [contact] : visit.values);
    return turn(visit, id, ({ picked }) => ({ picked: togglePicked(picked, ids) }));
  });
  onButton(slack, findIds.pickPage, operator, (visit) => {
    const [id, number] = pair(visit.value);
    return turn(visit, id, async (list) => {
      const page = {
        number: parsed(z.coerce.number().int().min(1), number),
        size: pageSizeOf(list),
      };
      const { rows } = await contacts.find(list.filter, list.sort, page);
      const shown = rows.map((row) => row.id);
      return { picked: togglePage(list.picked, shown) };
    });
  });
  onButton(slack, findIds.dropPicked, operator, (visit) =>
    turn(visit, visit.value, { picked: [] }),
  );

  for (const [id, role] of [
    [findIds.card, viewer],
    [findIds.pick, operator],
  ] as const) {
    onOptions(slack, id, role, async ({ userId, typed, suffix }) => {
      const list = await lists.get(parsed(uuid, suffix), userId);
      const words = await slack.readerOf(userId);
      const search = [list.filter.search, typed.trim()].filter(Boolean).join(' ').slice(0, 100);
      const page = typed.trim() ? 1 : list.page;
      const filter = search ? { ...list.filter, search } : list.filter;
      const { rows } = await contacts.find(filter, list.sort, {
        number: page,
        size: pageSizeOf(list),
      });
      return rows.map((row) => ({
        value: row.id,
        label: `${list.picked.includes(row.id) && id === findIds.pick ? '✓ ' : ''}${optionLabel(row, words)}`,
      }));
    });
  }

  registerFilterForm(slack, needs, desk);
  registerSavedFilters(slack, needs, desk);

  return {
    /** `/contacts find …` and `/contacts map …`. */
    async command(visit: CommandVisit, view: ListView): Promise<undefined> {
      const names = possibleNames(visit.rest);
      const known = names.length > 0 ? await contacts.namesAmong(names) : undefined;
      const zone = visit.words.timeZone;
      const list = await lists.begin({
        owner: visit.userId,
        filter: filterFromText(visit.rest, known ? { known, zone } : { zone }),
        sort: 'name',
        view,
        size: 25,
        page: 1,
        picked: [],
        place: { channel: visit.channelId, messageTs: null, responseUrl: null },
      });
      const { rich, plain } = await desk.draw(list, visit);
      await visit.answer(rich).catch(() => visit.answer(plain));
      return undefined;
    },
  };
}

const pair = (value: string): [string, string] => {
  const [id = '', what = ''] = value.split('|');
  return [id, what];
};

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('invalid', 'upload.filter');
}
