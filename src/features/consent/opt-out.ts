import { channels } from '../../shared/channel.ts';
import type { E164 } from '../../shared/phone.ts';
import type { ConsentEvent, Suppression, SuppressionReason } from './ports.ts';

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

/**
 * What an opt-out writes down, however it was said: the number is suppressed, and every channel is
 * revoked at once (47 CFR 64.1200(a)(10) knows no half opt-out of marketing).
 */
export function optOutRecord({ phone, source, sourceRef, at, by, reason }: OptOut): {
  suppression: Suppression;
  event: ConsentEvent;
} {
  return {
    suppression: {
      phone,
      reason: reason ?? (source === 'carrier' ? 'carrier-opt-out' : 'opt-out'),
      source,
      sourceRef,
      createdBy: by,
      createdAt: at,
    },
    event: {
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
  };
}
