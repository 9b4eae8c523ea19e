import { randomInt } from 'node:crypto';
import { z } from 'zod';
import {
  type LookupPace,
  lookupFailure,
  type NumberLookup,
} from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import { createAsk, nonsense } from './ask.ts';
import { elementsOf, type NeustarMap, questionsOf, readElements } from './neustar-map.ts';

/**
 * Neustar (TransUnion) over its REST gateway. Needs the licensed specification: the shape of the
 * request is known from public traces only, and what the elements mean comes from the
 * configuration. Confirm both against the contract's documents before go-live.
 */
export type NeustarOptions = {
  username: string;
  password: string;
  serviceId: string;
  url?: string | null;
  elements: NeustarMap;
  /** Dollars for one lookup, by contract. */
  price?: Decimal;
  simulated: boolean;
  pace?: LookupPace;
  timeoutMs?: number;
};

const provider = 'Neustar';
const gateway = 'https://webgwy.neustar.biz/v2/access/query';
/** A placeholder until `NEUSTAR_PRICE` says what the contract does. */
const usualPrice = new Decimal('0.02');
const usualPace: LookupPace = { perSecond: 10, atOnce: 5 };
/** The key under which the gateway takes a phone. */
const phoneKey = '1';

const code = z.union([z.string(), z.number()]).transform(String);
const reply = z.object({
  error_code: code.nullish(),
  errorcode: code.nullish(),
  response: z.array(z.record(z.string(), z.unknown())).min(1),
});
const failed = z.object({ error_code: code.nullish(), errorcode: code.nullish() });

export function neustarLookup(options: NeustarOptions): NumberLookup {
  const { username, password, serviceId, elements, timeoutMs = 10_000 } = options;
  const ask = createAsk({ provider, timeoutMs });
  const credentials = Buffer.from(`${username}:${password}`).toString('base64');
  const price = options.price ?? usualPrice;
  const url = new URL(options.url ?? gateway);
  return {
    provider: 'neustar',
    simulated: options.simulated,
    price,
    knows: questionsOf(elements),
    pace: options.pace ?? usualPace,
    async lookup(phone) {
      const { status, body } = await ask(url, {
        method: 'POST',
        headers: {
          authorization: `Basic ${credentials}`,
          'content-type': 'application/json',
          'x-accept': 'json',
        },
        body: JSON.stringify({
          transid: String(randomInt(10_000_000, 99_999_999)),
          timeoutms: timeoutMs,
          serviceid: serviceId,
          elems: elementsOf(elements),
          queries: [{ [phoneKey]: phone.replace(/^\+1/, '') }],
        }),
      });
      const problem = failed.safeParse(body);
      const errorCode = problem.data?.error_code ?? problem.data?.errorcode ?? '0';
      if (errorCode !== '0') throw lookupFailure('away', { provider, charged: 'maybe' });
      const said = reply.safeParse(body);
      if (status !== 200 || !said.success) throw nonsense(provider);
      const read = readElements(elements, textsOf(said.data.response[0] ?? {}));
      if (read === null) throw nonsense(provider);
      return { ...read, countryCode: null, cost: price, raw: body };
    },
  };
}

const textsOf = (elements: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(elements).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );
