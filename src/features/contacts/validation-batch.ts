import type { Decimal } from '../../shared/money.ts';
import type { LineType } from '../validation/index.ts';
import { type ContactFilter, parseFilter } from './filter.ts';

/** Lookups that somebody agreed to: how many numbers, and at most how many dollars. */
export type ValidationBatch = {
  id: string;
  /** `nightly`: what is old, within the monthly budget that an admin set. */
  kind: 'asked' | 'nightly';
  status: 'draft' | 'queued' | 'running' | 'paused' | 'completed' | 'stopped' | 'failed';
  filter: ContactFilter;
  providers: string[];
  total: number;
  maxCost: Decimal;
  checked: number;
  /** Of those, how many lack a word that could still change what is believed. */
  unsettled: number;
  /** Paid, and set aside for what is being asked. */
  spent: Decimal;
  /** `validation.provider-unavailable`, `validation.budget-reached`… why it stopped or waits. */
  errorCode: string | null;
  /** The provider that this is about. */
  errorProvider: string | null;
  /** When a paused batch goes on by itself. */
  resumeAt: Date | null;
  channel: string | null;
  messageTs: string | null;
  createdBy: string;
  createdAt: Date;
  completedAt: Date | null;
};

export type ValidationReport = {
  batch: ValidationBatch;
  valid: number;
  invalid: number;
  /** Nobody gave an answer. */
  unknown: number;
  /** The providers contradict each other about so many numbers. */
  torn: number;
  byLineType: Partial<Record<LineType, number>>;
  byProvider: { provider: string; answered: number; unanswered: number; cost: Decimal }[];
};

/** What one provider would be asked, at most. */
export type ProviderShare = {
  provider: string;
  simulated: boolean;
  /** Dollars for one number. */
  price: Decimal;
  count: number;
  maxCost: Decimal;
};

export type ValidationPlan = {
  /** Everybody whom the filter means, dead numbers aside. */
  matching: number;
  /** Those without a recent check. */
  count: number;
  /** Dollars: every price times its count, agreed to before anything is asked. */
  maxCost: Decimal;
  /** Cheapest first. */
  byProvider: ProviderShare[];
  simulated: boolean;
};

/** Still under way, of the same person, for the same contacts, within the same price. */
export const isSameRequest = (
  { kind, createdBy, filter, maxCost }: ValidationBatch,
  wanted: ContactFilter,
  agreed: Decimal | string,
  by: string,
): boolean =>
  kind === 'asked' &&
  createdBy === by &&
  maxCost.lte(agreed) &&
  inOrder(filter) === inOrder(wanted);

/** The database keeps the parts of a filter in an order of its own. */
const inOrder = (filter: ContactFilter): string => JSON.stringify(parseFilter(filter));
