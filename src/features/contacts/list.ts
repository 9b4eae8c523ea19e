import type { ContactSort } from './contact.ts';
import type { ContactFilter } from './filter.ts';

/** The map shades the states by how many people live there, or by the share that answered. */
export const listViews = ['table', 'cards', 'map', 'map-rates'] as const;
export type ListView = (typeof listViews)[number];

export const tableSizes = [10, 25, 50] as const;
/** Cards fill a screen soon, and Slack takes fifty blocks. */
export const cardsPerPage = 10;

/** What one person looks at: nobody else sees it or can act on it. */
export type ContactList = {
  id: string;
  owner: string;
  filter: ContactFilter;
  sort: ContactSort;
  view: ListView;
  /** Rows of a page in the table. */
  size: number;
  page: number;
  /** Chosen one by one, over all pages. */
  picked: readonly string[];
  place: ListPlace;
};

/**
 * The message that shows the list: its place, or (seen by one person only) where Slack takes its
 * replacement for half an hour after a click.
 */
export type ListPlace = {
  channel: string | null;
  messageTs: string | null;
  responseUrl: string | null;
};

export type ListChange = Partial<Omit<ContactList, 'id' | 'owner'>>;

/** Picked by hand at most: as many as a filter may name. */
export const mostPicked = 1000;

/** Taking and leaving say what they want, so that a click that comes twice does it once. */
export type Picking = { take?: readonly string[]; leave?: readonly string[] };

export function picking(picked: readonly string[], { take = [], leave = [] }: Picking): string[] {
  const left = new Set(leave);
  return [...new Set([...picked, ...take])].filter((id) => !left.has(id)).slice(0, mostPicked);
}

export const pageSizeOf = ({ view, size }: Pick<ContactList, 'view' | 'size'>): number =>
  view === 'cards' ? cardsPerPage : size;
