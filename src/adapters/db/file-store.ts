import type { FileSource, FileStore, StoredFile } from '../../features/contacts/index.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/**
 * Larger files lie in pieces of this size. The driver gets bytes as text of twice the length, in a
 * buffer that it doubles until all of a row is there: of a megabyte it leaves a dozen behind.
 */
const pieceSize = 128 * 1024;

/** Pieces of one size, whatever comes in. */
async function* inPieces(content: Uint8Array | FileSource): AsyncGenerator<Buffer> {
  if (!('pieces' in content)) {
    for (let start = 0; start < content.length; start += pieceSize) {
      yield Buffer.from(content.subarray(start, start + pieceSize));
    }
    return;
  }
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of content.pieces()) {
    parts.push(part);
    length += part.length;
    if (length < pieceSize) continue;
    yield Buffer.concat(parts);
    [parts, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(parts);
}

const sizeOf = (content: Uint8Array | FileSource): number =>
  'pieces' in content ? content.size : content.length;

/** The bytes of a file, one piece after the other. */
export async function* bytesOf(sql: Sql, id: string): AsyncGenerator<Buffer> {
  const { rows } = await sql.query<{ content: Buffer }>('select content from files where id = $1', [
    id,
  ]);
  if (rows[0] && rows[0].content.length > 0) yield rows[0].content;
  for (let n = 0; ; n++) {
    const piece = await sql.query<{ bytes: Buffer }>(
      'select bytes from file_pieces where file_id = $1 and n = $2',
      [id, n],
    );
    if (!piece.rows[0]) return;
    yield piece.rows[0].bytes;
  }
}

export function fileStore(db: Database): FileStore {
  async function find(id: string, now: Date): Promise<StoredFile | null> {
    const { rows } = await db.pool.query<StoredFile>(
      `select id, owner, kind, name, mime, size from files where id = $1 and expires_at > $2`,
      [id, now],
    );
    return rows[0] ?? null;
  }

  return {
    save: ({ owner, kind, name, mime, content, createdAt, expiresAt }) =>
      inTransaction(db, async (sql) => {
        const small = !('pieces' in content) && content.length <= pieceSize ? content : null;
        const { rows } = await sql.query<{ id: string }>(
          `insert into files (owner, kind, name, mime, size, content, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
          [
            owner,
            kind,
            name,
            mime,
            sizeOf(content),
            Buffer.from(small ?? []),
            createdAt,
            expiresAt,
          ],
        );
        const [row] = rows;
        if (!row) throw new Error('the file was not saved');
        if (small === null) await savePieces(sql, row.id, content);
        return row.id;
      }),

    async read(id, now) {
      const file = await find(id, now);
      if (!file) return null;
      const parts: Buffer[] = [];
      for await (const part of bytesOf(db.pool, id)) parts.push(part);
      return { ...file, content: Buffer.concat(parts) };
    },

    async open(id, now) {
      const file = await find(id, now);
      return file && { ...file, pieces: () => bytesOf(db.pool, id) };
    },

    async purge(now) {
      const { rowCount } = await db.pool.query('delete from files where expires_at <= $1', [now]);
      return rowCount ?? 0;
    },
  };
}

export async function savePieces(
  sql: Sql,
  fileId: string,
  content: Uint8Array | FileSource,
): Promise<void> {
  let n = 0;
  for await (const bytes of inPieces(content)) {
    await sql.query('insert into file_pieces (file_id, n, bytes) values ($1, $2, $3)', [
      fileId,
      n++,
      bytes,
    ]);
  }
}
