import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { addCounts, type ImportCounts, type ImportPass } from '../../features/contacts/index.ts';
import type { Database } from './database.ts';
import { nextGroups } from './import-groups.ts';
import { settleNewContacts, writeMerged } from './import-merge.ts';

/**
 * One import at a time writes contacts, so that two people importing the same file both find what
 * the other one made. Held per batch, for fractions of a second.
 */
const mergeLock = 'fly2any:contacts:merge';

/**
 * A connection of its own for one pass over a file. Its advisory lock keeps a second runner of the
 * same import out, its temporary table holds the rows; both vanish with it, however it ends.
 */
export async function openPass(
  db: Database,
  id: string,
): Promise<(ImportPass & { cursor: string }) | null> {
  const client = await db.pool.connect();
  try {
    const lock = await client.query<{ free: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
      [`fly2any:import:${id}`],
    );
    const { rows } = await client.query<{ cursor: string }>(
      'select cursor from imports where id = $1',
      [id],
    );
    if (!lock.rows[0]?.free || !rows[0]) {
      client.release(true);
      return null;
    }
    await client.query(
      'create temporary table staged_rows (phone text collate "C", row integer, data json)',
    );
    return { cursor: rows[0].cursor, ...passOn(client, id) };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function passOn(client: pg.PoolClient, id: string): ImportPass {
  let indexed = false;
  async function index(): Promise<void> {
    if (indexed) return;
    await client.query('create index on staged_rows (phone, row)');
    await client.query('analyze staged_rows');
    indexed = true;
  }

  return {
    async stage(rows) {
      const lines = rows.map(({ row, value }) => {
        const data = JSON.stringify(value).replaceAll('\\', '\\\\');
        return `${value.phone}\t${row}\t${data}\n`;
      });
      await pipeline(
        Readable.from([lines.join('')]),
        client.query(copyStreams.from('copy staged_rows from stdin')),
      );
    },

    async look(after, size) {
      await index();
      return nextGroups(client, after, size, { lock: false });
    },

    async merge(size, work, now) {
      await index();
      await client.query('begin');
      try {
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [mergeLock]);
        const { rows } = await client.query<{ cursor: string; counts: ImportCounts | null }>(
          `select cursor, counts from imports where id = $1 and status = 'running' for update`,
          [id],
        );
        const [state] = rows;
        const groups = state ? await nextGroups(client, state.cursor, size, { lock: true }) : [];
        const cursor = groups.at(-1)?.phone;
        if (!state || cursor === undefined) {
          await client.query('rollback');
          return null;
        }
        const { merged, tally } = work(groups);
        const created = await writeMerged(client, merged, { importId: id, now });
        const counts = state.counts ? addCounts(state.counts, tally) : tally;
        await client.query('update imports set cursor = $2, counts = $3 where id = $1', [
          id,
          cursor,
          JSON.stringify(counts),
        ]);
        await client.query('commit');
        await settle(client, created, now);
        return { cursor, counts };
      } catch (error) {
        await client.query('rollback').catch(() => {});
        throw error;
      }
    },

    async close() {
      // The server notices that a connection has gone a little later; the next pass may begin now.
      await client.query('select pg_advisory_unlock_all()').catch(() => {});
      client.release(true);
    },
  };
}

async function settle(client: pg.PoolClient, created: readonly string[], now: Date): Promise<void> {
  await client.query('begin');
  await settleNewContacts(client, created, now);
  await client.query('commit');
}
