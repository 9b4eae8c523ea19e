import { type NeustarMap, neustarLookup, numverifyLookup } from '../adapters/lookups/index.ts';
import { twilioLookup } from '../adapters/twilio/index.ts';
import type { LookupPace, NumberLookup } from '../features/validation/index.ts';
import type { NumberProviders } from './config.ts';

/** A provider without credentials is not there. */
export function otherLookups(
  { numverify, neustar }: NumberProviders,
  log: { warn(details: object, text: string): void },
): NumberLookup[] {
  const found: NumberLookup[] = [];
  if (numverify) found.push(numverifyLookup({ ...numverify, simulated: false }));
  if (neustar?.elements) {
    found.push(neustarLookup({ ...neustar, elements: neustar.elements, simulated: false }));
  } else if (neustar) {
    log.warn(
      { missing: 'NEUSTAR_ELEMENTS' },
      'Neustar is not asked: its element map comes with the licensed specification',
    );
  }
  return found;
}

/** On this machine nobody has to be spared. */
const pretendPace: LookupPace = { perSecond: 5_000, atOnce: 50 };
/** What the elements of the pretend Neustar mean: its own invention. */
const pretendElements: NeustarMap = [
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

/** Twilio first, then the others, all on the pretend carrier's address. */
export function pretendLookups(account: {
  accountSid: string;
  authToken: string;
  apiUrl: string;
}): NumberLookup[] {
  const { accountSid, authToken, apiUrl } = account;
  const shared = { simulated: true, pace: pretendPace };
  return [
    twilioLookup({ ...account, ...shared }),
    numverifyLookup({ apiKey: authToken, url: `${apiUrl}/numverify/validate`, ...shared }),
    neustarLookup({
      username: accountSid,
      password: authToken,
      serviceId: '0000000000',
      url: `${apiUrl}/neustar/query`,
      elements: pretendElements,
      ...shared,
    }),
  ];
}
