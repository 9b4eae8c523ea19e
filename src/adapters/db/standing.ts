import { wrongLineTypes } from '../../features/compliance/index.ts';
import type { Channel } from '../../shared/channel.ts';

const consentColumn: Readonly<Record<Channel, string>> = {
  sms: 'consent_sms',
  whatsapp: 'consent_whatsapp',
  call: 'consent_call',
};

/**
 * The gravest standing reason against contacting somebody on this channel, as a SQL expression over
 * the columns of `phone_contacts`; null when they may be contacted. The same rule as
 * `standingReason` of the compliance feature, for set-wise work; a property test holds the two
 * together on random contacts.
 */
export function standingReasonSql(channel: Channel): string {
  const consent = consentColumn[channel];
  const wrong = wrongLineTypes[channel].map((type) => `'${type}'`).join(', ');
  return `case
    when erased_at is not null then 'erased'
    when opted_out then 'opted-out'
    when do_not_call then 'do-not-call'
    when in_review then 'in-review'
    when ${consent} = 'refused' then 'consent-refused'
    when ${consent} = 'revoked' then 'consent-revoked'
    when ${consent} = 'none' then 'no-consent'
    when ${consent} = 'unattested' then 'consent-unattested'
    ${channel === 'call' ? `when ${consent} = 'asserted' then 'consent-not-documented'` : ''}
    when dead then 'dead-number'
    when unreachable_since is not null then 'unreachable'
    when line_type in (${wrong}) then 'wrong-line-type'
  end`;
}
