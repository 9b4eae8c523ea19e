import express, { type Request, type Response, type Router } from 'express';
import type { LookupFault } from './faults.ts';
import { chance, lineOf, type Odds } from './odds.ts';

export type LookupNeeds = {
  accountSid: string;
  authToken: string;
  seed: string;
  odds: Odds;
  /** What a test makes of this question; asked once for each. */
  fault: (provider: LookupProvider, phone: string) => LookupFault;
};

export type LookupProvider = 'twilio' | 'numverify' | 'neustar';

/** Numverify and Neustar as they are documented, with credentials of their own. */
export function otherProviders(router: Router, needs: LookupNeeds): void {
  const { accountSid, authToken } = needs;
  router.get('/numverify/validate', (request, response) => {
    const query = queryOf(request);
    if (query.get('access_key') !== authToken) return numverifyError(response, 101);
    const digits = query.get('number') ?? '';
    if (digits === '') return numverifyError(response, 210);
    if (!/^\d+$/.test(digits)) return numverifyError(response, 211);
    const answer = () => reply(response, numverifyAnswer(needs, `+${digits}`));
    spoil(needs.fault('numverify', `+${digits}`), response, answer, {
      refused: () => numverifyError(response, 101),
      usedUp: () => numverifyError(response, 104),
    });
  });

  router.post('/neustar/query', express.json({ limit: '16kb' }), (request, response) => {
    const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return void response.status(401).end();
    const { elems, queries, transid } = request.body ?? {};
    const phone = `+1${queries?.[0]?.['1'] ?? ''}`;
    const answer = () => {
      const elements = neustarElements(needs, phone);
      const asked = Object.entries(elements).filter(([id]) => elems?.includes(id));
      reply(response, { transid, error_code: '0', response: [Object.fromEntries(asked)] });
    };
    spoil(needs.fault('neustar', phone), response, answer, {
      refused: () => void response.status(401).end(),
      usedUp: () => void response.json({ transid, error_code: '7', response: [] }),
    });
  });
}

/** Twilio's Lookup v2; mount it behind the check of the account. */
export function twilioLookups(router: Router, needs: LookupNeeds): void {
  router.get('/v2/PhoneNumbers/:phone', (request: Request<{ phone: string }>, response) => {
    const { phone } = request.params;
    const query = queryOf(request);
    const no = (status: number, code: number) => () =>
      void response.status(status).json({ code, message: 'no', more_info: '', status });
    const answer = () => reply(response, twilioAnswer(needs, phone, query));
    spoil(needs.fault('twilio', phone), response, answer, {
      refused: no(401, 20003),
      usedUp: no(403, 20008),
    });
  });
}

/** Tens of thousands in a batch: without the ETag that `response.json` makes of each. */
function reply(response: Response, body: object): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

/** Answers, unless a test wants it otherwise. */
function spoil(
  fault: LookupFault,
  response: Response,
  answer: () => unknown,
  own: { refused: () => void; usedUp: () => void },
): void {
  if (fault === 'ok') answer();
  else if (fault === 'refused') own.refused();
  else if (fault === 'used-up') own.usedUp();
  else if (fault === 'reset') response.socket?.destroy();
  else if (fault === 'limited') response.status(429).set('Retry-After', '0').json({ code: 20429 });
  else if (fault === 'down') response.status(503).end('Service Unavailable');
  else if (fault === 'html') response.type('html').send('<html>We are back soon</html>');
  else if (fault === 'empty-object') response.json({});
  // `silence`: nothing is ever answered.
}

const queryOf = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, 'http://carrier').searchParams;

const isUs = (phone: string): boolean => /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(phone);

const numverifyTypes: Readonly<Record<string, string>> = {
  mobile: 'mobile',
  landline: 'landline',
  fixedVoip: 'landline',
  nonFixedVoip: 'landline',
};

/** It does not know ported numbers, and takes VoIP for a landline. */
function numverifyAnswer({ odds, seed }: LookupNeeds, phone: string) {
  const us = isUs(phone);
  const { type, carrier } = lineOf(odds, seed, phone);
  const ported = chance(seed, 'ported', phone) < 0.02;
  return {
    valid: us,
    number: phone.slice(1),
    local_format: us ? phone.slice(2) : '',
    international_format: us ? phone : '',
    country_prefix: us ? '+1' : '',
    country_code: us ? 'US' : '',
    country_name: us ? 'United States of America' : '',
    location: '',
    carrier: us ? (ported ? 'Frontier Communications' : carrier) : '',
    line_type: us ? (ported ? 'landline' : (numverifyTypes[type] ?? null)) : null,
  };
}

const numverifyErrors: Readonly<Record<number, [type: string, info: string]>> = {
  101: ['invalid_access_key', 'You have not supplied a valid API Access Key.'],
  104: ['usage_limit_reached', 'Your monthly usage limit has been reached.'],
  210: ['no_phone_number_provided', 'Please specify a phone number.'],
  211: ['non_numeric_phone_number_provided', 'Please specify a numeric phone number.'],
};

function numverifyError(response: Response, code: number): void {
  const [type, info] = numverifyErrors[code] ?? ['unknown', ''];
  response.json({ success: false, error: { code, type, info } });
}

/** Elements of the pretend specification that the sandbox' own map reads. */
function neustarElements({ odds, seed }: LookupNeeds, phone: string): Record<string, string> {
  const us = isUs(phone);
  const { type, carrier } = lineOf(odds, seed, phone);
  const line = type === 'mobile' ? 'W' : type === 'landline' ? 'L' : 'V';
  return { '1320': us ? `Y,Y,A1,${line}` : 'N,U,A1,U', '1321': us ? carrier.replace(',', '') : '' };
}

function twilioAnswer({ odds, seed }: LookupNeeds, phone: string, query: URLSearchParams) {
  const us = isUs(phone);
  const fields = (query.get('Fields') ?? '').split(',');
  const wants = (field: string) => us && fields.includes(field);
  const { type, carrier } = lineOf(odds, seed, phone);
  const since = query.get('LastVerifiedDate');
  return {
    calling_country_code: us ? '1' : null,
    country_code: us ? 'US' : null,
    phone_number: phone,
    national_format: us ? `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}` : phone,
    valid: us,
    validation_errors: us ? [] : ['INVALID_BUT_POSSIBLE'],
    line_type_intelligence: wants('line_type_intelligence')
      ? {
          type,
          carrier_name: carrier,
          mobile_country_code: type === 'mobile' ? '310' : null,
          mobile_network_code: type === 'mobile' ? '260' : null,
          error_code: null,
        }
      : null,
    line_status: wants('line_status')
      ? { status: chance(seed, 'service', phone) < 0.02 ? 'inactive' : 'active', error_code: null }
      : null,
    reassigned_number:
      wants('reassigned_number') && since
        ? {
            is_number_reassigned: chance(seed, 'owner', phone) < 0.02 ? 'yes' : 'no',
            last_verified_date: since,
            error_code: null,
          }
        : null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${phone}`,
  };
}
