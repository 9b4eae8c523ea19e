import {
  isLineType,
  type LookupAnswer,
  type NumberLookup,
} from '../../features/validation/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { Decimal } from '../../shared/money.ts';
import {
  createTwilioClient,
  type TwilioAccount,
  type TwilioConnection,
  twilioFailure,
} from './client.ts';

export type TwilioLookupOptions = TwilioAccount & TwilioConnection & { simulated: boolean };

/** The basic answer is free; `line_type_intelligence` is charged (twilio.com, read 2026-11-22). */
const lineTypePrice = new Decimal('0.008');

/** Lookup v2: does the number exist, what kind of line is it, whose. */
export function twilioLookup(options: TwilioLookupOptions): NumberLookup {
  const client = createTwilioClient(options, options);
  return {
    provider: 'twilio',
    simulated: options.simulated,
    price: lineTypePrice,
    async lookup(phone) {
      try {
        const found = await client.lookups.v2
          .phoneNumbers(phone)
          .fetch({ fields: 'line_type_intelligence' });
        return answerFrom(found.toJSON());
      } catch (error) {
        return noNumber(error);
      }
    },
  };
}

/** What `toJSON` of Twilio's answer holds; it is kept whole as `raw`. */
type Found = { valid?: unknown; countryCode?: unknown; lineTypeIntelligence?: unknown };

function answerFrom(found: Found): LookupAnswer {
  const line = found.lineTypeIntelligence;
  const type = textOf(line, 'type');
  return {
    valid: found.valid === true,
    lineType: type !== null && isLineType(type) ? type : null,
    carrier: textOf(line, 'carrier_name'),
    countryCode: textOf(found, 'countryCode'),
    // No package, or one that failed, is not charged.
    cost: line && textOf(line, 'error_code') === null ? lineTypePrice : new Decimal(0),
    raw: found,
  };
}

/** 404 and 400 are about the number; anything else is about us or about Twilio. */
function noNumber(error: unknown): LookupAnswer {
  const failure = twilioFailure(error);
  if (failure === null) throw error;
  const status = failure.kind === 'answered' ? failure.httpStatus : null;
  if (failure.kind === 'answered' && (status === 404 || status === 400)) {
    return {
      valid: false,
      lineType: null,
      carrier: null,
      countryCode: null,
      cost: new Decimal(0),
      raw: { httpStatus: status, code: failure.errorCode },
    };
  }
  if (status === 401 || status === 403) {
    throw new Refusal('forbidden', 'validation.provider-refused', { provider: 'Twilio' });
  }
  throw new Refusal('unavailable', 'validation.provider-unavailable', { provider: 'Twilio' });
}

function textOf(holder: unknown, key: string): string | null {
  if (typeof holder !== 'object' || holder === null) return null;
  const value: unknown = Reflect.get(holder, key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
