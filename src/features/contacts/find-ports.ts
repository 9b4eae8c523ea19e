import type { ContactFilter } from './filter.ts';
import type { ContactList, ListChange } from './list.ts';

export type SavedFilter = {
  id: string;
  name: string;
  filter: ContactFilter;
  createdBy: string;
  updatedAt: Date;
};

/** A campaign that is not under way yet and would ask the filter again. */
export type FilterUse = { id: string; name: string };

/** Every change is an entry of the audit log in the same transaction. Names are unique. */
export type SavedFilterStore = {
  /** By name. */
  list(): Promise<SavedFilter[]>;
  get(id: string): Promise<SavedFilter | null>;
  /** Null when another filter has that name and `replace` is false. */
  save(
    filter: { name: string; filter: ContactFilter; replace: boolean },
    by: string,
    at: Date,
  ): Promise<SavedFilter | null>;
  rename(id: string, name: string, by: string, at: Date): Promise<'renamed' | 'taken' | 'gone'>;
  /** Which campaigns would still ask it. */
  usedBy(id: string): Promise<FilterUse[]>;
  /** Only when no campaign would ask it again; else the answer names them. */
  remove(id: string, by: string, at: Date): Promise<'removed' | 'gone' | FilterUse[]>;
};

export type ListStore = {
  create(list: Omit<ContactList, 'id'>, at: Date, expiresAt: Date): Promise<ContactList>;
  /** Null when it is somebody else's or has expired. */
  get(id: string, owner: string, now: Date): Promise<ContactList | null>;
  change(id: string, owner: string, change: ListChange, now: Date): Promise<ContactList | null>;
  saveSelection(selection: Selection, owner: string, at: Date, expiresAt: Date): Promise<string>;
  selection(id: string, owner: string, now: Date): Promise<Selection | null>;
};

/** Some contacts by id, or whoever a filter finds when it is asked. */
export type Selection = { filter: ContactFilter } | { ids: readonly string[] };
