import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/adapters/db/database.ts';
import { say } from './account.ts';
import { campaignFigures } from './figures.ts';
import type { Ground } from './ground.ts';
import { type People, resumeCampaign, sendAgain } from './script.ts';

/** Waits until the campaign has gone as far as it can go, and moves the clock where that helps. */

export async function until(
  what: string,
  done: () => Promise<boolean>,
  seconds: number,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await delay(250);
  }
}

export async function openRows(db: Database): Promise<{ open: number; done: number }> {
  const { rows } = await db.pool.query<{ open: number; done: number }>(
    `select count(*) filter (where status in ('queued', 'calling', 'unconfirmed', 'sent'))::int as open,
            count(*) filter (where status not in ('queued', 'calling', 'staged'))::int as done
       from phone_communications where direction = 'outbound' and campaign_id is not null`,
  );
  return rows[0] ?? { open: 0, done: 0 };
}

/** Rows the carrier took that have no final word yet. */
async function unsettled(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from delivery_attempts where outcome in ('calling', 'accepted')`,
  );
  return rows[0]?.n ?? 0;
}

/** Everything sent, every receipt in, every unconfirmed message decided on. */
export async function settle(ground: Ground, cast: People, campaignName: string): Promise<void> {
  await sendTheRest(ground, cast, campaignName);
  await until('the last receipts', async () => (await unsettled(ground.db)) === 0, 120);
  await decideUnconfirmed(ground, cast, campaignName);
}

/**
 * Phones that were off are tried again after most of an hour, so the clock is moved there when all
 * else is done: past those who are due within the same quarter of an hour, or it would go on in the
 * pace in which they first failed.
 */
async function sendTheRest({ db, api }: Ground, cast: People, name: string): Promise<void> {
  const end = performance.now() + 150_000;
  let hours = 0;
  for (;;) {
    const { rows } = await db.pool.query<{ open: number; busy: number; next: Date | null }>(
      `select count(*) filter (where status in ('queued', 'calling'))::int as open,
              count(*) filter (where status in ('calling', 'sent') or (status = 'queued' and due_at <= $1))::int as busy,
              max(due_at) filter (where status = 'queued' and due_at < first + interval '15 minutes') as next
         from (select c.*, min(due_at) filter (where status = 'queued') over () as first
                 from phone_communications c
                where direction = 'outbound' and campaign_id is not null) c`,
      [await api.now()],
    );
    const { open = 0, busy = 0, next = null } = rows[0] ?? {};
    if (open === 0) break;
    await resumeAfterTrip(db, cast, name);
    if (performance.now() > end) throw new Error(`waited in vain for ${open} messages to be sent`);
    if (busy === 0 && next) {
      hours += 1;
      await api.moveClock(new Date(next.getTime() + 1_000));
    }
    await delay(300);
  }
  say(`everything sent; the clock was moved ${hours} times for second tries`);
}

/** A circuit breaker may stop a long campaign by chance: a person looks, and lets it go on. */
export async function resumeAfterTrip(db: Database, cast: People, name: string): Promise<void> {
  const { rows } = await db.pool.query<{ reason: string; n: number; of: number }>(
    `select paused_reason as reason, (e.detail ->> 'n')::int as n, (e.detail ->> 'of')::int as of
       from phone_campaigns k join campaign_events e on e.campaign_id = k.id and e.kind = 'paused'
      where k.status = 'paused' and k.paused_reason like 'breaker-%' order by e.id desc limit 1`,
  );
  const [trip] = rows;
  if (!trip) return;
  say(
    `a circuit breaker stopped it (${trip.reason}: ${trip.n} of ${trip.of}); a person resumes it`,
  );
  await resumeCampaign(cast, name);
}

/** What the carrier's list knows is found by the product itself; the rest is a person's to decide. */
async function decideUnconfirmed(ground: Ground, cast: People, name: string): Promise<void> {
  const { db } = ground;
  const left = async () => (await campaignFigures(db, name, [])).summary.unconfirmed;
  if ((await left()) === 0) return;
  await delay(20_000);
  const before = await left();
  for (let round = 0; (await left()) > 0 && round < 20; round += 1) {
    await sendAgain(cast, name);
    await delay(500);
  }
  say(`a person sent ${before} messages again that the carrier had no trace of`);
  await sendTheRest(ground, cast, name);
  await until('their receipts', async () => (await unsettled(db)) === 0, 60);
}
