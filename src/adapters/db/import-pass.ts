import type pg from 'pg';
import {
  addCounts,
  type ContactGroup,
  type ImportCounts,
  type ImportPass,
} from '../../features/contacts/index.ts';
import type { Database } from './database.ts';
import { knownGroups } from './import-groups.ts';
import { countLone, writeLone } from './import-lone.ts';
import { settleNewContacts, writeMerged } from './import-merge.ts';
import {
  createStaging,
  indexStaging,
  nextNumbers,
  type StagingCopy,
  stagingCopy,
} from './import-staging.ts';
import { countListed, suppressListed } from './import-suppress.ts';

/**
 * One import at a time writes contacts, so that two people importing the same file both find what
 * the other one made. Held per batch, for fractions of a second.
 */
const mergeLock = 'fly2any:contacts:merge';
/** A contact of the batch was created by somebody else (not an import) since it was looked up. */
const uniqueViolation = '23505';
const tries = 3;

/**
 * A connection of its own for one pass over a file. Its advisory lock keeps a second runner of the
 * same import out, its temporary tables hold the rows; all vanish with it, however it ends.
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
    await createStaging(client);
    return { cursor: rows[0].cursor, ...passOn(client, id) };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

type State = { cursor: string; counts: ImportCounts | null; by: string };
type Step = { cursor: string; counts: ImportCounts };

function passOn(client: pg.PoolClient, id: string): ImportPass {
  let copy: StagingCopy | null = null;
  let indexed = false;
  async function index(): Promise<void> {
    if (indexed) return;
    await copy?.end();
    copy = null;
    await indexStaging(client);
    indexed = true;
  }

  /** One batch in one transaction, its counts and cursor with it; null when there is nothing to do. */
  async function batch(
    size: { numbers: number; known: number },
    work: (state: State, last: string) => Promise<ImportCounts>,
  ): Promise<Step | null> {
    await index();
    await client.query('begin');
    try {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [mergeLock]);
      const { rows } = await client.query<State>(
        `select cursor, counts, created_by as by from imports
          where id = $1 and status = 'running' for update`,
        [id],
      );
      const [state] = rows;
      const last = state ? await nextNumbers(client, state.cursor, size) : null;
      if (!state || last === null) {
        await client.query('rollback');
        return null;
      }
      const tally = await work(state, last);
      const counts = state.counts ? addCounts(state.counts, tally) : tally;
      await client.query('update imports set cursor = $2, counts = $3 where id = $1', [
        id,
        last,
        JSON.stringify(counts),
      ]);
      await client.query('commit');
      return { cursor: last, counts };
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  }

  async function mergeOnce(
    size: { numbers: number; known: number },
    work: Parameters<ImportPass['merge']>[1],
    now: Date,
  ): Promise<Step | null> {
    let after = '';
    const step = await batch(size, async (state, last) => {
      after = state.cursor;
      const range = { after, last };
      const groups: readonly ContactGroup[] = await knownGroups(client, range, { lock: true });
      const { merged, tally } = work(groups);
      const lone = await writeLone(client, range, { importId: id, by: state.by, now });
      await writeMerged(client, { groups, merged }, { importId: id, now });
      return addCounts(lone, tally);
    });
    if (step) await settle(client, { after, last: step.cursor }, now);
    return step;
  }

  return {
    async stage(rows) {
      if (rows.length === 0) return;
      copy ??= stagingCopy(client);
      await copy.write(rows);
    },

    async look(after, size) {
      await index();
      const last = await nextNumbers(client, after, size);
      if (last === null) return null;
      const range = { after, last };
      const lone = await countLone(client, range);
      return { cursor: last, lone, groups: await knownGroups(client, range, { lock: false }) };
    },

    async merge(size, work, now) {
      for (let left = tries; ; left--) {
        try {
          return await mergeOnce(size, work, now);
        } catch (error) {
          const met = error instanceof Error && 'code' in error && error.code === uniqueViolation;
          if (!met || left === 1) throw error;
        }
      }
    },

    async lookSuppressed(after, list, numbers) {
      await index();
      const last = await nextNumbers(client, after, { numbers, known: numbers });
      if (last === null) return null;
      return { cursor: last, counts: await countListed(client, { after, last }, list) };
    },

    suppress: (list, numbers, now) =>
      batch({ numbers, known: numbers }, (state, last) =>
        suppressListed(client, { after: state.cursor, last }, list, { importId: id, now }),
      ),

    async close() {
      await copy?.abandon();
      // The server notices that a connection has gone a little later; the next pass may begin now.
      await client.query('select pg_advisory_unlock_all()').catch(() => {});
      client.release(true);
    },
  };
}

async function settle(
  client: pg.PoolClient,
  range: { after: string; last: string },
  now: Date,
): Promise<void> {
  await client.query('begin');
  await settleNewContacts(client, range, now);
  await client.query('commit');
}
