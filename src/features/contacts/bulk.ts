import { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';
import { cleanCell, clip } from './cell.ts';
import type { ContactFilter } from './filter.ts';
import { defaultSegment } from './merge.ts';

export const bulkActions = ['segment', 'tag', 'untag', 'opt-out', 'export'] as const;
export type BulkAction = (typeof bulkActions)[number];
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What to do, in full: kept with the action, and what its confirm dialog was about. */
export const bulkOrder = z.discriminatedUnion('action', [
  z.object({ action: z.literal('segment'), segment: z.string().min(1).max(100) }),
  z.object({ action: z.literal('tag'), tag: z.string().min(1).max(60) }),
  z.object({ action: z.literal('untag'), tag: z.string().min(1).max(60) }),
  z.object({ action: z.literal('opt-out') }),
  z.object({ action: z.literal('export'), format: z.enum(exportFormats) }),
]);
export type BulkOrder = z.output<typeof bulkOrder>;

/** What was entered, as an order. Throws `bulk.order` with the field that is missing. */
export function readOrder(
  action: BulkAction,
  entered: { segment?: string; tag?: string; format?: string },
): BulkOrder {
  const tag = clip(
    cleanCell(entered.tag ?? '')
      .replace(/[|;,]/g, ' ')
      .trim(),
    60,
  );
  const segment = clip(cleanCell(entered.segment ?? ''), 100);
  switch (action) {
    case 'segment':
      return { action, segment: segment || defaultSegment };
    case 'tag':
    case 'untag':
      if (tag === '') throw new Refusal('invalid', 'bulk.order', {}, { tag: 'bulk.no-tag' });
      return { action, tag };
    case 'export':
      return { action, format: entered.format === 'xlsx' ? 'xlsx' : 'csv' };
    default:
      return { action };
  }
}

/** Only what leaves everything else as it was can be taken back. */
export const canUndo = (action: BulkAction): boolean =>
  action === 'segment' || action === 'tag' || action === 'untag';

export const undoHours = 24;
export const exportHours = 24;

export type BulkStatus =
  | 'chosen'
  | 'queued'
  | 'running'
  | 'completed'
  | 'failed'
  | 'undoing'
  | 'undone';

export type Bulk = {
  id: string;
  filter: ContactFilter;
  /** Null while only the contacts are chosen. */
  order: BulkOrder | null;
  status: BulkStatus;
  total: number;
  done: number;
  changed: number;
  /** Erased or gone since it was agreed on. */
  skipped: number;
  undone: number;
  /** Not put back, because somebody edited them since. */
  kept: number;
  undoUntil: Date | null;
  fileId: string | null;
  expiresAt: Date | null;
  slackFiles: string[];
  errorCode: string | null;
  channel: string | null;
  messageTs: string | null;
  createdBy: string;
  createdAt: Date;
};

/** What a confirm dialog says: everybody, and how many are like that already. */
export type BulkPlan = { total: number; already: number; waiting: number };
