import type { ImportStore, RejectedRow } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction } from './database.ts';
import { confirmImport, importsSoFar, isCurrent } from './import-confirm.ts';
import { openPass } from './import-pass.ts';
import { type ImportRow, importColumns, importView } from './import-rows.ts';
import { undoImport, undoPlan } from './import-undo.ts';

export function importStore(db: Database): ImportStore {
  return {
    async create(row) {
      const { rows } = await db.pool.query<ImportRow>(
        `insert into imports
           (status, file_id, file_name, file_sha256, detected, mapping, created_by, created_at, kind,
            scrubbed_on)
         values ('uploaded', $1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${importColumns}`,
        [
          row.fileId,
          row.fileName,
          row.fileSha256,
          JSON.stringify({ ...row.detected, columns: row.columns }),
          JSON.stringify({ fields: row.mapping }),
          row.createdBy,
          row.createdAt,
          row.kind,
          row.scrubbedOn,
        ],
      );
      const [created] = rows;
      if (!created) throw new Error('the import was not created');
      return importView(created);
    },

    async get(id) {
      const { rows } = await db.pool.query<ImportRow>(
        `select ${importColumns} from imports where id = $1`,
        [id],
      );
      return rows[0] ? importView(rows[0]) : null;
    },

    async list(limit) {
      const { rows } = await db.pool.query<ImportRow>(
        `select ${importColumns} from imports order by created_at desc limit $1`,
        [limit],
      );
      return rows.map(importView);
    },

    async unfinished() {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from imports where status in ('queued', 'running') and file_id is not null
          order by created_at`,
      );
      return rows.map((row) => row.id);
    },

    async unpreviewed(since) {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from imports
          where status = 'uploaded' and preview is null and file_id is not null and created_at > $1
          order by created_at`,
        [since],
      );
      return rows.map((row) => row.id);
    },

    soFar: () => importsSoFar(db.pool),
    isCurrent: (id) => isCurrent(db.pool, id),
    confirm: confirmImport(db),

    async leftBehind(sha256, owner) {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from imports
          where status in ('queued', 'running') and file_id is null and file_sha256 = $1
            and created_by = $2 order by created_at desc limit 1`,
        [sha256, owner],
      );
      return rows[0]?.id ?? null;
    },

    async fileOf(id) {
      const { rows } = await db.pool.query<{ fileId: string | null; sha256: string }>(
        'select file_id as "fileId", file_sha256 as sha256 from imports where id = $1',
        [id],
      );
      return rows[0] ?? null;
    },

    async setMapping(id, columns, mapping) {
      const { rowCount } = await db.pool.query(
        `update imports
            set mapping = $3, detected = detected || jsonb_build_object('columns', $2::jsonb),
                preview = null, status = 'uploaded'
          where id = $1 and status in ('uploaded', 'previewed')`,
        [id, JSON.stringify(columns), JSON.stringify({ fields: mapping })],
      );
      return rowCount === 1;
    },

    async setKind(id, kind, scrubbedOn) {
      const { rowCount } = await db.pool.query(
        `update imports set kind = $2, scrubbed_on = $3, preview = null, status = 'uploaded'
          where id = $1 and status in ('uploaded', 'previewed')`,
        [id, kind, scrubbedOn],
      );
      return rowCount === 1;
    },

    async setPreview(id, preview, { mapping, kind }) {
      const { rowCount } = await db.pool.query(
        `update imports set preview = $2, status = 'previewed'
          where id = $1 and status in ('uploaded', 'previewed') and mapping = $3::jsonb
            and kind = $4`,
        [id, JSON.stringify(preview), JSON.stringify({ fields: mapping }), kind],
      );
      return rowCount === 1;
    },

    move: (id, from, to, { errorCode = null, at, by }) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<{ kind: string }>(
          `update imports
              set status = $3, error_code = $4,
                  started_at = case when $3 = 'running' then coalesce(started_at, $5) else started_at end,
                  completed_at = case when $3 in ('failed', 'canceled') then $5::timestamptz end
            where id = $1 and status = any($2) returning kind`,
          [id, from, to, errorCode, at],
        );
        const [moved] = rows;
        if (!moved) return false;
        if (by !== undefined) {
          await appendAudit(sql, {
            at,
            actor: by,
            action: 'contacts.import-canceled',
            subject: `import:${id}`,
            detail: { attested: [], kind: moved.kind },
          });
        }
        return true;
      }),

    async setMessage(id, channel, messageTs) {
      await db.pool.query('update imports set channel = $2, message_ts = $3 where id = $1', [
        id,
        channel,
        messageTs,
      ]);
    },

    async progress(id, rowsDone) {
      await db.pool.query(
        'update imports set rows_done = greatest(rows_done, $2) where id = $1 and rows_done < $2',
        [id, rowsDone],
      );
    },

    clearRejects: async (id) => {
      await db.pool.query('delete from import_rejects where import_id = $1', [id]);
    },

    async saveRejects(id, rejected) {
      await db.pool.query(
        `insert into import_rejects (import_id, row_number, reason, cells)
         select $1, * from unnest($2::int[], $3::text[], $4::jsonb[])
         on conflict do nothing`,
        [
          id,
          rejected.map((row) => row.row),
          rejected.map((row) => row.reason),
          rejected.map((row) => JSON.stringify(row.cells)),
        ],
      );
    },

    async *rejects(id) {
      const size = 1000;
      for (let after = 0; ; ) {
        const { rows } = await db.pool.query<RejectedRow>(
          `select row_number as row, reason, cells from import_rejects
            where import_id = $1 and row_number > $2 order by row_number limit ${size}`,
          [id, after],
        );
        if (rows.length > 0) yield rows;
        after = rows.at(-1)?.row ?? 0;
        if (rows.length < size) return;
      }
    },

    openPass: (id) => openPass(db, id),
    undoPlan: (id) => undoPlan(db.pool, id),
    undo: (id, change) => undoImport(db, id, change),

    async forgetChanges(before) {
      const { rowCount } = await db.pool.query(
        `delete from import_changes c using imports i
          where i.id = c.import_id and i.completed_at < $1`,
        [before],
      );
      return rowCount ?? 0;
    },

    async finish(id, counts, at) {
      const { rows } = await db.pool.query<{ status: string }>(
        `update imports
            set status = case status when 'running' then 'completed' else status end,
                counts = $2, completed_at = coalesce(completed_at, $3),
                rows_done = case status when 'running' then $4 else rows_done end
          where id = $1 and status in ('running', 'canceled') returning status`,
        [id, JSON.stringify(counts), at, counts.rows],
      );
      return rows[0]?.status === 'completed';
    },
  };
}
