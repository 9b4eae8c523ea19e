import { optOutRecord } from '../../features/consent/index.ts';
import { appendEvents, appendSuppressions } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import type { Sql } from './database.ts';

/** Whether a number is out by its own word or a person's. A list's is not enough: it may be undone. */
export const isOutForGood = (phone: string): string =>
  `exists (select from suppressions s where s.phone = ${phone} and s.lifted_at is null
             and s.source <> 'import' and s.reason in ('opt-out', 'carrier-opt-out'))`;

/**
 * Opts these numbers out, in the caller's transaction, which holds their contacts' locks. Those that
 * had opted out before stay as they are; answers the others.
 */
export async function optOutContacts(
  sql: Sql,
  phones: readonly string[],
  { by, at, sourceRef }: { by: string; at: Date; sourceRef: string },
): Promise<string[]> {
  const { rows } = await sql.query<{ phone: string }>(
    `select phone from unnest($1::text[]) as n (phone) where not ${isOutForGood('n.phone')}`,
    [phones],
  );
  const first = rows.map(({ phone }) => phone);
  const records = first.map((phone) => optOutRecord({ phone, source: 'slack', sourceRef, at, by }));
  await appendSuppressions(
    sql,
    records.map(({ suppression }) => suppression),
  );
  await appendEvents(
    sql,
    records.map(({ event }) => event),
  );
  await refreshStanding(sql, first, at);
  return first;
}
