import type { Contact, ContactPage, ContactSort, Page, SendOutcome } from './contact.ts';
import type { ContactFilter } from './filter.ts';
import type { KnownNumber } from './known-number.ts';
import type { Sight } from './masked-search.ts';

export type ContactOutcome = { phone: string; outcome: SendOutcome };

export type StateRate = { state: string; contacts: number; delivered: number; replied: number };

export type ContactStore = {
  count(filter: ContactFilter): Promise<number>;
  /** Counted to the last one up to `countedUpTo`; among very many `more` says that there are more. */
  find(filter: ContactFilter, sort: ContactSort, page: Page, sight?: Sight): Promise<ContactPage>;
  get(id: string): Promise<Contact | null>;
  getByPhone(phone: string): Promise<Contact | null>;
  segmentsAndTags(): Promise<{
    segments: { name: string; count: number }[];
    tags: { name: string; count: number }[];
  }>;
  statesWithCounts(filter: ContactFilter): Promise<{ state: string; count: number }[]>;
  /** Most people first; what they were sent and answered in all campaigns so far. */
  statesWithRates(filter: ContactFilter, sight?: Sight): Promise<StateRate[]>;
  /** Which of these words are the name of a segment or a tag. */
  namesAmong(words: readonly string[]): Promise<{ segments: string[]; tags: string[] }>;
  /** What else there is to choose from in a filter. */
  carriersAndImports(): Promise<{
    carriers: { name: string; count: number }[];
    imports: { id: string; fileName: string; at: Date }[];
  }>;
  recordOutcomes(outcomes: readonly ContactOutcome[], now: Date): Promise<void>;
  /**
   * Marks who ended with one of these codes in three campaigns in a row, of those that did so since
   * then (real clock). What a lookup found, a delivery or an answer begins the count anew.
   */
  markUnreachable(codes: readonly string[], since: Date, now: Date): Promise<number>;
};

/**
 * For the contact's card: `ValidationService` answers it. What each provider said about the number,
 * how old that is and what it cost, what our own messages taught, and what is believed with which
 * confidence. Throws `Refusal('not-found', 'contacts.unknown')`.
 */
export type NumberHistory = { validationsOf(contactId: string): Promise<KnownNumber> };
