import {
  isLineType,
  type LookupAnswer,
  type LookupPace,
  lookupFailure,
  type NumberLookup,
  type Question,
} from '../../features/validation/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { Decimal } from '../../shared/money.ts';
import {
  createTwilioClient,
  type TwilioAccount,
  type TwilioConnection,
  twilioFailure,
} from './client.ts';

/** What is asked beside the basic answer, which is free; each has a price of its own. */
export const lookupPackages = ['line_type', 'line_status', 'reassigned_number'] as const;
export type LookupPackage = (typeof lookupPackages)[number];

export type TwilioLookupOptions = TwilioAccount &
  TwilioConnection & {
    simulated: boolean;
    /** Line status is a private beta and reassigned numbers are given on request. Default: line type. */
    packages?: readonly LookupPackage[];
    pace?: LookupPace;
  };

/** Twilio.com, read 2026-11-22: line status is quoted there, the others are what users report. */
const prices: Readonly<Record<LookupPackage, Decimal>> = {
  line_type: new Decimal('0.008'),
  line_status: new Decimal('0.007'),
  reassigned_number: new Decimal('0.02'),
};
const fieldOf: Readonly<Record<LookupPackage, string>> = {
  line_type: 'line_type_intelligence',
  line_status: 'line_status',
  reassigned_number: 'reassigned_number',
};
const teaches: Readonly<Record<LookupPackage, readonly Question[]>> = {
  line_type: ['lineType', 'carrier'],
  line_status: ['active'],
  reassigned_number: [],
};
const none = new Decimal(0);
const usualPace: LookupPace = { perSecond: 50, atOnce: 25 };

/** Lookup v2: does the number exist, what kind of line is it, whose, in service, still the same owner's. */
export function twilioLookup(options: TwilioLookupOptions): NumberLookup {
  const client = createTwilioClient(options, options);
  const packages = options.packages ?? ['line_type'];
  return {
    provider: 'twilio',
    simulated: options.simulated,
    price: packages.reduce((sum, each) => sum.plus(prices[each]), none),
    knows: ['valid', ...packages.flatMap((each) => teaches[each])],
    pace: options.pace ?? usualPace,
    async lookup(phone, about) {
      // Whether a number changed hands can only be asked since a day.
      const wanted = packages.filter((each) => each !== 'reassigned_number' || about?.lastSure);
      let found: Found;
      try {
        const answer = await client.lookups.v2.phoneNumbers(phone).fetch({
          ...(wanted.length > 0 && { fields: wanted.map((each) => fieldOf[each]).join(',') }),
          ...(wanted.includes('reassigned_number') &&
            about?.lastSure && { lastVerifiedDate: yearMonthDay(about.lastSure) }),
        });
        found = answer.toJSON();
      } catch (error) {
        return noNumber(error);
      }
      return answerFrom(found, wanted);
    },
  };
}

const yearMonthDay = (at: Date): string => at.toISOString().slice(0, 10).replaceAll('-', '');

/** What `toJSON` of Twilio's answer holds; it is kept whole as `raw`. */
type Found = {
  valid?: unknown;
  countryCode?: unknown;
  lineTypeIntelligence?: unknown;
  lineStatus?: unknown;
  reassignedNumber?: unknown;
};

function answerFrom(found: Found, wanted: readonly LookupPackage[]): LookupAnswer {
  if (typeof found?.valid !== 'boolean') throw failure('nonsense', 'maybe');
  const parts: Record<LookupPackage, unknown> = {
    line_type: found.lineTypeIntelligence,
    line_status: found.lineStatus,
    reassigned_number: found.reassignedNumber,
  };
  const type = textOf(parts.line_type, 'type');
  // No package, or one that failed, is not charged.
  const paid = wanted.filter((each) => parts[each] && textOf(parts[each], 'errorCode') === null);
  return {
    valid: found.valid,
    active: activeFrom(textOf(parts.line_status, 'status')),
    lineType: type !== null && isLineType(type) ? type : null,
    carrier: textOf(parts.line_type, 'carrierName'),
    countryCode: textOf(found, 'countryCode'),
    reassigned: reassignedFrom(textOf(parts.reassigned_number, 'isNumberReassigned')),
    cost: paid.reduce((sum, each) => sum.plus(prices[each]), none),
    raw: found,
  };
}

/** A phone that is switched off (`unreachable`) is somebody's all the same. */
const activeFrom = (status: string | null): boolean | null =>
  status === 'active' || status === 'reachable' ? true : status === 'inactive' ? false : null;

const reassignedFrom = (said: string | null): boolean | null =>
  said === 'yes' ? true : said === 'no' ? false : null;

const failure = (...[kind, charged, retryAfterMs]: FailureArgs) =>
  lookupFailure(kind, { provider: 'Twilio', charged, retryAfterMs: retryAfterMs ?? null });
type FailureArgs = [
  kind: Parameters<typeof lookupFailure>[0],
  charged: 'no' | 'maybe',
  retryAfterMs?: number | null,
];

/** 404 and 400 are about the number; anything else is about us or about Twilio. */
function noNumber(error: unknown): LookupAnswer {
  const known = twilioFailure(error);
  if (known === null) throw error instanceof Refusal ? error : failure('nonsense', 'maybe');
  if (known.kind === 'never-opened') throw failure('away', 'no');
  if (known.kind === 'lost') throw failure('away', 'maybe');
  const { httpStatus: status, errorCode, retryAfterMs } = known;
  if (status === 429) throw failure('limited', 'no', retryAfterMs);
  if (status === 401 || status === 403) throw failure('refused', 'no');
  if (status !== 404 && status !== 400) throw failure('away', 'maybe');
  return {
    valid: false,
    active: null,
    lineType: null,
    carrier: null,
    countryCode: null,
    reassigned: null,
    cost: none,
    raw: { httpStatus: status, code: errorCode },
  };
}

function textOf(holder: unknown, key: string): string | null {
  if (typeof holder !== 'object' || holder === null) return null;
  const value: unknown = Reflect.get(holder, key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
