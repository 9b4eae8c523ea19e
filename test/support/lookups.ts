import type { NeustarMap } from '../../src/adapters/lookups/index.ts';
import { neustarLookup, numverifyLookup } from '../../src/adapters/lookups/index.ts';
import { twilioLookup } from '../../src/adapters/twilio/index.ts';
import type { OpenLookup } from '../contracts/number-lookup.ts';
import { account } from './carrier.ts';

/** The map of the pretend Neustar. */
export const elements: NeustarMap = [
  { element: '1320', slot: 1, as: 'valid', values: { Y: true, N: false } },
  { element: '1320', slot: 2, as: 'active', values: { Y: true, N: false } },
  {
    element: '1320',
    slot: 4,
    as: 'lineType',
    values: { W: 'mobile', L: 'landline', V: 'nonFixedVoip' },
  },
  { element: '1321', slot: 1, as: 'carrier' },
];

const pace = { perSecond: 5_000, atOnce: 25 };

export const openTwilio: OpenLookup = (url, { key = account.authToken, timeoutMs } = {}) =>
  twilioLookup({
    accountSid: account.accountSid,
    authToken: key,
    apiUrl: url,
    simulated: true,
    pace,
    ...(timeoutMs && { timeoutMs }),
  });

export const openNumverify: OpenLookup = (url, { key = account.authToken, timeoutMs } = {}) =>
  numverifyLookup({
    apiKey: key,
    url: `${url}/numverify/validate`,
    simulated: true,
    pace,
    ...(timeoutMs && { timeoutMs }),
  });

export const openNeustar: OpenLookup = (url, { key = account.authToken, timeoutMs } = {}) =>
  neustarLookup({
    username: account.accountSid,
    password: key,
    serviceId: '1234567890',
    url: `${url}/neustar/query`,
    elements,
    simulated: true,
    pace,
    ...(timeoutMs && { timeoutMs }),
  });
