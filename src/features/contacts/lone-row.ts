import { standingOfFirst } from '../consent/index.ts';
import { fileConsentOf, type FileConsent, type ImportContext } from './file-consent.ts';
import { type ImportCounts, noCounts } from './import.ts';
import type { LoneRow, StagedRow } from './import-ports.ts';
import { mergeGroup } from './merge.ts';

/**
 * The merge of a group of one, ahead of time: what becomes of this row if its number is new and
 * stands in no other row. Null when one ledger entry does not tell all of it.
 */
export function loneRow(row: StagedRow, context: ImportContext): LoneRow | null {
  const { draft, events, suppression } = mergeGroup(
    {
      phone: row.value.phone,
      rows: [row],
      existing: null,
      evidence: [],
      voided: [],
      suppressed: false,
    },
    context,
  );
  if (draft === null || suppression !== null || events.length > 1) return null;
  const event = events[0] ?? null;
  return { draft, event, standing: standingOfFirst(event), says: fileConsentOf([row]) };
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
