import type { FileStore, StoredFile } from '../../features/contacts/index.ts';
import type { Database } from './database.ts';

export function fileStore(db: Database): FileStore {
  return {
    async save({ owner, kind, name, mime, content, createdAt, expiresAt }) {
      const { rows } = await db.pool.query<{ id: string }>(
        `insert into files (owner, kind, name, mime, size, content, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          owner,
          kind,
          name,
          mime,
          content.length,
          Buffer.from(content.buffer, content.byteOffset, content.byteLength),
          createdAt,
          expiresAt,
        ],
      );
      const [row] = rows;
      if (!row) throw new Error('the file was not saved');
      return row.id;
    },

    async read(id, now) {
      const { rows } = await db.pool.query<StoredFile & { content: Buffer }>(
        `select id, owner, kind, name, mime, size, content
           from files where id = $1 and expires_at > $2`,
        [id, now],
      );
      return rows[0] ?? null;
    },

    async purge(now) {
      const { rowCount } = await db.pool.query('delete from files where expires_at <= $1', [now]);
      return rowCount ?? 0;
    },
  };
}
