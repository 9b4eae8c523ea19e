import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingReasonSql } from '../../../src/adapters/db/standing.ts';
import { standingReason } from '../../../src/features/compliance/index.ts';
import { channels } from '../../../src/shared/channel.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

const consent = fc.constantFrom(
  'none',
  'refused',
  'revoked',
  'unattested',
  'asserted',
  'documented',
);
const facts = fc.record({
  erased: fc.boolean(),
  optedOut: fc.boolean(),
  doNotCall: fc.boolean(),
  inReview: fc.boolean(),
  dead: fc.boolean(),
  unreachable: fc.boolean(),
  consentSms: consent,
  consentWhatsapp: consent,
  consentCall: consent,
  lineType: fc.constantFrom(
    null,
    'mobile',
    'landline',
    'nonFixedVoip',
    'fixedVoip',
    'tollFree',
    'pager',
    'voicemail',
    'uan',
    'sharedCost',
    'premium',
    'personal',
    'unknown',
  ),
});

describe('one law, not two', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.close());

  it.each(channels)(
    'answers for %s in SQL as the pure rule does, for any contact',
    async (channel) => {
      const people = fc.sample(facts, 400);
      await fresh.db.pool.query('truncate phone_contacts cascade');
      await fresh.db.pool.query(
        `insert into phone_contacts (phone, name, state, area_code, erased_at, opted_out, do_not_call, in_review, dead,
                                   unreachable_since, consent_sms, consent_whatsapp, consent_call, line_type)
       select '+1203' || lpad((5550000 + n)::text, 7, '0'), '', 'CT', '203',
              case when erased then now() end, opted_out, do_not_call, in_review, dead,
              case when unreachable then now() end, sms, whatsapp, call, line_type
         from unnest($1::int[], $2::bool[], $3::bool[], $4::bool[], $5::bool[], $6::bool[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bool[])
           as u (n, erased, opted_out, do_not_call, in_review, dead, sms, whatsapp, call, line_type, unreachable)`,
        [
          people.map((_, n) => n),
          people.map((p) => p.erased),
          people.map((p) => p.optedOut),
          people.map((p) => p.doNotCall),
          people.map((p) => p.inReview),
          people.map((p) => p.dead),
          people.map((p) => p.consentSms),
          people.map((p) => p.consentWhatsapp),
          people.map((p) => p.consentCall),
          people.map((p) => p.lineType),
          people.map((p) => p.unreachable),
        ],
      );
      const { rows } = await fresh.db.pool.query<{ reason: string | null }>(
        `select ${standingReasonSql(channel)} as reason from phone_contacts order by phone`,
      );
      expect(rows.map(({ reason }) => reason)).toEqual(
        people.map((p) => standingReason(p, channel)),
      );
      expect(new Set(rows.map(({ reason }) => reason)).size).toBeGreaterThan(5);
    },
  );
});
