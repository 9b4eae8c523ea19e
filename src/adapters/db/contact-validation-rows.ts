import type { ConsentEvent } from '../../features/consent/index.ts';
import type { Asked, LookupTarget, ValidationBatch } from '../../features/contacts/index.ts';
import { nothingSent, offlineEvidence, offlineProvider } from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
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

/** Marks numbers as asked and their price as spent, as far as the agreed money goes. */
export async function claimLookups(
  sql: Sql,
  { id }: ValidationBatch,
  provider: string,
  contactIds: readonly string[],
  { price, at }: { price: Decimal; at: Date },
): Promise<string[]> {
  const { rows: batches } = await sql.query<{ left: string }>(
    `select max_cost - spent as left from validation_batches where id = $1 and status = 'running' for update`,
    [id],
  );
  const left = new Decimal(batches[0]?.left ?? 0);
  if (!batches[0]) return [];
  const affordable = price.isZero()
    ? contactIds.length
    : Decimal.max(0, left).div(price).floor().toNumber();
  const { rows } = await sql.query<{ contactId: string }>(
    `insert into phone_validations (phone_contact_id, batch_id, provider, validation_cost, validated_at)
     select w.id, $1::uuid, $2::varchar, $3::numeric, $4::timestamptz
       from unnest($5::uuid[]) with ordinality as w (id, n)
      where not exists (select from phone_validations v
                         where v.batch_id = $1::uuid and v.phone_contact_id = w.id and v.provider = $2::varchar)
      order by w.n limit $6
     on conflict (batch_id, phone_contact_id, provider) do nothing
     returning phone_contact_id as "contactId"`,
    [id, provider, price.toFixed(), at, contactIds, affordable],
  );
  await charge(sql, id, price.times(rows.length));
  return rows.map(({ contactId }) => contactId);
}

/** What came of asking: answers with their real cost, silences that may be charged, the rest undone. */
export async function recordAsked(
  sql: Sql,
  { id }: ValidationBatch,
  provider: string,
  { answers, lost, unasked }: Asked,
  { price, at }: { price: Decimal; at: Date },
): Promise<void> {
  await sql.query(
    `update phone_validations v
        set is_valid = a.valid, is_active = a.active, line_type = a.line_type,
            carrier = left(a.carrier, 100), country_code = left(a.country, 5),
            reassigned = a.reassigned, validation_cost = a.cost, validation_result = a.raw,
            validated_at = $12, answered_at = $12
       from unnest($3::uuid[], $4::boolean[], $5::boolean[], $6::text[], $7::text[], $8::text[],
                   $9::boolean[], $10::numeric[], $11::jsonb[])
         as a (contact_id, valid, active, line_type, carrier, country, reassigned, cost, raw)
      where v.batch_id = $1 and v.provider = $2 and v.phone_contact_id = a.contact_id`,
    [
      id,
      provider,
      answers.map(({ contactId }) => contactId),
      answers.map(({ answer }) => answer.valid),
      answers.map(({ answer }) => answer.active),
      answers.map(({ answer }) => answer.lineType),
      answers.map(({ answer }) => answer.carrier),
      answers.map(({ answer }) => answer.countryCode),
      answers.map(({ answer }) => answer.reassigned),
      answers.map(({ answer }) => answer.cost.toFixed(4)),
      answers.map(({ answer }) => JSON.stringify(answer.raw ?? null)),
      at,
    ],
  );
  await sql.query(
    `update phone_validations v set error_code = l.code
       from unnest($3::uuid[], $4::text[]) as l (contact_id, code)
      where v.batch_id = $1 and v.provider = $2 and v.phone_contact_id = l.contact_id`,
    [id, provider, lost.map(({ contactId }) => contactId), lost.map((one) => one.errorCode)],
  );
  const undone = await sql.query(
    `delete from phone_validations
      where batch_id = $1 and provider = $2 and phone_contact_id = any($3::uuid[])
        and answered_at is null`,
    [id, provider, unasked],
  );
  const cost = answers.reduce((sum, { answer }) => sum.plus(answer.cost), new Decimal(0));
  const setAside = price.times(answers.length + (undone.rowCount ?? 0));
  await charge(sql, id, cost.minus(setAside));
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

async function charge(sql: Sql, batchId: string, cost: Decimal): Promise<void> {
  if (cost.isZero()) return;
  await sql.query('update validation_batches set spent = spent + $2::numeric where id = $1', [
    batchId,
    cost.toFixed(),
  ]);
}
