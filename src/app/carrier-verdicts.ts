import type { ConsentService } from '../features/consent/index.ts';
import type { ContactService } from '../features/contacts/index.ts';
import type { EffectNeeds } from '../features/delivery/index.ts';

/** What a carrier's refusal teaches about a number, told to whom it concerns. */
export const carrierVerdicts = ({
  contacts,
  consent,
}: {
  contacts: Pick<ContactService, 'recordOutcome' | 'recordOutcomes'>;
  consent: Pick<ConsentService, 'optOut'>;
}): EffectNeeds['contacts'] => ({
  async learn({ phone, effect, errorCode, at }) {
    const code = errorCode ?? '';
    if (effect === 'dead') await contacts.recordOutcome(phone, { kind: 'dead', errorCode: code });
    if (effect === 'not-sms-capable') {
      await contacts.recordOutcome(phone, { kind: 'not-sms-capable', errorCode: code });
    }
    if (effect === 'suppress') {
      await consent.optOut({ phone, source: 'carrier', sourceRef: code, at, by: 'system:carrier' });
    }
  },
  reached: (phones) =>
    contacts.recordOutcomes(phones.map((phone) => ({ phone, outcome: { kind: 'delivered' } }))),
});
