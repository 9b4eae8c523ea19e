import { z } from 'zod';
import {
  type ContactList,
  type ContactSort,
  contactSorts,
  type ListChange,
  type ListView,
  listViews,
  pageSizeOf,
  picking,
  tableSizes,
} from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { type ActionVisit, onAction, onButton } from '../on-action.ts';
import type { CommandVisit } from '../on-command.ts';
import { type OptionsAsked, onOptions } from '../on-options.ts';
import { registerFilterForm } from './filter-handlers.ts';
import { filterFromText, possibleNames } from './filter-text.ts';
import { createFindDesk, type FindNeeds } from './find-desk.ts';
import { findIds } from './find-ids.ts';
import { sightOf } from './list-message.ts';
import { leave, optionLabel } from './list-rows.ts';
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
    const [id, mark] = isButton ? pair(visit.value) : [visit.suffix, ''];
    const marks = isButton ? [mark] : visit.values;
    const of = (leaving: boolean) =>
      marks.flatMap((each) => {
        const isLeaving = each.startsWith('-');
        return isLeaving === leaving ? [isLeaving ? each.slice(1) : each] : [];
      });
    const [take, leaving] = [of(false), of(true)].map((ids) => parsed(z.array(uuid), ids));
    return turn(visit, id, ({ picked }) => ({
      picked: picking(picked, { take: take ?? [], leave: leaving ?? [] }),
    }));
  });
  onButton(slack, findIds.pickPage, operator, (visit) => {
    const [id, number] = pair(visit.value);
    return turn(visit, id, async (list) => {
      const page = parsed(z.coerce.number().int(), number);
      const at = { number: Math.abs(page), size: pageSizeOf(list) };
      const { rows } = await contacts.find(list.filter, list.sort, at);
      const shown = rows.map((row) => row.id);
      return { picked: picking(list.picked, page < 0 ? { leave: shown } : { take: shown }) };
    });
  });
  onButton(slack, findIds.dropPicked, operator, (visit) =>
    turn(visit, visit.value, { picked: [] }),
  );

  /** Those of the page; with something typed, whoever of the filter has it in the name or phone. */
  async function offered({ member, userId, typed: asked, suffix: listId }: OptionsAsked) {
    // Also when it is the whole label of an option that somebody typed.
    const typed = asked.split(' · ', 1)[0] ?? '';
    const list = await lists.get(parsed(uuid, listId), userId);
    const words = await slack.readerOf(userId);
    const search = [list.filter.search, typed.trim()].filter(Boolean).join(' ').slice(0, 100);
    const filter = search ? { ...list.filter, search } : list.filter;
    const page = { number: typed.trim() ? 1 : list.page, size: pageSizeOf(list) };
    const { rows } = await contacts.find(filter, list.sort, page, sightOf(member.role));
    return {
      list,
      options: rows.map((row) => ({ value: row.id, label: optionLabel(row, { words, search }) })),
    };
  }
  onOptions(slack, findIds.card, viewer, async (asked) => (await offered(asked)).options);
  onOptions(slack, findIds.pick, operator, async (asked) => {
    const { list, options } = await offered(asked);
    return options.map(({ value, label }) =>
      list.picked.includes(value) ? { value: leave(value), label: `✓ ${label}` } : { value, label },
    );
  });

  registerFilterForm(slack, needs, desk);
  registerSavedFilters(slack, needs, desk);

  /** Everybody, in the messages of whoever asked: there is no message of a list to draw in. */
  onButton(slack, findIds.open, viewer, async ({ member, userId, value, words }) => {
    const view = parsed(z.enum(listViews), value);
    const list = await lists.begin({ ...fresh(userId, view), filter: {}, place: nowhere });
    await desk.showAt(nowhere, list, { member, words });
    return undefined;
  });

  return {
    /** `/contacts find …` and `/contacts map …`. */
    async command(visit: CommandVisit, view: ListView): Promise<undefined> {
      const typed = unescaped(visit.rest);
      const names = possibleNames(typed);
      const known = names.length > 0 ? await contacts.namesAmong(names) : undefined;
      const zone = visit.words.timeZone;
      const list = await lists.begin({
        ...fresh(visit.userId, view),
        filter: filterFromText(typed, known ? { known, zone } : { zone }),
        place: { channel: visit.channelId, messageTs: null, responseUrl: null },
      });
      const { rich, plain } = await desk.draw(list, visit);
      await visit.answer(rich).catch(() => visit.answer(plain));
      return undefined;
    },
  };
}

/** A list as it begins. Slack takes no more than 25 rows with all columns. */
const fresh = (owner: string, view: ListView) =>
  ({ owner, sort: 'name', view, size: 25, page: 1, picked: [] }) as const;

const nowhere = { channel: null, messageTs: null, responseUrl: null };

/** Slack hands commands over escaped. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const pair = (value: string): [string, string] => {
  const [id = '', what = ''] = value.split('|');
  return [id, what];
};

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('invalid', 'upload.filter');
}
