import { type Bulk, bulkOrder, parseFilter } from '../../features/contacts/index.ts';

export type BulkRow = Omit<Bulk, 'filter' | 'order'> & {
  filter: unknown;
  action: string | null;
  detail: object;
};

export const bulkColumns = `id, filter, action, detail, status, total, done, changed, skipped, undone, kept,
  undo_until as "undoUntil", file_id as "fileId", expires_at as "expiresAt", slack_files as "slackFiles",
  error_code as "errorCode", channel, message_ts as "messageTs", created_by as "createdBy",
  created_at as "createdAt"`;

export const bulkOf = ({ filter, action, detail, ...row }: BulkRow): Bulk => ({
  ...row,
  filter: parseFilter(filter),
  order: action === null ? null : bulkOrder.parse({ ...detail, action }),
});
