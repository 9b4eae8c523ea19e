import type { Channel } from '../../shared/channel.ts';
import type { E164 } from '../../shared/phone.ts';

export const suppressionReasons = [
  'opt-out',
  'carrier-opt-out',
  'dnc-national',
  'dnc-state',
  'litigator',
  'admin',
  'erased',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** What a person wants from us, as a ledger entry. Append-only; the same evidence is one entry. */
export type ConsentEvent = {
  phone: E164;
  kind: 'grant' | 'refuse' | 'revoke';
  basis: 'asserted' | 'documented';
  channels: readonly Channel[];
  /** `import`, `sms`, `whatsapp`, `slack`, `carrier`… */
  source: string;
  sourceRef: string | null;
  textShown: string | null;
  language: string | null;
  evidence: Readonly<Record<string, string | number | boolean | null>>;
  /** When the person said it; null when nobody knows. */
  givenAt: Date | null;
  recordedAt: Date;
  recordedBy: string;
};

export type Suppression = {
  phone: E164;
  reason: SuppressionReason;
  source: string;
  sourceRef: string | null;
  createdBy: string;
  createdAt: Date;
};

/**
 * Ledger, suppressions and the standing columns of the contact change in one transaction, with the
 * contact's row locked first: so every change is ordered against the send permit, which locks
 * contacts before it reads suppressions.
 */
export type ConsentStore = {
  /** `first` is false when the number had opted out before. Works for a number that is no contact. */
  suppress(suppression: Suppression, event: ConsentEvent): Promise<{ first: boolean }>;
  /**
   * Lifts what the person's own words can lift (opt-out, carrier-opt-out) when they are newer,
   * and adds the grant. `standing`: suppressed by something that stays.
   */
  grant(
    event: ConsentEvent,
    by: string,
  ): Promise<{ changed: boolean; standing: SuppressionReason | null }>;
  /** Everything known about a number, oldest first. */
  history(phone: E164): Promise<ConsentEvent[]>;
  /** Suppressions in force. */
  suppressions(phone: E164): Promise<Suppression[]>;
};
