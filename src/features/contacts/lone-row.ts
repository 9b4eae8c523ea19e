import { standingOfFirst } from '../consent/index.ts';
import {
  consentEventsOf,
  type FileConsent,
  fileConsentOf,
  type ImportContext,
} from './file-consent.ts';
import { type ImportCounts, noCounts } from './import.ts';
import type { LoneRow, StagedRow } from './import-ports.ts';
import { draftOf } from './merge.ts';

/**
 * The merge of a group of one, ahead of time: what becomes of this row if its number is new and
 * stands in no other row. Null when one ledger entry does not tell all of it. The same as
 * `mergeGroup` of such a group (a property test holds them together), without its comparisons.
 */
export function loneRow(row: StagedRow, context: ImportContext): LoneRow | null {
  const { phone, optedOut } = row.value;
  if (optedOut) return null;
  const events = consentEventsOf(row, phone, context);
  if (events.length > 1) return null;
  const event = events[0] ?? null;
  return {
    draft: draftOf({ phone, rows: [row], existing: null }),
    event,
    standing: standingOfFirst(event),
    says: fileConsentOf([row]),
  };
}

/** The counts of lone rows, counted by state and by what they say about consent. */
export function tallyOfLone(
  found: readonly { state: string; says: FileConsent; people: number }[],
): ImportCounts {
  const tally = noCounts();
  for (const { state, says, people } of found) {
    tally.created += people;
    if (says === 'given') tally.withConsent += people;
    if (says === 'undated') tally.consentUndated += people;
    if (says === 'refused') tally.refused += people;
    tally.byState[state] = (tally.byState[state] ?? 0) + people;
  }
  return tally;
}
