import { z } from 'zod';
import {
  type LineType,
  type LookupFailureKind,
  type LookupPace,
  lookupFailure,
  type NumberLookup,
} from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import { createAsk, nonsense } from './ask.ts';

export type NumverifyOptions = {
  apiKey: string;
  /** Default: the address that the documentation gives. Plain http would show the key. */
  url?: string | null;
  /** Dollars for one lookup on the plan that was bought. */
  price?: Decimal;
  simulated: boolean;
  pace?: LookupPace;
  timeoutMs?: number;
};

const provider = 'Numverify';
const documented = 'https://api.apilayer.net/numverify/validate';
/** The smallest paid plan, by recollection; `NUMVERIFY_PRICE` says what yours costs. */
const usualPrice = new Decimal('0.003');
const usualPace: LookupPace = { perSecond: 10, atOnce: 5 };

/** Its words for a line (docs.apilayer.com). Satellite phones and short services are none of ours. */
const lineTypes: Readonly<Record<string, LineType>> = {
  mobile: 'mobile',
  landline: 'landline',
  toll_free: 'tollFree',
  premium_rate: 'premium',
  paging: 'pager',
  special_services: 'unknown',
  satellite: 'unknown',
};

/** Errors come with HTTP 200. */
const refusal = z.object({
  success: z.literal(false),
  error: z.object({ code: z.coerce.number(), type: z.string().optional() }),
});
const text = z.string().nullish();
const answer = z.object({
  valid: z.boolean(),
  number: text,
  country_code: text,
  carrier: text,
  line_type: text,
});

/** By code: a wrong key, an inactive account, a plan without this; the month's quota; the pace. */
const failures: Readonly<Record<number, LookupFailureKind>> = {
  101: 'refused',
  102: 'refused',
  103: 'refused',
  104: 'used-up',
  105: 'refused',
  106: 'limited',
};

/** Exists, kind of line, carrier; not whether it is in service, nor the carrier of a ported number. */
export function numverifyLookup(options: NumverifyOptions): NumberLookup {
  const { apiKey, timeoutMs = 10_000 } = options;
  const ask = createAsk({ provider, timeoutMs });
  const base = options.url ?? documented;
  const price = options.price ?? usualPrice;
  return {
    provider: 'numverify',
    simulated: options.simulated,
    price,
    knows: ['valid', 'lineType', 'carrier'],
    pace: options.pace ?? usualPace,
    async lookup(phone) {
      const url = new URL(base);
      // The marketplace takes the key in a header, the product's own address in the query.
      const inHeader = url.hostname === 'api.apilayer.com';
      url.searchParams.set('number', phone.replace(/^\+/, ''));
      if (!inHeader) url.searchParams.set('access_key', apiKey);
      const headers: Record<string, string> = inHeader ? { apikey: apiKey } : {};
      const { status, body } = await ask(url, { headers });
      const refused = refusal.safeParse(body);
      if (refused.success) {
        const kind = failures[refused.data.error.code] ?? 'away';
        throw lookupFailure(kind, { provider, charged: kind === 'away' ? 'maybe' : 'no' });
      }
      const said = answer.safeParse(body);
      if (status !== 200 || !said.success) throw nonsense(provider);
      const { data } = said;
      // An answer about somebody else, from a cache on the way.
      if (data.number && data.number.replace(/\D/g, '') !== phone.slice(1))
        throw nonsense(provider);
      return {
        valid: data.valid,
        active: null,
        lineType: data.line_type ? (lineTypes[data.line_type] ?? 'unknown') : null,
        carrier: data.carrier || null,
        countryCode: data.country_code || null,
        reassigned: null,
        cost: price,
        raw: body,
      };
    },
  };
}
