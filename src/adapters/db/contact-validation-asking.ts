import type { Asked, ValidationBatch } from '../../features/contacts/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Sql } from './database.ts';

/** The row of a question to provider $2 about contact `w.id` in batch $1; asked number by number. */
const askedRow = `(select v.id from phone_validations v
                    where v.batch_id = $1::uuid and v.phone_contact_id = w.id
                      and v.provider = $2::varchar limit 1)`;

/**
 * Marks numbers as asked and their price as spent, as far as the agreed money goes. The contacts are
 * locked first, as the new rows lock them anyway: rounds beside each other keep the order of locks.
 */
export async function claimLookups(
  sql: Sql,
  { id }: ValidationBatch,
  provider: string,
  contactIds: readonly string[],
  { price, at }: { price: Decimal; at: Date },
): Promise<string[]> {
  await sql.query(
    'select 1 from phone_contacts where id = any($1::uuid[]) order by id for key share',
    [contactIds],
  );
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
      where ${askedRow} is null
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
  if (answers.length > 0) await writeAnswers(sql, id, provider, answers, at);
  if (lost.length > 0) {
    await sql.query(
      `update phone_validations v set error_code = l.code
         from (select code, ${askedRow} as row_id
                 from unnest($3::uuid[], $4::text[]) as w (id, code)) l
        where v.id = l.row_id`,
      [id, provider, lost.map(({ contactId }) => contactId), lost.map((one) => one.errorCode)],
    );
  }
  const undone = unasked.length > 0 ? await forget(sql, id, provider, unasked) : 0;
  const cost = answers.reduce((sum, { answer }) => sum.plus(answer.cost), new Decimal(0));
  const setAside = price.times(answers.length + undone);
  await charge(sql, id, cost.minus(setAside));
}

async function writeAnswers(
  sql: Sql,
  batchId: string,
  provider: string,
  answers: Asked['answers'],
  at: Date,
): Promise<void> {
  await sql.query(
    `update phone_validations v
        set is_valid = a.valid, is_active = a.active, line_type = a.line_type,
            carrier = left(a.carrier, 100), country_code = left(a.country, 5),
            reassigned = a.reassigned, validation_cost = a.cost, validation_result = a.raw,
            validated_at = $12, answered_at = $12
       from (select w.*, ${askedRow} as row_id
               from unnest($3::uuid[], $4::boolean[], $5::boolean[], $6::text[], $7::text[],
                           $8::text[], $9::boolean[], $10::numeric[], $11::jsonb[])
                 as w (id, valid, active, line_type, carrier, country, reassigned, cost, raw)) a
      where v.id = a.row_id`,
    [
      batchId,
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
}

/** Those who were marked and not asked; how many. */
async function forget(
  sql: Sql,
  batchId: string,
  provider: string,
  contactIds: readonly string[],
): Promise<number> {
  const { rowCount } = await sql.query(
    `delete from phone_validations v
      using (select ${askedRow} as row_id from unnest($3::uuid[]) as w (id)) u
      where v.id = u.row_id and v.answered_at is null`,
    [batchId, provider, contactIds],
  );
  return rowCount ?? 0;
}

async function charge(sql: Sql, batchId: string, cost: Decimal): Promise<void> {
  if (cost.isZero()) return;
  await sql.query('update validation_batches set spent = spent + $2::numeric where id = $1', [
    batchId,
    cost.toFixed(),
  ]);
}
