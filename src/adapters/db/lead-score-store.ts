import {
  type LeadScoreStore,
  readWeights,
  type ScoreBand,
  type ScoreEffect,
  type ScoreFacts,
  type ScoreRules,
  scoreBands,
} from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { bandSql, scoreFactsSql, scoreSql } from './lead-score-sql.ts';

type RulesRow = {
  weights: unknown;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
};

/** `lock` is `for share` for who scores by them, `for update` for who changes them. */
async function rulesIn(sql: Sql, lock: '' | 'for share' | 'for update' = ''): Promise<ScoreRules> {
  const { rows } = await sql.query<RulesRow>(
    `select weights, version, changed_by as "changedBy", changed_at as "changedAt"
       from lead_score_rules ${lock}`,
  );
  const [row] = rows;
  if (!row) throw new Error('the lead score has no rules');
  return { ...row, weights: readWeights(row.weights) };
}

/**
 * Writes the scores that are not what the rule says. Only those contacts are locked, in id order,
 * and judged once more by what is true then.
 */
async function score(sql: Sql, ids: readonly string[], rules: ScoreRules, now: Date) {
  const weights = JSON.stringify(rules.weights);
  const { rows } = await sql.query<{ id: string }>(
    `select f.id from ${scoreFactsSql('p.id = any($1::uuid[])')}
      where f.stored <> ${scoreSql('$2::jsonb', '$3::timestamptz')}`,
    [ids, weights, now],
  );
  if (rows.length === 0) return;
  const wrong = rows.map(({ id }) => id);
  await sql.query(
    'select 1 from phone_contacts where id = any($1::uuid[]) order by id for no key update',
    [wrong],
  );
  await sql.query(
    `update phone_contacts c set lead_score = ${scoreSql('$2::jsonb', '$3::timestamptz')}
       from ${scoreFactsSql('p.id = any($1::uuid[])')} where c.id = f.id`,
    [wrong, weights, now],
  );
}

export function leadScoreStore(db: Database): LeadScoreStore {
  return {
    rules: () => rulesIn(db.pool),

    async facts(contactId) {
      const { rows } = await db.pool.query<ScoreFacts & { id: string; stored: number }>(
        `select * from ${scoreFactsSql('p.id = $1::uuid')}`,
        [contactId],
      );
      return rows[0] ?? null;
    },

    async effect(weights, now) {
      const { rows } = await db.pool.query<EffectRow>(
        `select before, after, count(*)::int as contacts, sum(stored)::int as "sumBefore",
                sum(score)::int as "sumAfter", (count(*) filter (where stored <> score))::int as changed
           from (select f.stored, s.score, ${bandSql('f.stored')} as before, ${bandSql('s.score')} as after
                   from ${scoreFactsSql('p.erased_at is null')}
                  cross join lateral (select ${scoreSql('$1::jsonb', '$2::timestamptz')} as score) s) scored
          group by before, after`,
        [JSON.stringify(weights), now],
      );
      return effectOf(rows);
    },

    save: ({ weights, version, by, at, effect }) =>
      inTransaction(db, async (sql) => {
        const { rowCount } = await sql.query(
          `update lead_score_rules set weights = $2, version = version + 1, changed_by = $3,
                  changed_at = $4, next_run_at = $4, cursor = null
            where version = $1`,
          [version, JSON.stringify(weights), by, at],
        );
        if (rowCount !== 1) return false;
        await appendAudit(sql, {
          at,
          actor: by,
          action: 'contacts.score-weights-set',
          subject: 'lead-score:weights',
          detail: { ...weights, version: version + 1, changedBand: effect.changedBand },
        });
        return true;
      }),

    refreshDue: (limit, now) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<{ contactId: string }>(
          `delete from lead_score_due where id in (
             select id from lead_score_due order by id limit $1 for update skip locked)
           returning contact_id as "contactId"`,
          [limit],
        );
        if (rows.length === 0) return 0;
        const ids = [...new Set(rows.map(({ contactId }) => contactId))];
        await score(sql, ids, await rulesIn(sql, 'for share'), now);
        return rows.length;
      }),

    pass: (limit, now, next) => inTransaction(db, (sql) => pass(sql, { limit, now, next })),
  };
}

/** One batch of the pass over everybody; its cursor moves in the same transaction. */
async function pass(
  sql: Sql,
  { limit, now, next }: { limit: number; now: Date; next: Date },
): Promise<boolean> {
  // Another process at work on it, or weights being saved: that one goes on.
  const { rows } = await sql.query<{ cursor: string | null }>(
    'select cursor from lead_score_rules where next_run_at <= $1 for update skip locked',
    [now],
  );
  const [due] = rows;
  if (!due) return false;
  const batch = await sql.query<{ id: string }>(
    `select id from phone_contacts where $1::uuid is null or id > $1::uuid order by id limit $2`,
    [due.cursor, limit],
  );
  const ids = batch.rows.map(({ id }) => id);
  await score(sql, ids, await rulesIn(sql), now);
  const last = ids.at(-1);
  const more = ids.length === limit && last !== undefined;
  await sql.query(
    `update lead_score_rules set cursor = $1, next_run_at = case when $2 then next_run_at else $3 end`,
    [more ? last : null, more, next],
  );
  return more;
}

type EffectRow = {
  before: ScoreBand;
  after: ScoreBand;
  contacts: number;
  sumBefore: number;
  sumAfter: number;
  changed: number;
};

function effectOf(rows: readonly EffectRow[]): ScoreEffect {
  const sum = (of: (row: EffectRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const contacts = sum((row) => row.contacts);
  const mean = (total: number) => (contacts === 0 ? 0 : total / contacts);
  const bands = Object.fromEntries(
    scoreBands.map((band) => [
      band,
      {
        before: sum((row) => (row.before === band ? row.contacts : 0)),
        after: sum((row) => (row.after === band ? row.contacts : 0)),
      },
    ]),
  ) as ScoreEffect['bands'];
  return {
    contacts,
    changed: sum((row) => row.changed),
    changedBand: sum((row) => (row.before === row.after ? 0 : row.contacts)),
    meanBefore: mean(sum((row) => row.sumBefore)),
    meanAfter: mean(sum((row) => row.sumAfter)),
    bands,
  };
}
