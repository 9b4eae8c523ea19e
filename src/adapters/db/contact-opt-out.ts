import { optOutRecord } from '../../features/consent/index.ts';
import { appendEvents, appendSuppressions, isOutForGood } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import type { Sql } from './database.ts';

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
