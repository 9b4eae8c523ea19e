import type { Column, Detected, ImportView, Mapping } from '../../features/contacts/index.ts';

type ImportRow = Omit<ImportView, 'detected' | 'columns' | 'mapping'> & {
  detected: Detected & { columns: Column[] };
  mapping: { fields: Mapping };
};

export const importColumns = `id, kind, scrubbed_on::text as "scrubbedOn", status, file_name as "fileName", detected, mapping, preview, attestation,
  rows_done as "rowsDone", counts, error_code as "errorCode", channel, message_ts as "messageTs",
  created_by as "createdBy", created_at as "createdAt", started_at as "startedAt",
  completed_at as "completedAt", undone`;

export type { ImportRow };

export function importView({ detected, mapping, ...row }: ImportRow): ImportView {
  const { columns, ...rest } = detected;
  return { ...row, detected: rest, columns, mapping: mapping.fields };
}
