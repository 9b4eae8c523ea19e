import type { Decimal } from '../../shared/money.ts';
import type { LookupAnswer } from '../validation/index.ts';
import type { Contact, ContactPage, ContactSort, Page, SendOutcome } from './contact.ts';
import type { ContactFilter } from './filter.ts';
import type { ValidationBatch, ValidationReport } from './validation-batch.ts';

export type ContactOutcome = { phone: string; outcome: SendOutcome };

export type ContactStore = {
  count(filter: ContactFilter): Promise<number>;
  find(filter: ContactFilter, sort: ContactSort, page: Page): Promise<ContactPage>;
  get(id: string): Promise<Contact | null>;
  getByPhone(phone: string): Promise<Contact | null>;
  segmentsAndTags(): Promise<{
    segments: { name: string; count: number }[];
    tags: { name: string; count: number }[];
  }>;
  statesWithCounts(filter: ContactFilter): Promise<{ state: string; count: number }[]>;
  recordOutcomes(outcomes: readonly ContactOutcome[], now: Date): Promise<void>;
};

export type LookupTarget = { contactId: string; phone: string };
export type LookupResult = LookupTarget & { answer: LookupAnswer };

type Scope = { filter: ContactFilter; provider: string; freshSince: Date };

/** Agreeing to a batch and stopping it are entries of the audit log. */
export type ValidationStore = {
  /** Numbers of the filter without an answer of this provider since `freshSince`; dead ones are left. */
  countStale(scope: Scope): Promise<number>;
  create(
    batch: Pick<
      ValidationBatch,
      'filter' | 'provider' | 'total' | 'maxCost' | 'createdBy' | 'createdAt'
    >,
  ): Promise<ValidationBatch>;
  get(id: string): Promise<ValidationBatch | null>;
  unfinished(): Promise<string[]>;
  move(
    id: string,
    from: readonly ValidationBatch['status'][],
    to: ValidationBatch['status'],
    change: { at: Date; errorCode?: string; by?: string },
  ): Promise<boolean>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  /**
   * The next numbers (by contact id, after that one), marked as asked and their price as spent before anybody is asked: after a
   * crash they are not asked, and paid, a second time in this batch.
   */
  claim(
    batch: ValidationBatch,
    options: { after: string | null; freshSince: Date; limit: number; price: Decimal; at: Date },
  ): Promise<LookupTarget[]>;
  /** Answers, contact columns, `checked` and the real cost, in one transaction. */
  answer(
    batch: ValidationBatch,
    results: readonly LookupResult[],
    options: { price: Decimal; at: Date },
  ): Promise<void>;
  /** Nobody answered and nobody will charge: these may be asked again. */
  release(
    batch: ValidationBatch,
    targets: readonly LookupTarget[],
    options: { price: Decimal },
  ): Promise<void>;
  /** How many numbers were asked for, answered or not. */
  asked(id: string): Promise<number>;
  report(id: string): Promise<Omit<ValidationReport, 'batch'>>;
  /** Holds the batch for one worker; null when another has it. Frees itself when the process dies. */
  hold(id: string): Promise<{ release(): Promise<void> } | null>;
};
