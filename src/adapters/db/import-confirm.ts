import type { ImportStore } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/** Grows with every import that is confirmed, ends or is undone: what was counted before is old then. */
const soFarSql = `select (count(*) filter (where status = 'queued') + count(started_at)
    + count(completed_at) filter (where started_at is not null) + count(undone_at))::int from imports`;

/** Two that are confirmed at once: the second one learns of the first. */
const confirmLock = 'fly2any:imports:confirm';

export async function importsSoFar(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(`select (${soFarSql}) as n`);
  return rows[0]?.n ?? 0;
}

/** An import without a preview has promised nothing. */
const isCurrentSql = `(preview is null or (preview ->> 'importsBefore')::int is not distinct from (${soFarSql}))`;

export async function isCurrent(sql: Sql, id: string): Promise<boolean> {
  const { rows } = await sql.query<{ current: boolean }>(
    `select ${isCurrentSql} as current from imports where id = $1`,
    [id],
  );
  return rows[0]?.current ?? false;
}

export const confirmImport =
  (db: Database): ImportStore['confirm'] =>
  (id, from, { attestation, at, by }) =>
    inTransaction(db, async (sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [confirmLock]);
      const { rows: found } = await sql.query<{ kind: string; current: boolean }>(
        `select kind, ${isCurrentSql} as current from imports
          where id = $1 and status = any($2) for update`,
        [id, from],
      );
      const [open] = found;
      if (!open) return 'not-open';
      if (!open.current) return 'changed';
      await sql.query(`update imports set status = 'queued', attestation = $2 where id = $1`, [
        id,
        attestation === null ? null : JSON.stringify(attestation),
      ]);
      await appendAudit(sql, {
        at,
        actor: by,
        action: 'contacts.import-confirmed',
        subject: `import:${id}`,
        detail: { attested: attestation?.channels ?? [], kind: open.kind },
      });
      return 'confirmed';
    });
