import {
  answerLabels,
  hotFrom,
  type ScoreFactor,
  unansweredFrom,
  warmFrom,
} from '../../features/contacts/index.ts';

const labels = answerLabels.map((label) => `'${label}'`).join(', ');

/**
 * The facts of the lead score, one row per contact of `p`: to follow `from`. The columns have the
 * names of `ScoreFacts`.
 */
export const scoreFactsSql = (where: string): string => `(
  select p.id, p.lead_score as stored, p.created_at as "createdAt",
         case when p.erased_at is not null then 'erased' when p.opted_out then 'opted-out'
              when p.do_not_call then 'do-not-call' when p.dead then 'dead' end as closed,
         case when 'documented' in (p.consent_sms, p.consent_whatsapp) then 'documented'
              when 'asserted' in (p.consent_sms, p.consent_whatsapp) then 'asserted'
              else 'none' end as consent,
         coalesce(p.line_type = 'mobile', false) as mobile,
         said."lastReplyAt", said."lastDeliveredAt", quiet.unanswered, bought.purchases,
         bought."lastPurchaseAt"
    from phone_contacts p
    cross join lateral (
      select max(c.created_at) filter (where c.direction = 'inbound' and c.label in (${labels})) as "lastReplyAt",
             max(c.delivered_at) filter (where c.direction = 'outbound' and c.purpose = 'marketing') as "lastDeliveredAt"
        from phone_communications c where c.phone = p.phone) said
    cross join lateral (
      select count(*)::int as unanswered from phone_communications c
       where c.phone = p.phone and c.direction = 'outbound' and c.purpose = 'marketing'
         and c.delivered_at > coalesce(said."lastReplyAt", '-infinity')) quiet
    cross join lateral (
      select count(*)::int as purchases, max(v.converted_at) as "lastPurchaseAt"
        from conversions v where v.phone_contact_id = p.id) bought
   where ${where}) f`;

/**
 * The score of a row of facts, as `explainScore` has it; a property test holds the two together.
 * `weights` is a jsonb expression with every factor, `now` a timestamptz.
 */
export function scoreSql(weights: string, now: string): string {
  const points = (factor: ScoreFactor): string => `(${weights} ->> '${factor}')::int`;
  const within = (column: string, days: number): string =>
    `f."${column}" > ${now} - interval '${days * 24} hours'`;
  return `case when f.closed is not null then 0 else greatest(0, least(100,
    case when ${within('lastReplyAt', 7)} then ${points('reply-7')}
         when ${within('lastReplyAt', 30)} then ${points('reply-30')}
         when ${within('lastReplyAt', 90)} then ${points('reply-90')} else 0 end
    + case when f.purchases >= 2 then ${points('purchases-2')}
           when f.purchases = 1 then ${points('purchases-1')} else 0 end
    + case when ${within('lastPurchaseAt', 90)} then ${points('purchase-90')} else 0 end
    + case when ${within('lastDeliveredAt', 90)} then ${points('delivered-90')} else 0 end
    + case f.consent when 'documented' then ${points('consent-documented')}
                     when 'asserted' then ${points('consent-asserted')} else 0 end
    + case when f.mobile then ${points('mobile')} else 0 end
    + case when ${within('createdAt', 30)} then ${points('new-30')} else 0 end
    + case when f.unanswered >= ${unansweredFrom} then ${points('unanswered')} else 0 end)) end`;
}

export const bandSql = (score: string): string =>
  `case when ${score} >= ${hotFrom} then 'hot' when ${score} >= ${warmFrom} then 'warm' else 'cold' end`;
