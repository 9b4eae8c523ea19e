import type { LookupResult, LookupTarget, ValidationBatch } from '../../features/contacts/index.ts';
import { Decimal } from '../../shared/money.ts';
import { compileFilter } from './contact-filter.ts';
import type { Sql } from './database.ts';

/** Marks the next numbers as asked and their price as spent, before anybody is asked. */
export async function claimLookups(
  sql: Sql,
  batch: ValidationBatch,
  options: { after: string | null; freshSince: Date; limit: number; price: Decimal; at: Date },
): Promise<LookupTarget[]> {
  const { where, params } = compileFilter(batch.filter);
  const at = (value: unknown): string => `$${params.push(value)}`;
  const { rows } = await sql.query<LookupTarget>(
    `with wanted as (
       select c.id, c.phone from phone_contacts c
        where ${where} and not dead and erased_at is null
          and (${at(options.after)}::uuid is null or c.id > ${at(options.after)}::uuid)
          and not exists (select from phone_validations v
            where v.phone_contact_id = c.id
              and (v.batch_id = ${at(batch.id)}
                or (v.provider = ${at(batch.provider)} and v.is_valid is not null
                    and v.validated_at > greatest(${at(options.freshSince)}::timestamptz, c.unreachable_since))))
        order by c.id limit ${at(options.limit)}
     ), asked as (
       insert into phone_validations (phone_contact_id, batch_id, provider, validation_cost, validated_at)
       select id, ${at(batch.id)}, ${at(batch.provider)}, ${at(options.price.toFixed())}::numeric,
              ${at(options.at)} from wanted
       on conflict (batch_id, phone_contact_id) do nothing
       returning phone_contact_id
     )
     select w.id as "contactId", w.phone from wanted w join asked a on a.phone_contact_id = w.id
      order by w.id`,
    params,
  );
  await charge(sql, batch.id, options.price.times(rows.length), 0);
  return rows;
}

/** Answers, what they say about the contacts, and the real cost in place of the price. */
export async function saveAnswers(
  sql: Sql,
  batch: ValidationBatch,
  results: readonly LookupResult[],
  { price, at }: { price: Decimal; at: Date },
): Promise<void> {
  if (results.length === 0) return;
  const ids = results.map(({ contactId }) => contactId);
  await sql.query(
    'select 1 from phone_contacts where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );
  await sql.query(
    `with answers as (
       select * from unnest($3::uuid[], $4::boolean[], $5::text[], $6::text[], $7::text[],
                            $8::numeric[], $9::jsonb[])
         as a (contact_id, valid, line_type, carrier, country, cost, raw)
     ), kept as (
       update phone_validations v
          set is_valid = a.valid, line_type = a.line_type, carrier = left(a.carrier, 100),
              country_code = a.country, validation_cost = a.cost, validation_result = a.raw,
              validated_at = $10
         from answers a
        where v.batch_id = $1 and v.phone_contact_id = a.contact_id
     )
     update phone_contacts c
        set is_validated = true,
            line_type = coalesce(a.line_type, c.line_type),
            carrier = coalesce(left(a.carrier, 100), c.carrier),
            dead = c.dead or not a.valid,
            is_active = c.is_active and a.valid,
            unreachable_since = case when a.valid then null else c.unreachable_since end,
            validation_result = jsonb_build_object('provider', $2::text, 'valid', a.valid,
              'lineType', a.line_type, 'carrier', a.carrier, 'at', $10::timestamptz),
            updated_at = $10
       from answers a where c.id = a.contact_id and c.erased_at is null`,
    [
      batch.id,
      batch.provider,
      ids,
      results.map(({ answer }) => answer.valid),
      results.map(({ answer }) => answer.lineType),
      results.map(({ answer }) => answer.carrier),
      results.map(({ answer }) => answer.countryCode),
      results.map(({ answer }) => answer.cost.toFixed(4)),
      results.map(({ answer }) => JSON.stringify(answer.raw ?? null)),
      at,
    ],
  );
  const cost = results.reduce((sum, { answer }) => sum.plus(answer.cost), new Decimal(0));
  await charge(sql, batch.id, cost.minus(price.times(results.length)), results.length);
}

/** Nobody answered: the mark and its price are taken back. */
export async function releaseLookups(
  sql: Sql,
  batch: ValidationBatch,
  targets: readonly LookupTarget[],
  { price }: { price: Decimal },
): Promise<void> {
  if (targets.length === 0) return;
  const { rowCount } = await sql.query(
    `delete from phone_validations
      where batch_id = $1 and phone_contact_id = any($2::uuid[]) and is_valid is null`,
    [batch.id, targets.map(({ contactId }) => contactId)],
  );
  await charge(sql, batch.id, price.times(-(rowCount ?? 0)), 0);
}

async function charge(sql: Sql, batchId: string, cost: Decimal, checked: number): Promise<void> {
  await sql.query(
    'update validation_batches set spent = spent + $2::numeric, checked = checked + $3 where id = $1',
    [batchId, cost.toFixed(), checked],
  );
}
