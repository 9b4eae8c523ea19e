import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LookupPackage, twilioLookup } from '../../../src/adapters/twilio/index.ts';
import { describeNumberLookup } from '../../contracts/number-lookup.ts';
import { serve, type TestServer } from '../../support/http-server.ts';
import { openTwilio } from '../../support/lookups.ts';

describeNumberLookup('Twilio', openTwilio, { tellsUsedUp: false });

describe('Twilio Lookup v2', () => {
  let server: TestServer;
  const asked: URL[] = [];
  let body: object = {};
  beforeEach(async () => {
    asked.length = 0;
    server = await serve((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://twilio'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  });
  afterEach(() => server.close());

  const lookup = (...packages: LookupPackage[]) =>
    twilioLookup({
      accountSid: `AC${'1'.repeat(32)}`,
      authToken: 't',
      apiUrl: server.url,
      simulated: false,
      packages,
    });
  const basic = { valid: true, country_code: 'US', phone_number: '+12035550123' };

  it('asks only whether a number exists, for free, when no package is wanted', async () => {
    body = basic;
    const free = lookup();
    expect(free.price.isZero()).toBe(true);
    const answer = await free.lookup('+12035550123');
    expect(answer).toMatchObject({ valid: true, lineType: null, countryCode: 'US' });
    expect(answer.cost.isZero()).toBe(true);
    expect(asked[0]?.searchParams.get('Fields')).toBeNull();
  });

  it('asks for what is enabled, and adds up what it costs', async () => {
    body = {
      ...basic,
      line_type_intelligence: { type: 'mobile', carrier_name: 'Verizon', error_code: null },
      line_status: { status: 'inactive', error_code: null },
      reassigned_number: { is_number_reassigned: 'yes', error_code: null },
    };
    const all = lookup('line_type', 'line_status', 'reassigned_number');
    const answer = await all.lookup('+12035550123', { lastSure: new Date('2025-03-10T12:00:00Z') });
    expect(answer).toMatchObject({ lineType: 'mobile', active: false, reassigned: true });
    expect([all.price.toFixed(3), answer.cost.toFixed(3)]).toEqual(['0.035', '0.035']);
    expect(asked[0]?.searchParams.get('Fields')).toBe(
      'line_type_intelligence,line_status,reassigned_number',
    );
    expect(asked[0]?.searchParams.get('LastVerifiedDate')).toBe('20250310');
  });

  it('does not ask about a new owner without a day to ask from', async () => {
    body = { ...basic, line_type_intelligence: { type: 'mobile', error_code: null } };
    const answer = await lookup('line_type', 'reassigned_number').lookup('+12035550123');
    expect(asked[0]?.searchParams.get('Fields')).toBe('line_type_intelligence');
    expect(answer.cost.toFixed(3)).toBe('0.008');
  });

  it('pays nothing for a package that failed', async () => {
    body = { ...basic, line_type_intelligence: { type: null, error_code: 60600 } };
    expect((await lookup('line_type').lookup('+12035550123')).cost.isZero()).toBe(true);
  });

  it.each([
    ['active', true],
    ['reachable', true],
    ['unreachable', null],
    ['inactive', false],
    ['unknown', null],
  ])('reads the line status %s as %s', async (status, expected) => {
    body = { ...basic, line_status: { status, error_code: null } };
    expect((await lookup('line_status').lookup('+12035550123')).active).toBe(expected);
  });
});
