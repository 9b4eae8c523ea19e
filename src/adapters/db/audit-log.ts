import { createHash } from 'node:crypto';
import type { Sql } from './database.ts';

/** Ids, codes and counts only: no names, no full numbers, no texts. */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** `action` is `feature.verb` in the past tense (`team.role-set`), `subject` `kind:id` (`campaign:…`). */
export type AuditEntry = {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail?: AuditDetail;
};

/** The hash the first entry stands on. */
const genesis = '0'.repeat(64);
const lockKey = 4_207_001;

/**
 * Appends one entry in the caller's transaction: it stays exactly when the decision stays.
 * Every append waits for the one before it to commit, so call it last in the transaction,
 * after the row locks, or two decisions could wait for each other.
 */
export async function appendAudit(sql: Sql, entry: AuditEntry): Promise<void> {
  await sql.query('select pg_advisory_xact_lock($1)', [lockKey]);
  const last = await sql.query<{ seq: string; hash: string }>(
    'select seq, hash from audit_log order by seq desc limit 1',
  );
  const seq = Number(last.rows[0]?.seq ?? 0) + 1;
  const previous = last.rows[0]?.hash ?? genesis;
  const detail = entry.detail ?? {};
  await sql.query(
    `insert into audit_log (seq, at, actor, action, subject, detail, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      seq,
      entry.at,
      entry.actor,
      entry.action,
      entry.subject,
      JSON.stringify(detail),
      previous,
      hashOf(previous, { seq, ...entry, detail }),
    ],
  );
}

export type ChainVerdict =
  | { intact: true; entries: number; head: string }
  | { intact: false; entries: number; brokenAt: number };

/**
 * Reads the whole log in order. `brokenAt` is the first entry that was changed, or whose
 * predecessor was removed. Entries cut off at the end show only against a head kept elsewhere.
 */
export async function verifyChain(sql: Sql, page = 5_000): Promise<ChainVerdict> {
  let previous = genesis;
  let seq = 0;
  for (;;) {
    const { rows } = await sql.query<StoredEntry>(
      `select seq, at, actor, action, subject, detail, previous_hash, hash
         from audit_log where seq > $1 order by seq limit $2`,
      [seq, page],
    );
    for (const row of rows) {
      const expected = hashOf(previous, { ...row, seq: Number(row.seq) });
      const follows = Number(row.seq) === seq + 1 && row.previous_hash === previous;
      if (!follows || row.hash !== expected) {
        return { intact: false, entries: seq, brokenAt: Number(row.seq) };
      }
      previous = row.hash;
      seq = Number(row.seq);
    }
    if (rows.length < page) return { intact: true, entries: seq, head: previous };
  }
}

type StoredEntry = {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: AuditDetail;
  previous_hash: string;
  hash: string;
};

type Hashed = {
  seq: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: AuditDetail;
};

function hashOf(previous: string, { seq, at, actor, action, subject, detail }: Hashed): string {
  // jsonb does not keep the order of keys, so the hash must not depend on it.
  const sorted = Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify([previous, seq, at.toISOString(), actor, action, subject, sorted]);
  return createHash('sha256').update(text).digest('hex');
}
