import type { Channel } from '../../shared/channel.ts';
import type { ConsentEvent } from './ports.ts';

/**
 * What somebody agreed to on one channel. `unattested` is an asserted consent whose importer signed
 * no attestation; `documented` has the exact text that was agreed to.
 */
export type ConsentStanding =
  | 'none'
  | 'refused'
  | 'revoked'
  | 'unattested'
  | 'asserted'
  | 'documented';

export type FirstStanding = Readonly<Record<Channel, ConsentStanding>> & {
  /** When the consent that counts was given. */
  givenAt: Date | null;
};

/**
 * What stands about a number of which the ledger holds this one entry and nothing else, as the
 * ledger's own reckoning in SQL says it (held together by a property test).
 */
export function standingOfFirst(event: ConsentEvent | null): FirstStanding {
  const standing = event === null ? 'none' : weightOf(event);
  const counts = standing === 'asserted' || standing === 'documented';
  return {
    sms: event?.channels.includes('sms') ? standing : 'none',
    whatsapp: event?.channels.includes('whatsapp') ? standing : 'none',
    call: event?.channels.includes('call') ? standing : 'none',
    givenAt: counts && event ? givenAtMost(event) : null,
  };
}

/** A day is kept as its noon, which may still be ahead: nobody agreed after it was written down. */
const givenAtMost = ({ givenAt, recordedAt }: ConsentEvent): Date | null =>
  givenAt !== null && givenAt > recordedAt ? recordedAt : givenAt;

function weightOf({ kind, basis, givenAt, evidence }: ConsentEvent): ConsentStanding {
  if (kind === 'refuse') return 'refused';
  if (kind === 'revoke') return 'revoked';
  if (givenAt === null) return 'unattested';
  if (basis === 'documented') return 'documented';
  return evidence.attested === true ? 'asserted' : 'unattested';
}
