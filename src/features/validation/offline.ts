import type { E164 } from '../../shared/phone.ts';
import type { Evidence } from './evidence.ts';
import { parsePhone } from './phone-number.ts';

/** The name under which the numbering plan bears witness. */
export const offlineProvider = 'offline';

/**
 * What the notation and the area code say: always there, always free, always first. It can tell
 * that a number cannot exist, and nothing else.
 */
export function offlineEvidence(phone: E164, at: Date): Evidence {
  const { ok } = parsePhone(phone);
  return { provider: offlineProvider, at, valid: ok, active: null, lineType: null, carrier: null };
}
