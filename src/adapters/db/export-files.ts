import type { BulkStore } from '../../features/contacts/index.ts';
import { type BulkRow, bulkColumns, bulkOf } from './bulk-rows.ts';
import { type Database, inTransaction } from './database.ts';
import { bytesOf, savePieces } from './file-store.ts';
import { holdSessionLock } from './session-lock.ts';

type FilePart = Pick<
  BulkStore,
  | 'finishExport'
  | 'readFile'
  | 'hold'
  | 'isUnsent'
  | 'markSent'
  | 'addSlackFile'
  | 'expired'
  | 'forgetSlackFiles'
>;

/** What becomes of an exported file. */
export function exportFiles(db: Database): FilePart {
  return {
    finishExport: (id, rows, { name, mime, content, expiresAt }, at) =>
      inTransaction(db, async (sql) => {
        const { rows: running } = await sql.query<{ owner: string }>(
          `select created_by as owner from contact_bulks where id = $1 and status = 'running' for update`,
          [id],
        );
        const [bulk] = running;
        if (!bulk) return false;
        const kept = await sql.query<{ id: string }>(
          `insert into files (owner, kind, name, mime, size, content, created_at, expires_at)
           values ($1, 'export', $2, $3, $4, '', $5, $6) returning id`,
          [bulk.owner, name, mime, content.size, at, expiresAt],
        );
        const fileId = kept.rows[0]?.id ?? '';
        await savePieces(sql, fileId, content);
        await sql.query(
          `update contact_bulks set status = 'completed', done = $2, changed = $2, file_id = $3,
                  expires_at = $4, completed_at = $5
            where id = $1`,
          [id, rows, fileId, expiresAt, at],
        );
        return true;
      }),

    async readFile(id, now) {
      const { rows } = await db.pool.query<{
        owner: string;
        name: string;
        mime: string;
        size: number;
      }>('select owner, name, mime, size from files where id = $1 and expires_at > $2', [id, now]);
      const [file] = rows;
      if (!file) return null;
      const content = Buffer.alloc(file.size);
      let filled = 0;
      for await (const piece of bytesOf(db.pool, id)) filled += piece.copy(content, filled);
      // Purged meanwhile: half a file is none.
      if (filled < file.size) return null;
      return { owner: file.owner, name: file.name, mime: file.mime, content };
    },

    hold: (id) => holdSessionLock(db, `fly2any:bulk:${id}`),

    async isUnsent(id, at) {
      const { rowCount } = await db.pool.query(
        `select 1 from contact_bulks
          where id = $1 and sent_at is null and file_id is not null and expires_at > $2`,
        [id, at],
      );
      return rowCount === 1;
    },

    async markSent(id, at) {
      await db.pool.query(
        'update contact_bulks set sent_at = $2 where id = $1 and sent_at is null',
        [id, at],
      );
    },

    async addSlackFile(id, slackFile) {
      await db.pool.query(
        'update contact_bulks set slack_files = slack_files || $2::text where id = $1',
        [id, slackFile],
      );
    },

    async expired(at) {
      const { rows } = await db.pool.query<BulkRow>(
        `select ${bulkColumns} from contact_bulks
          where expires_at <= $1 and action = 'export' and (file_id is not null or slack_files <> '{}')
          order by expires_at limit 20`,
        [at],
      );
      return rows.map(bulkOf);
    },

    async forgetSlackFiles(id) {
      await db.pool.query(
        `with gone as (update contact_bulks set slack_files = '{}' where id = $1 returning file_id)
         delete from files where id in (select file_id from gone)`,
        [id],
      );
    },
  };
}
