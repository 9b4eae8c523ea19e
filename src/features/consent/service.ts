import { channels } from '../../shared/channel.ts';
import type { E164 } from '../../shared/phone.ts';
import type { ConsentEvent, ConsentStore, Suppression, SuppressionReason } from './ports.ts';

export type OptOut = {
  phone: E164;
  /** Where it was said: `sms`, `whatsapp`, `call`, `carrier`, `slack`, `import`… */
  source: string;
  /** The carrier's message id, the Slack user, the import: what proves it. */
  sourceRef: string;
  at: Date;
  /** Slack user id, or `person` when the contact said it. */
  by: string;
  /** Default: `carrier-opt-out` for source `carrier`, otherwise `opt-out`. */
  reason?: SuppressionReason;
};

export type OptIn = Omit<OptOut, 'reason'> & {
  /** The person's own words: the evidence. */
  text: string;
};

export type ConsentService = ReturnType<typeof createConsentService>;

export function createConsentService({ store }: { store: ConsentStore }) {
  return {
    /**
     * Durable when it resolves; all channels at once (47 CFR 64.1200(a)(10) knows no half opt-out
     * of marketing). Saying it again changes nothing. `first` is false when the number had opted
     * out before: a confirmation is due once.
     */
    optOut({ phone, source, sourceRef, at, by, reason }: OptOut): Promise<{ first: boolean }> {
      return store.suppress(
        {
          phone,
          reason: reason ?? (source === 'carrier' ? 'carrier-opt-out' : 'opt-out'),
          source,
          sourceRef,
          createdBy: by,
          createdAt: at,
        },
        {
          phone,
          kind: 'revoke',
          basis: 'documented',
          channels,
          source,
          sourceRef,
          textShown: null,
          language: null,
          evidence: {},
          givenAt: at,
          recordedAt: at,
          recordedBy: by,
        },
      );
    },

    /**
     * True when it changed something: the opt-out is lifted, texts and WhatsApp are granted. Never
     * prerecorded calls, and never past a do-not-call entry, a litigator or an erasure.
     */
    async optIn({ phone, source, sourceRef, at, by, text }: OptIn): Promise<boolean> {
      const { changed } = await store.grant(
        {
          phone,
          kind: 'grant',
          basis: 'documented',
          channels: ['sms', 'whatsapp'],
          source,
          sourceRef,
          textShown: text,
          language: null,
          evidence: {},
          givenAt: at,
          recordedAt: at,
          recordedBy: by,
        },
        by,
      );
      return changed;
    },

    history: (phone: E164): Promise<ConsentEvent[]> => store.history(phone),
    suppressions: (phone: E164): Promise<Suppression[]> => store.suppressions(phone),
  };
}
