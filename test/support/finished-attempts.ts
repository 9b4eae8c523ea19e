import type { Database } from '../../src/adapters/db/database.ts';

/** How one call ended; `accepted`: no receipt yet; or a code of the carrier (`refused 20429`). */
export type Ending = 'accepted' | 'delivered' | `failed ${string}` | `refused ${string}`;

export const times = (n: number, ending: Ending): Ending[] => Array<Ending>(n).fill(ending);

/**
 * Calls of a campaign that are over, one for each of its next queued rows, a second apart from `at`
 * on (product clock); `realAt` is when the last words came, in the same order.
 */
export async function endAttempts(
  db: Database,
  campaignId: string,
  endings: readonly Ending[],
  { at, realAt = new Date() }: { at: Date; realAt?: Date },
): Promise<void> {
  const parts = endings.map((ending) => ending.split(' '));
  await db.pool.query(
    `with e as (
       select * from unnest($2::text[], $3::text[]) with ordinality as e (outcome, code, nth))
     , r as (
       select id, row_number() over (order by phone) as nth from phone_communications
        where campaign_id = $1 and status = 'queued')
     , made as (
       insert into delivery_attempts
         (communication_id, n, campaign_id, phone, channel, sender_id, token, outcome, error_code,
          http_status, reserved, cost, attempted_at, call_started_at, settled_at)
       select c.id, 1, $1, c.phone, 'sms', 'sms', c.id::text, e.outcome, e.code,
              case when e.outcome = 'refused' then 400 end, 0, 0,
              $4::timestamptz + e.nth * interval '1 second', $5,
              case when e.outcome <> 'accepted'
                then $5::timestamptz + e.nth * interval '1 microsecond' end
         from e join r using (nth) join phone_communications c on c.id = r.id
       returning communication_id)
     update phone_communications c
        set status = case e.outcome when 'delivered' then 'delivered' when 'accepted' then 'sent'
                       else 'failed' end,
            error_code = e.code,
            final_at = case when e.outcome <> 'accepted'
              then $4::timestamptz + e.nth * interval '1 second' end,
            delivered_at = case e.outcome when 'delivered' then $4::timestamptz end
       from e join r using (nth) where c.id = r.id`,
    [
      campaignId,
      parts.map(([outcome]) => outcome),
      parts.map(([, code]) => code ?? null),
      at,
      realAt,
    ],
  );
}
