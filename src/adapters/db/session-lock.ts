import type { Database } from './database.ts';

/**
 * Work that only one process may do at a time. Held by a connection of its own, so that a process
 * that dies holds nothing; null when another has it.
 */
export async function holdSessionLock(
  db: Database,
  name: string,
): Promise<{ release(): Promise<void> } | null> {
  const client = await db.pool.connect();
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
    [name],
  );
  if (!rows[0]?.free) {
    client.release();
    return null;
  }
  return {
    async release() {
      // The server notices a little late that a connection has gone; who comes next need not wait.
      await client
        .query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
        .catch(() => {});
      client.release(true);
    },
  };
}
