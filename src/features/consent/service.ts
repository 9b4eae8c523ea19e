import type { E164 } from '../../shared/phone.ts';
import { type OptOut, optOutRecord } from './opt-out.ts';
import type { ConsentEvent, ConsentStore, Suppression } from './ports.ts';

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
    optOut(request: OptOut): Promise<{ first: boolean }> {
      const { suppression, event } = optOutRecord(request);
      return store.suppress(suppression, event);
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
