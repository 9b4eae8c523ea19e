import type { ProviderAnswer } from '../../features/contacts/index.ts';
import {
  isLineType,
  judgeNumber,
  type LineStanding,
  nothingSent,
  type SendFacts,
  sureEnough,
  type Verdict,
} from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Sql } from './database.ts';

export type KnownAnswers = { answers: ProviderAnswer[]; sends: SendFacts };

/** All answers about these contacts, newest first, and what our own messages taught. */
export async function evidenceFor(
  sql: Sql,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, KnownAnswers>> {
  const { rows } = await sql.query<
    Omit<ProviderAnswer, 'lineType' | 'cost'> & {
      contactId: string;
      lineType: string | null;
      cost: string;
    }
  >(
    `select w.id as "contactId", v.*
       from unnest($1::uuid[]) as w (id) cross join lateral (
         select provider, answered_at as at, is_valid as valid, is_active as active,
                line_type as "lineType", carrier, reassigned, validation_cost as cost
           from phone_validations
          where phone_contact_id = w.id and answered_at is not null and provider <> 'offline'
          order by answered_at desc, provider offset 0) v`,
    [contactIds],
  );
  const sent = await sql.query<SendFacts & { contactId: string }>(
    `select c.id as "contactId", c.last_contact_date as "deliveredAt", r.dead_at as "deadAt",
            r.no_sms_at as "noSmsAt"
       from phone_contacts c left join phone_send_refusals r on r.phone_contact_id = c.id
      where c.id = any($1::uuid[])`,
    [contactIds],
  );
  const known = new Map<string, KnownAnswers>(
    contactIds.map((id) => [id, { answers: [], sends: nothingSent }]),
  );
  for (const { contactId, lineType, cost, ...word } of rows) {
    known.get(contactId)?.answers.push({
      ...word,
      lineType: lineType !== null && isLineType(lineType) ? lineType : null,
      cost: new Decimal(cost),
    });
  }
  for (const { contactId, ...sends } of sent.rows) {
    const of = known.get(contactId);
    if (of) of.sends = sends;
  }
  return known;
}

type Row = Omit<LineStanding, 'lineType'> & {
  id: string;
  phone: string;
  lineType: string | null;
  unreachableSince: Date | null;
};

/**
 * Judges these numbers anew from everything that is known, in the caller's transaction, which holds
 * the contacts' locks: verdict and columns. `settled` are those of whom nothing more is to be asked.
 */
export async function judgeContacts(
  sql: Sql,
  contactIds: readonly string[],
  { now, settled = [] }: { now: Date; settled?: readonly string[] },
): Promise<void> {
  const { rows } = await sql.query<Row>(
    `select id, phone, dead, is_active as "isActive", line_type as "lineType", carrier,
            unreachable_since as "unreachableSince"
       from phone_contacts where id = any($1::uuid[]) and erased_at is null`,
    [contactIds],
  );
  const known = await evidenceFor(
    sql,
    rows.map(({ id }) => id),
  );
  const judged = rows.map((row) => {
    const { answers, sends } = known.get(row.id) ?? { answers: [], sends: nothingSent };
    const { lineType } = row;
    const current = {
      dead: row.dead,
      isActive: row.isActive,
      carrier: row.carrier,
      lineType: lineType !== null && isLineType(lineType) ? lineType : null,
    };
    const of = judgeNumber({ phone: row.phone, answers, sends, current }, now);
    const isFound = row.unreachableSince !== null && findsAgain(of, answers, row.unreachableSince);
    return { id: row.id, ...of, isAnswered: answers.length > 0, isFound };
  });
  await sql.query(
    `update phone_contacts c
        set dead = j.dead, is_active = j.is_active, line_type = j.line_type,
            carrier = left(j.carrier, 100), is_validated = c.is_validated or j.answered,
            validation_result = j.verdict,
            unreachable_since = case when j.found then null else c.unreachable_since end,
            validated_at = case when c.id = any($8::uuid[]) then $9::timestamptz else c.validated_at end,
            updated_at = $9
       from unnest($1::uuid[], $2::boolean[], $3::boolean[], $4::text[], $5::text[], $6::boolean[],
                   $7::jsonb[], $10::boolean[])
         as j (id, dead, is_active, line_type, carrier, answered, verdict, found)
      where c.id = j.id`,
    [
      judged.map(({ id }) => id),
      judged.map(({ standing }) => standing.dead),
      judged.map(({ standing }) => standing.isActive),
      judged.map(({ standing }) => standing.lineType),
      judged.map(({ standing }) => standing.carrier),
      judged.map(({ isAnswered }) => isAnswered),
      judged.map(({ verdict }) => JSON.stringify(kept(verdict, now))),
      settled,
      now,
      judged.map(({ isFound }) => isFound),
    ],
  );
}

/** Somebody outside has found the number since our messages stopped arriving, and it is believed. */
const findsAgain = (
  { verdict, standing }: ReturnType<typeof judgeNumber>,
  answers: readonly ProviderAnswer[],
  since: Date,
): boolean =>
  standing.isActive &&
  verdict.valid.confidence >= sureEnough &&
  answers.some(({ at, valid }) => valid === true && at > since);

/** The verdict as the contact keeps it: rounded, with its date. */
const kept = (verdict: Verdict, at: Date) => ({
  ...JSON.parse(
    JSON.stringify(verdict, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(3)) : value,
    ),
  ),
  at: at.toISOString(),
});
