import type { Database } from '../adapters/db/database.ts';
import type { Contacts } from '../adapters/sandbox/carrier/index.ts';
import type { ClockControl } from '../adapters/sandbox/slack/workspace-options.ts';
import { earliestSend } from '../features/scheduling/index.ts';
import type { Storage } from './storage.ts';

/** The product clock as the page moves it. */
export function sandboxClock(
  { db, clock }: Pick<Storage, 'db' | 'clock'>,
  timeZone: string,
): ClockControl {
  const state = () => ({ now: clock.now().toISOString(), offsetMs: clock.offsetMs(), timeZone });
  return {
    state,
    async advance(ms) {
      await clock.advance(ms);
      return state();
    },
    async to(date) {
      await clock.advanceTo(date);
      return state();
    },
    async toNextWindow() {
      await clock.advanceTo(await nextWindow(db, clock.now()));
      return state();
    },
  };
}

/** When the next waiting message is due; without any, when Connecticut may next be written to. */
async function nextWindow(db: Database, now: Date): Promise<Date> {
  const { rows } = await db.pool.query<{ at: Date | null }>(
    `select min(due_at) as at from phone_communications where status = 'queued' and due_at > $1`,
    [now],
  );
  const due = rows[0]?.at;
  if (due) return due;
  const home = { states: ['CT'], zones: ['America/New_York'] };
  return earliestSend(home, 'sms', now, { house: true })?.dueAt ?? now;
}

/** Names for the phones of the sandbox's page. */
export const sandboxContacts = (db: Database): Contacts => ({
  async find(query, limit) {
    const { rows } = await db.pool.query<{ phone: string; name: string }>(
      `select phone, name from phone_contacts
        where $1 = '' or name ilike '%' || $1 || '%' or phone like '%' || nullif(regexp_replace($1, '\\D', '', 'g'), '') || '%'
        order by last_contact_date desc nulls last, name limit $2`,
      [query.trim(), limit],
    );
    return rows;
  },
  async names(phones) {
    const { rows } = await db.pool.query<{ phone: string; name: string }>(
      'select phone, name from phone_contacts where phone = any($1)',
      [phones],
    );
    return new Map(rows.map(({ phone, name }) => [phone, name]));
  },
});
