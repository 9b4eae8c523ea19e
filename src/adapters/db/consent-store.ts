import type { ConsentEvent, ConsentStore, Suppression } from '../../features/consent/index.ts';
import { appendAudit } from './audit-log.ts';
import { appendEvents, appendSuppressions, isOutForGood, ownReasons } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/**
 * First of all, so that every change of consent is ordered against the send permit, which locks
 * contacts and then reads suppressions. False when the number is no contact.
 */
async function lockContact(sql: Sql, phone: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    'select 1 from phone_contacts where phone = $1 for no key update',
    [phone],
  );
  return rowCount === 1;
}

/** What somebody of the team decided. The number itself is not written: the suppression has it. */
async function auditSuppression(
  sql: Sql,
  { phone, reason, createdBy, createdAt }: Suppression,
  first: boolean,
): Promise<void> {
  const { rows } = await sql.query<{ id: string }>(
    'select id from suppressions where phone = $1 and reason = $2 and lifted_at is null',
    [phone, reason],
  );
  await appendAudit(sql, {
    at: createdAt,
    actor: createdBy,
    action: 'consent.suppressed',
    subject: `suppression:${rows[0]?.id ?? 'none'}`,
    detail: { reason, first },
  });
}

export function consentStore(db: Database): ConsentStore {
  /** A contact that an import was just creating when this number was written: not visible then, now. */
  async function settleStranger(phone: string, now: Date): Promise<void> {
    await inTransaction(db, async (sql) => {
      if (await lockContact(sql, phone)) await refreshStanding(sql, [phone], now);
    });
  }

  return {
    async suppress(suppression, event) {
      const { phone } = suppression;
      const { known, first } = await inTransaction(db, async (sql) => {
        const known = await lockContact(sql, phone);
        // Two at once for a number that is no contact: the second waits here for the first.
        await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [phone]);
        // A list that named them is not their own word: this is the first time that they say it.
        const { rowCount } = await sql.query(`select 1 where ${isOutForGood('$1')}`, [phone]);
        await appendSuppressions(sql, [suppression]);
        const written = await appendEvents(sql, [event]);
        await refreshStanding(sql, [phone], suppression.createdAt);
        if (suppression.source === 'slack' && written.length > 0) {
          await auditSuppression(sql, suppression, rowCount === 0);
        }
        return { known, first: rowCount === 0 };
      });
      if (!known) await settleStranger(phone, suppression.createdAt);
      return { first };
    },

    async grant(event, by) {
      const { phone, recordedAt } = event;
      const { known, ...answer } = await inTransaction(db, async (sql) => {
        const known = await lockContact(sql, phone);
        await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [phone]);
        const lifted = await sql.query(
          `update suppressions
              set lifted_at = $2, lifted_by = $3, lifted_evidence = $4
            where phone = $1 and reason = any($5) and lifted_at is null and created_at < $2`,
          [
            phone,
            recordedAt,
            by,
            JSON.stringify({ source: event.source, ref: event.sourceRef, text: event.textShown }),
            ownReasons,
          ],
        );
        const added = await appendEvents(sql, [event]);
        await refreshStanding(sql, [phone], recordedAt);
        const standing = await sql.query<Pick<Suppression, 'reason'>>(
          'select reason from suppressions where phone = $1 and lifted_at is null limit 1',
          [phone],
        );
        return {
          known,
          changed: (lifted.rowCount ?? 0) + added.length > 0,
          standing: standing.rows[0]?.reason ?? null,
        };
      });
      if (!known) await settleStranger(phone, recordedAt);
      return answer;
    },

    async history(phone) {
      const { rows } = await db.pool.query<ConsentEvent>(
        `select phone, kind, basis, channels, source, source_ref as "sourceRef",
                text_shown as "textShown", language, evidence, given_at as "givenAt",
                recorded_at as "recordedAt", recorded_by as "recordedBy"
           from consent_events where phone = $1 order by seq`,
        [phone],
      );
      return rows;
    },

    async suppressions(phone) {
      const { rows } = await db.pool.query<Suppression>(
        `select phone, reason, source, source_ref as "sourceRef", created_by as "createdBy",
                created_at as "createdAt"
           from suppressions where phone = $1 and lifted_at is null order by created_at`,
        [phone],
      );
      return rows;
    },
  };
}
