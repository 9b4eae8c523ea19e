import type { Decimal } from '../../shared/money.ts';
import type {
  BreakerState,
  Evidence,
  LookupAnswer,
  SendFacts,
  Tested,
} from '../validation/index.ts';
import type { ContactFilter } from './filter.ts';
import type { ValidationBatch, ValidationReport } from './validation-batch.ts';

/** A number whose turn it is, with everything that is known about it. */
export type LookupTarget = {
  contactId: string;
  phone: string;
  /** When the number last surely was this person's: consent or their own message. */
  lastSure: Date | null;
  /** Our messages stopped arriving then: no word from before counts as a recent one. */
  unreachableSince: Date | null;
  answers: Evidence[];
  sends: SendFacts;
  /** Providers that were asked in this batch, answered or not. */
  askedOf: string[];
};

/** What came of asking one provider for some numbers. */
export type Asked = {
  answers: { contactId: string; answer: LookupAnswer }[];
  /** No answer, but perhaps a charge: not asked again in this batch. */
  lost: { contactId: string; errorCode: string }[];
  /** Never asked, or refused without a charge: may be asked again. */
  unasked: string[];
};

/** One stored answer, with what it cost. */
export type ProviderAnswer = Evidence & { reassigned: boolean | null; cost: Decimal };

type Move = {
  at: Date;
  errorCode?: string;
  errorProvider?: string;
  resumeAt?: Date;
  by?: string;
};

/** Agreeing to a batch, stopping it and the monthly budget are entries of the audit log. */
export type ValidationStore = {
  /** Dead numbers are left out. `byProvider`: without a recent answer of this provider. */
  countStale(scope: {
    filter: ContactFilter;
    freshSince: Date;
    providers: readonly string[];
  }): Promise<{
    matching: number;
    stale: number;
    byProvider: Readonly<Record<string, number>>;
  }>;
  /** Null when another batch is not at its end: one at a time, so that nothing is paid twice. */
  create(
    batch: Pick<
      ValidationBatch,
      'kind' | 'filter' | 'providers' | 'total' | 'maxCost' | 'createdBy' | 'createdAt'
    > & { night?: string },
  ): Promise<ValidationBatch | null>;
  /** The one that is not at its end. */
  current(): Promise<ValidationBatch | null>;
  get(id: string): Promise<ValidationBatch | null>;
  unfinished(): Promise<string[]>;
  /** Paused ones whose time has come are queued; their ids. */
  wake(now: Date): Promise<string[]>;
  move(
    id: string,
    from: readonly ValidationBatch['status'][],
    to: ValidationBatch['status'],
    change: Move,
  ): Promise<boolean>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  /** The next numbers of the filter, by contact id, that have not had their turn in this batch. */
  next(
    batch: ValidationBatch,
    options: { after: string | null; freshSince: Date; limit: number },
  ): Promise<LookupTarget[]>;
  /**
   * Marks numbers as asked of this provider and sets their price aside, before anybody is asked:
   * after a crash they are not asked, and paid, a second time in this batch. Answers those that the
   * money is there for; none when the batch is not running any more.
   */
  claim(
    batch: ValidationBatch,
    provider: string,
    contactIds: readonly string[],
    options: { price: Decimal; at: Date },
  ): Promise<string[]>;
  /** Answers and the real cost in place of the price, in one transaction. */
  record(
    batch: ValidationBatch,
    provider: string,
    asked: Asked,
    options: { price: Decimal; at: Date },
  ): Promise<void>;
  /**
   * Ends the turn of these numbers: with the contacts locked, verdict and columns from all that is
   * known by then, consent void where a number has another owner. `settled`: nobody who is missing
   * could change it.
   */
  conclude(
    batch: ValidationBatch,
    results: readonly { contactId: string; settled: boolean }[],
    at: Date,
  ): Promise<void>;
  report(id: string): Promise<Omit<ValidationReport, 'batch'>>;
  /** Holds the batch for one worker; null when another has it. Frees itself when the process dies. */
  hold(id: string): Promise<{ release(): Promise<void> } | null>;

  breakers(): Promise<ReadonlyMap<string, BreakerState>>;
  saveBreaker(provider: string, state: BreakerState, at: Date): Promise<void>;

  /** Null for an unknown contact. Newest answer first. */
  known(
    contactId: string,
  ): Promise<{ phone: string; answers: ProviderAnswer[]; sends: SendFacts } | null>;
  /** What providers had said about numbers before our own messages told. */
  tested(): Promise<Tested[]>;
  /** Answers and dollars per provider since then. */
  usage(since: Date): Promise<{ provider: string; answered: number; cost: Decimal }[]>;

  budget(): Promise<{ monthly: Decimal; setBy: string | null }>;
  setBudget(monthly: Decimal, by: string, at: Date): Promise<void>;
  /** Spent or set aside by nightly batches since then. */
  nightlySpent(since: Date): Promise<Decimal>;
};
