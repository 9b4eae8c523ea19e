import { type Database, inTransaction } from '../../src/adapters/db/database.ts';
import { createServices } from '../../src/app/services.ts';
import type { Carrier } from '../../src/features/delivery/index.ts';
import type { Clock } from '../../src/shared/clock.ts';

export type Ground = {
  db: Database;
  /** A lawful Tuesday that goes on like the real time. */
  clock: Clock;
  timeZone: string;
  /** Small numbers: only whether everything runs. */
  quick: boolean;
};

const nobody = async () => Promise.reject(new Error('nobody is asked for in the bench'));

/** The product's services; without a carrier nothing can be sent. */
export function servicesOf({ db, clock, timeZone }: Ground, carrier?: Carrier) {
  const errors: unknown[] = [];
  const services = createServices({
    db,
    clock,
    timeZone,
    carrier: carrier ?? { simulated: true, send: nobody, fetch: nobody, list: nobody },
    jobs: { enqueue: async () => {} },
    directory: { person: nobody },
    lookups: [],
    onError: (error) => void errors.push(error),
  });
  return { ...services, errors };
}

/** A running, approved campaign with a message for each of so many people of its own, due now. */
export async function aCampaign(
  { db, clock }: Ground,
  { name, people }: { name: string; people: number },
): Promise<string> {
  return inTransaction(db, async (sql) => {
    const { rows } = await sql.query<{ id: string }>(
      `insert into phone_campaigns (name, status, created_by, schedule_config, total_budget, starts_at)
       values ($1, 'running', 'ana', '{"timeZone":"America/New_York"}', 100000, $2) returning id`,
      [name, clock.now()],
    );
    const id = rows[0]?.id ?? '';
    await sql.query(
      `insert into approvals (campaign_id, version, content_hash, snapshot, requested_by, requested_at,
                              editors, decision, decided_by, decided_at)
       values ($1, 1, '', '{}', 'ana', $2, '{ana}', 'approved', 'marcus', $2)`,
      [id, clock.now()],
    );
    await sql.query('insert into campaign_budgets (campaign_id, ceiling) values ($1, 100000)', [
      id,
    ]);
    await sql.query(
      `with last as (select count(*)::int as people from phone_contacts where import_id is null),
            new_people as (
              insert into phone_contacts (phone, name, state, area_code, rule_states, zones, consent_sms)
              select '+1774' || lpad((2220000 + l.people + n)::text, 7, '0'), 'Ana Silva', 'MA', '774', '{MA}',
                     '{America/New_York}', 'documented'
                from last l, generate_series(1, $2::int) n returning id, phone)
       insert into phone_communications
         (phone_contact_id, campaign_id, approval_version, type, direction, status, phone, sender_id,
          segments, message, due_at)
       select id, $1, 1, 'sms', 'outbound', 'queued', phone, 'sms', 1, 'Ola, aqui e a Fly2Any', $3 from new_people`,
      [id, people, clock.now()],
    );
    await sql.query('analyze phone_contacts');
    return id;
  });
}
