import { createHash } from 'node:crypto';
import { channels } from '../../shared/channel.ts';
import type { Attestation, ConsentEvent, Suppression } from '../consent/index.ts';
import type { StagedRow } from './import-ports.ts';

/** What stands around every row of one import. */
export type ImportContext = {
  importId: string;
  fileSha256: string;
  attestation: Attestation | null;
  by: string;
  now: Date;
};

const unattestedChannels = ['sms', 'whatsapp'] as const;

const noons = new Map<string, Date>();

/** A calendar day as an instant that is the same day in every US zone and in Brazil. */
function noonOf(day: string): Date {
  const known = noons.get(day);
  if (known) return known;
  const noon = new Date(`${day}T12:00:00Z`);
  if (noons.size > 20_000) noons.clear();
  noons.set(day, noon);
  return noon;
}

const keys = new WeakMap<Attestation, string>();

function attestationKey(attestation: Attestation): string {
  const known = keys.get(attestation);
  if (known !== undefined) return known;
  const text = JSON.stringify([attestation.seller, attestation.textKept]);
  const key = `attested:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  keys.set(attestation, key);
  return key;
}

const fileKey = ({ fileSha256 }: ImportContext): string => `file:${fileSha256.slice(0, 16)}`;

/**
 * What a row says about consent, as ledger entries.
 *
 * A "yes" is consent only with the day it was given (the seller bears the burden of proof, and the
 * reassigned-numbers database is asked by that day): its own date, or the day the attestation
 * vouches for. Without an attestation it stays unattested. It covers texts and WhatsApp, as far as
 * the attestation names them; never prerecorded calls. With the exact text in the row it is
 * documented. A "no" covers every channel; without a date it counts from the import on. The same
 * evidence in another file is the same entry; undated statements belong to their file.
 */
export function consentEventsOf(
  { row, value }: StagedRow,
  phone: string,
  context: ImportContext,
): ConsentEvent[] {
  const events: ConsentEvent[] = [];
  if (value.consent === 'yes') events.push(grantOf(row, value, phone, context));
  if (value.consent === 'no' || value.optedOut) events.push(refusalOf(row, value, phone, context));
  return events;
}

function grantOf(
  row: number,
  value: StagedRow['value'],
  phone: string,
  context: ImportContext,
): ConsentEvent {
  const { attestation } = context;
  const day = value.consentDate ?? attestation?.undatedGivenBy ?? null;
  const attested = attestation !== null && day !== null;
  const documented = value.consentText !== null && value.consentDate !== null;
  const key = attested ? attestationKey(attestation) : null;
  return {
    phone,
    source: 'import',
    language: null,
    recordedAt: context.now,
    recordedBy: context.by,
    kind: 'grant',
    basis: documented ? 'documented' : 'asserted',
    channels: attestation?.channels ?? unattestedChannels,
    sourceRef: value.consentDate === null ? [fileKey(context), key].filter(Boolean).join(' ') : key,
    textShown: value.consentText,
    evidence: evidenceOf({ import: context.importId, row, attested }, value),
    givenAt: day === null ? null : noonOf(day),
  };
}

function refusalOf(
  row: number,
  value: StagedRow['value'],
  phone: string,
  context: ImportContext,
): ConsentEvent {
  return {
    phone,
    source: 'import',
    language: null,
    recordedAt: context.now,
    recordedBy: context.by,
    kind: value.optedOut ? 'revoke' : 'refuse',
    basis: 'asserted',
    channels,
    sourceRef: value.consentDate === null ? fileKey(context) : null,
    textShown: null,
    evidence: evidenceOf({ import: context.importId, row }, value),
    givenAt: value.consentDate === null ? null : noonOf(value.consentDate),
  };
}

const evidenceOf = (
  evidence: ConsentEvent['evidence'],
  { consentSource }: StagedRow['value'],
): ConsentEvent['evidence'] =>
  consentSource === null ? evidence : { ...evidence, source: consentSource };

/** An "opted out" column suppresses the number, like a STOP. */
export const suppressionOf = (
  rows: readonly StagedRow[],
  phone: string,
  context: ImportContext,
): Suppression | null =>
  rows.some(({ value }) => value.optedOut)
    ? {
        phone,
        reason: 'opt-out',
        source: 'import',
        sourceRef: context.importId,
        createdBy: context.by,
        createdAt: context.now,
      }
    : null;

const again = / ?again:\S+$/;

/** Evidence of an undone import that a later one brings again: an entry of its own. */
export const saidAgain = (event: ConsentEvent, { importId }: ImportContext): ConsentEvent => ({
  ...event,
  sourceRef: `${event.sourceRef ?? ''} again:${importId}`.trim(),
});

/** Two statements with one key are the same evidence (index `consent_events_once`). */
export const evidenceKey = (
  event: Pick<ConsentEvent, 'kind' | 'sourceRef' | 'givenAt' | 'channels'>,
): string =>
  [
    event.kind,
    (event.sourceRef ?? '').replace(again, ''),
    event.givenAt?.toISOString() ?? '',
    event.channels.join(','),
  ].join('|');

/** A "yes" that nobody vouches for adds nothing to one of the same day that is in the ledger already. */
export const isKnownUnattested = (event: ConsentEvent, known: ReadonlySet<string>): boolean =>
  event.kind === 'grant' &&
  event.evidence.attested === false &&
  [...known].some((key) => {
    const [kind, , givenAt] = key.split('|');
    return kind === 'grant' && givenAt === (event.givenAt?.toISOString() ?? '');
  });

export type FileConsent = 'given' | 'undated' | 'refused' | null;

/** What the file alone says about a number: an undated or later "no" beats every earlier "yes". */
export function fileConsentOf(rows: readonly StagedRow[]): FileConsent {
  let yes: string | null = null;
  let no: string | null = null;
  for (const { value } of rows) {
    const day = value.consentDate;
    if (value.consent === 'no' || value.optedOut) no = later(no, day ?? '9999-12-31');
    else if (value.consent === 'yes') yes = later(yes, day ?? '');
  }
  if (no !== null && (yes === null || yes <= no)) return 'refused';
  if (yes === null) return null;
  return yes === '' ? 'undated' : 'given';
}

const later = (a: string | null, b: string): string => (a === null || b > a ? b : a);
