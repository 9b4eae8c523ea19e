import type { Decimal } from '../../shared/money.ts';
import type { LineType } from '../validation/index.ts';
import type { ContactFilter } from './filter.ts';

/** Lookups that somebody agreed to: how many numbers, and at most how many dollars. */
export type ValidationBatch = {
  id: string;
  status: 'draft' | 'queued' | 'running' | 'completed' | 'stopped' | 'failed';
  filter: ContactFilter;
  provider: string;
  total: number;
  maxCost: Decimal;
  checked: number;
  spent: Decimal;
  /** `validation.provider-unavailable`, `validation.budget-reached`… why it stopped early. */
  errorCode: string | null;
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
  byLineType: Partial<Record<LineType, number>>;
};
