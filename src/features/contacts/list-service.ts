import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { ListStore, Selection } from './find-ports.ts';
import type { ContactList, ListChange } from './list.ts';

const hour = 3_600_000;
/** As long as somebody may still have it on the screen. */
const listLives = 7 * 24 * hour;
const selectionLives = 24 * hour;

export type ListService = ReturnType<typeof createListService>;

/** What people look at, and what they hand over to an action on many contacts. */
export function createListService({ store, clock }: { store: ListStore; clock: Clock }) {
  const later = (ms: number) => new Date(clock.now().getTime() + ms);
  const expired = () => new Refusal('not-found', 'contacts.list-expired');
  return {
    begin: (list: Omit<ContactList, 'id'>): Promise<ContactList> =>
      store.create(list, clock.now(), later(listLives)),

    /** Throws `Refusal('not-found', 'contacts.list-expired')`, also for somebody else's. */
    async get(id: string, owner: string): Promise<ContactList> {
      const list = await store.get(id, owner, clock.now());
      if (!list) throw expired();
      return list;
    },

    async change(id: string, owner: string, change: ListChange): Promise<ContactList> {
      const list = await store.change(id, owner, change, clock.now());
      if (!list) throw expired();
      return list;
    },

    /** For a button that acts on many: the id is all that travels through Slack. */
    saveSelection: (owner: string, selection: Selection): Promise<string> =>
      store.saveSelection(selection, owner, clock.now(), later(selectionLives)),

    /** Throws `Refusal('not-found', 'contacts.list-expired')`, also for somebody else's. */
    async selection(id: string, owner: string): Promise<Selection> {
      const selection = await store.selection(id, owner, clock.now());
      if (!selection) throw expired();
      return selection;
    },
  };
}
