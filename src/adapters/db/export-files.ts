import type { BulkStore } from '../../features/contacts/index.ts';
import { type BulkRow, bulkColumns, bulkOf } from './bulk-rows.ts';
import { type Database, inTransaction } from './database.ts';

type FilePart = Pick<
  BulkStore,
  'finishExport' | 'readFile' | 'claimSending' | 'addSlackFile' | 'expired' | 'forgetSlackFiles'
>;

const pieceBytes = 512 * 1024;

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
        await sql.query(
          `with kept as (
             insert into files (owner, kind, name, mime, size, content, created_at, expires_at)
             values ($2, 'export', $3, $4, $5, $6, $7, $8) returning id)
           update contact_bulks set status = 'completed', done = $9, changed = $9, file_id = kept.id,
                  expires_at = $8, completed_at = $7
             from kept where contact_bulks.id = $1`,
          [
            id,
            bulk.owner,
            name,
            mime,
            content.length,
            Buffer.from(content.buffer, content.byteOffset, content.byteLength),
            at,
            expiresAt,
            rows,
          ],
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
      for (let at = 0; at < file.size; at += pieceBytes) {
        const piece = await db.pool.query<{ bytes: Buffer }>(
          'select substring(content from $2 for $3) as bytes from files where id = $1',
          [id, at + 1, pieceBytes],
        );
        // Purged meanwhile: half a file is none.
        if (!piece.rows[0]) return null;
        piece.rows[0].bytes.copy(content, at);
      }
      return { owner: file.owner, name: file.name, mime: file.mime, content };
    },

    async claimSending(id, at) {
      const { rowCount } = await db.pool.query(
        `update contact_bulks set sent_at = $2
          where id = $1 and sent_at is null and file_id is not null and expires_at > $2`,
        [id, at],
      );
      return rowCount === 1;
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
