import { offlineProvider } from '../../features/validation/index.ts';
import type { Sql } from './database.ts';

/** Fewer may be a holiday or an empty battery. */
const campaignsInARow = 3;

/**
 * Whether the last campaigns that told anything about `c`'s phone all ended with one of the codes
 * in $1: only reached or not reached counts, never what was skipped, canceled or our own fault.
 */
const lostTouch = `(
  select count(*) = ${campaignsInARow} and bool_and(told.lost) from (
    select ended.lost from (
      select distinct on (m.campaign_id) m.status = 'failed' as lost,
             coalesce(m.final_at, m.replied_at, m.delivered_at) as at
        from phone_communications m
       where m.phone = c.phone and m.direction = 'outbound' and m.campaign_id is not null
         and (m.delivered_at is not null or m.replied_at is not null
              or (m.status = 'failed' and m.error_code = any($1)))
       order by m.campaign_id, coalesce(m.final_at, m.replied_at, m.delivered_at) desc) ended
     where ended.at > greatest('-infinity', c.last_inbound_at,
                                (select max(v.validated_at) from phone_validations v
                                  where v.phone_contact_id = c.id and v.is_valid
                                    and v.provider <> '${offlineProvider}'))
     order by ended.at desc limit ${campaignsInARow}) told)`;

/**
 * Judged once more when the contacts are locked: whoever writes a delivery down waits for that lock
 * afterwards and clears the mark again.
 */
export async function markUnreachable(
  sql: Sql,
  codes: readonly string[],
  since: Date,
  now: Date,
): Promise<number> {
  const { rows } = await sql.query<{ id: string }>(
    `select c.id from phone_contacts c
      where c.unreachable_since is null and not c.dead and c.erased_at is null
        and c.phone in (select a.phone from delivery_attempts a
                         where a.outcome in ('refused', 'failed') and a.error_code = any($1)
                           and a.settled_at > $2)
        and ${lostTouch}
      order by c.id for no key update`,
    [codes, since],
  );
  const { rowCount } = await sql.query(
    `update phone_contacts c set unreachable_since = $2, updated_at = $2
      where c.id = any($3) and ${lostTouch}`,
    [codes, now, rows.map(({ id }) => id)],
  );
  return rowCount ?? 0;
}
