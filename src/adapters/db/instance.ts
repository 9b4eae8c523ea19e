import type { z } from 'zod';
import type { Database } from './database.ts';

export type Mode = 'sandbox' | 'live';

/**
 * Stamps the database with its mode at the first start. Throws when it was stamped with the other:
 * pretend people must never be mixed with real ones.
 */
export async function claimInstance(db: Database, mode: Mode): Promise<void> {
  const { rows } = await db.pool.query<{ mode: Mode }>(
    `with claimed as (
       insert into instance (mode) values ($1) on conflict (only_one) do nothing returning mode
     )
     select mode from claimed union all select mode from instance limit 1`,
    [mode],
  );
  const owner = rows[0]?.mode ?? (await modeOf(db));
  if (owner === mode) return;
  throw new Error(
    owner === 'sandbox'
      ? 'This database holds the sandbox and its made-up people. Set DATABASE_URL (or DATA_DIR) to another one for the live mode.'
      : 'This database holds real contacts, so the sandbox does not start on it. Set DATABASE_URL (or DATA_DIR) to another one, or the Slack credentials for the live mode.',
  );
}

/** Null before the first start; another process may just be writing it. */
async function modeOf(db: Database): Promise<Mode | null> {
  const { rows } = await db.pool.query<{ mode: Mode }>('select mode from instance');
  return rows[0]?.mode ?? null;
}

/** Where the pretend outside world of this run listens, with its secrets, for processes beside it. */
export async function saveSandbox(db: Database, world: object | null): Promise<void> {
  await db.pool.query(`update instance set sandbox = $1 where mode = 'sandbox'`, [
    world === null ? null : JSON.stringify(world),
  ]);
}

/** Null when no sandbox runs on this database, or one of another version does. */
export async function readSandbox<T>(db: Database, shape: z.ZodType<T>): Promise<T | null> {
  const { rows } = await db.pool.query<{ sandbox: unknown }>('select sandbox from instance');
  const parsed = shape.safeParse(rows[0]?.sandbox);
  return parsed.success ? parsed.data : null;
}
