import type { ConsentEvent } from '../../features/consent/index.ts';
import type { LookupTarget, ValidationBatch } from '../../features/contacts/index.ts';
import { nothingSent, offlineEvidence, offlineProvider } from '../../features/validation/index.ts';
import { appendEvents } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import { evidenceFor, judgeContacts } from './contact-evidence.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import type { Sql } from './database.ts';

/** The row of `offline` says that a number had its turn in a batch; this, that a word is missing. */
export const unsettled = 'unsettled';

/**
 * The next numbers that have not had their turn, with what is known about them. Asked of each number
 * by itself: as a join, the planner, which knows nothing of a table that was empty a moment ago,
 * compared everybody with every answer, for seconds.
 */
export async function nextTargets(
  sql: Sql,
  batch: ValidationBatch,
  options: { after: string | null; freshSince: Date; limit: number },
): Promise<LookupTarget[]> {
  const { where, params } = compileFilter(await resolveFilter(sql, batch.filter));
  const at = (value: unknown): string => `$${params.push(value)}`;
  const after = at(options.after);
  const { rows } = await sql.query<
    Pick<LookupTarget, 'contactId' | 'phone' | 'lastSure' | 'unreachableSince' | 'askedOf'>
  >(
    `with wanted as (
       select c.id, c.phone, c.unreachable_since, greatest(c.consent_date, c.last_inbound_at) as sure
         from phone_contacts c
        where ${where} and not dead and erased_at is null
          and (validated_at is null
            or validated_at <= greatest(${at(options.freshSince)}::timestamptz, unreachable_since))
          and (${after}::uuid is null or c.id > ${after}::uuid)
          and (select v.id from phone_validations v
                where v.batch_id = ${at(batch.id)} and v.phone_contact_id = c.id
                  and v.provider = '${offlineProvider}' limit 1) is null
        order by c.id limit ${at(options.limit)}
     )
     select w.id as "contactId", w.phone, w.sure as "lastSure",
            w.unreachable_since as "unreachableSince",
            coalesce((select array_agg(v.provider) from phone_validations v
                       where v.batch_id = ${at(batch.id)} and v.phone_contact_id = w.id), '{}') as "askedOf"
       from wanted w order by w.id`,
    params,
  );
  const known = await evidenceFor(
    sql,
    rows.map(({ contactId }) => contactId),
  );
  return rows.map((row) => ({
    ...row,
    ...(known.get(row.contactId) ?? { answers: [], sends: nothingSent }),
  }));
}

/** The end of a turn: contacts first, in id order, then ledger and batch. */
export async function concludeTurns(
  sql: Sql,
  batch: ValidationBatch,
  results: readonly { contactId: string; settled: boolean }[],
  at: Date,
): Promise<void> {
  const ids = results.map(({ contactId }) => contactId);
  await sql.query(
    'select 1 from phone_contacts where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );
  const settled = results.filter((one) => one.settled).map(({ contactId }) => contactId);
  await judgeContacts(sql, ids, { now: at, settled });
  await voidConsent(sql, batch, ids, at);
  const { rows } = await sql.query<{ id: string; phone: string }>(
    'select id, phone from phone_contacts where id = any($1::uuid[])',
    [ids],
  );
  const ended = await sql.query(
    `insert into phone_validations
       (phone_contact_id, batch_id, provider, validation_cost, validated_at, answered_at, is_valid, error_code)
     select o.id, $1, '${offlineProvider}', 0, $2, $2, o.valid,
            case when not (o.id = any($5::uuid[])) then '${unsettled}' end
       from unnest($3::uuid[], $4::boolean[]) as o (id, valid)
     on conflict (batch_id, phone_contact_id, provider) do nothing`,
    [
      batch.id,
      at,
      rows.map(({ id }) => id),
      rows.map(({ phone }) => offlineEvidence(phone, at).valid),
      settled,
    ],
  );
  await sql.query(
    `update validation_batches set checked = checked + $2, unsettled = unsettled + $3 where id = $1`,
    [batch.id, ended.rowCount ?? 0, results.length - settled.length],
  );
}

/** A number that has another owner: nobody of whom we have a consent. */
async function voidConsent(
  sql: Sql,
  batch: ValidationBatch,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const { rows } = await sql.query<{ phone: string; provider: string }>(
    `select c.phone, min(v.provider) as provider
       from phone_validations v join phone_contacts c on c.id = v.phone_contact_id
      where v.batch_id = $1 and v.phone_contact_id = any($2::uuid[]) and v.reassigned
      group by c.phone`,
    [batch.id, ids],
  );
  const events = rows.map(
    ({ phone, provider }): ConsentEvent => ({
      phone,
      kind: 'revoke',
      basis: 'documented',
      channels: ['sms', 'whatsapp', 'call'],
      source: 'reassigned-number',
      sourceRef: batch.id,
      textShown: null,
      language: null,
      evidence: { provider },
      givenAt: at,
      recordedAt: at,
      recordedBy: 'system:validation',
    }),
  );
  if (events.length === 0) return;
  await appendEvents(sql, events);
  await refreshStanding(
    sql,
    rows.map(({ phone }) => phone),
    at,
  );
}
