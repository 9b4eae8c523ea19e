import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { E164 } from '../../shared/phone.ts';
import { parsePhone } from '../validation/index.ts';
import { type Explanation, explain, type Person } from './why.ts';

export type WhyStore = {
  /** What is known of a number at a moment of the product clock, with its newest campaigns first. */
  person(phone: E164, now: Date, campaigns: number): Promise<Person>;
};

export type Why = { person: Person; explanation: Explanation };

export type WhyService = ReturnType<typeof createWhyService>;

/** "Why was this person skipped?", and may they be written to now? */
export function createWhyService({ store, clock }: { store: WhyStore; clock: Clock }) {
  return {
    /**
     * By a number in any notation. Throws `Refusal('invalid', 'contacts.not-a-number')`, and
     * `Refusal('not-found', 'why.unknown-person')` for a number that nobody knows anything about.
     */
    async about(text: string): Promise<Why> {
      const parsed = parsePhone(text);
      if (!parsed.ok) throw new Refusal('invalid', 'contacts.not-a-number');
      const now = clock.now();
      const person = await store.person(parsed.phone, now, 5);
      if (!person.contact && person.rows.length === 0 && !person.facts.standing.optedOut) {
        throw new Refusal('not-found', 'why.unknown-person');
      }
      return { person, explanation: explain(person.facts, 'sms', now) };
    },
  };
}
