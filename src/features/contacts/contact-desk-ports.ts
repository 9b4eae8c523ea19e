import type { E164 } from '../../shared/phone.ts';
import type { SuppressionReason } from '../consent/index.ts';
import type { Contact } from './contact.ts';
import type { ContactEdit, EditedContact } from './contact-edit.ts';

/** What was blanked, and what cannot be undone elsewhere. */
export type Erased = {
  phone: E164;
  messages: number;
  followUps: number;
  importRows: number;
  /** Campaigns that wait for approval with a text for this person: they have to be submitted again. */
  campaigns: string[];
};

export type Evidence = { text: string; givenAt: Date };

/**
 * Decisions about one contact. Each is one transaction with its audit entry, the contact's row
 * locked first, so that it is ordered against the send permit. Null: there is no such contact.
 */
export type ContactDeskStore = {
  /** `changed` is empty when the contact was like that already. */
  edit(
    id: string,
    by: string,
    at: Date,
    change: (contact: Contact) => { contact: EditedContact; changed: (keyof ContactEdit)[] },
  ): Promise<{ changed: (keyof ContactEdit)[] } | null>;
  /** `first` is false when they had opted out before, and then nothing is written. */
  optOut(id: string, by: string, at: Date): Promise<{ phone: E164; first: boolean } | null>;
  /**
   * A grant with its evidence; lifts what the person's own words had put in force. `refused` says
   * why nothing was done: something stays that their word cannot lift, a later "no", or nothing to do.
   */
  optIn(
    id: string,
    evidence: Evidence,
    by: string,
    at: Date,
  ): Promise<
    | { phone: E164; refused: null }
    | { refused: 'standing'; reason: SuppressionReason }
    | { refused: 'older'; saidNoAt: Date }
    | { refused: 'agreed-already' }
    | null
  >;
  forget(id: string, by: string, at: Date): Promise<Erased | null>;
  /** Messages that wait to be sent to them, steps of a drip included. */
  waiting(id: string): Promise<number>;
};

/** The part of delivery that an opt-out needs. */
export type SendStop = {
  /** True as soon as no call to this number is under way, false after 3 s at most. */
  waitUntilQuiet(phone: E164): Promise<boolean>;
  /** A courtesy, the permit is the guard. */
  cancelQueued(phone: E164, reason: 'opted-out'): Promise<number>;
};
