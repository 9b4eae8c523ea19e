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

/** Who answers: Twilio, or the carrier that the project brings along to try things out. */
export type CarrierKind = 'simulated' | 'real';

/**
 * Stamps a live database with its kind of carrier. Throws when it was stamped with the other, since
 * a simulated "START" or line type would count as a fact about a real person, and a campaign that
 * is sent into the simulation counts as sent. A simulation in which nothing was sent, answered or
 * looked up has left nothing behind: such a database may still become a real one.
 */
export async function claimCarrier(db: Database, kind: CarrierKind): Promise<void> {
  await db.pool.query(
    `update instance set carrier = $1
      where carrier is null
         or (carrier = 'simulated' and $1 = 'real'
             and not exists (select from delivery_attempts)
             and not exists (select from phone_communications where direction = 'inbound')
             and not exists (select from phone_validations
                              where answered_at is not null and provider <> 'offline'))`,
    [kind],
  );
  const { rows } = await db.pool.query<{ carrier: CarrierKind }>('select carrier from instance');
  const owner = rows[0]?.carrier;
  if (owner === kind) return;
  throw new Error(
    owner === 'simulated'
      ? 'This database holds messages, answers or number checks of the simulated carrier, which would count as facts about real people. Set DATABASE_URL (or DATA_DIR) to another one for CARRIER=twilio, and import the contacts there.'
      : 'This database belongs to a real carrier. Set CARRIER=twilio, or DATABASE_URL (or DATA_DIR) to another one to try things out with the simulated carrier.',
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
