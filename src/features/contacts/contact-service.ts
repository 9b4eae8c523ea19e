import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { E164 } from '../../shared/phone.ts';
import { parsePhone } from '../validation/index.ts';
import type { Contact, ContactPage, ContactSort, Page, SendOutcome } from './contact.ts';
import type { ContactFilter } from './filter.ts';
import type { Sight } from './masked-search.ts';
import type { ContactStore } from './ports.ts';

const largestPage = 100;

export type ContactService = ReturnType<typeof createContactService>;

export function createContactService({ store, clock }: { store: ContactStore; clock: Clock }) {
  return {
    count: (filter: ContactFilter): Promise<number> => store.count(filter),

    /**
     * A page (1, 2, …; at most 100 rows); past the end it is the last one that has rows. Who may
     * see masked numbers only finds nobody by what is hidden.
     */
    async find(
      filter: ContactFilter,
      sort: ContactSort = 'name',
      page: Page = { number: 1, size: 50 },
      sight?: Sight,
    ): Promise<ContactPage & { page: Page }> {
      const size = Math.max(1, Math.min(largestPage, Math.floor(page.size)));
      const wanted = { number: Math.max(1, Math.floor(page.number)), size };
      const found = await store.find(filter, sort, wanted, sight);
      const last = Math.max(1, Math.ceil(found.total / size));
      if (wanted.number <= last) return { ...found, page: wanted };
      const end = { number: last, size };
      return { ...(await store.find(filter, sort, end, sight)), page: end };
    },

    /** Throws `Refusal('not-found', 'contacts.unknown')`. */
    async get(id: string): Promise<Contact> {
      const contact = await store.get(id);
      if (!contact) throw new Refusal('not-found', 'contacts.unknown');
      return contact;
    },

    getByPhone: (phone: E164): Promise<Contact | null> => store.getByPhone(phone),

    /** By a number in any notation. Throws `Refusal('invalid', 'contacts.not-a-number')`. */
    async lookUp(text: string): Promise<Contact | null> {
      const parsed = parsePhone(text);
      if (!parsed.ok) throw new Refusal('invalid', 'contacts.not-a-number');
      return store.getByPhone(parsed.phone);
    },

    /** For the selects of the wizard: names with how many contacts have them, most first. */
    segmentsAndTags: () => store.segmentsAndTags(),

    statesWithCounts: (filter: ContactFilter = {}) => store.statesWithCounts(filter),
    statesWithRates: (filter: ContactFilter, sight?: Sight) => store.statesWithRates(filter, sight),
    namesAmong: (words: readonly string[]) => store.namesAmong(words),
    carriersAndImports: () => store.carriersAndImports(),

    /** Delivery reports back. Saying the same again changes nothing. */
    recordOutcome: (phone: E164, outcome: SendOutcome): Promise<void> =>
      store.recordOutcomes([{ phone, outcome }], clock.now()),

    /** Numbers that three campaigns in a row did not reach are left alone until they are looked up. */
    markUnreachable: (codes: readonly string[], since: Date): Promise<number> =>
      store.markUnreachable(codes, since, clock.now()),

    recordOutcomes: (outcomes: readonly { phone: E164; outcome: SendOutcome }[]): Promise<void> =>
      store.recordOutcomes(outcomes, clock.now()),
  };
}
