import { validationStore } from '../../src/adapters/db/contact-validation-store.ts';
import type { Database } from '../../src/adapters/db/database.ts';
import {
  createValidationService,
  type ValidationStore,
} from '../../src/features/contacts/index.ts';
import {
  type LookupAnswer,
  type LookupFailureKind,
  lookupFailure,
  type NumberLookup,
  questions,
} from '../../src/features/validation/index.ts';
import { Decimal } from '../../src/shared/money.ts';

export const mobile: LookupAnswer = {
  valid: true,
  active: null,
  lineType: 'mobile',
  carrier: 'T-Mobile',
  countryCode: 'US',
  reassigned: null,
  cost: new Decimal('0.008'),
  raw: { ok: true },
};

type Answer = (
  phone: string,
  nth: number,
) => Partial<LookupAnswer> | Error | Promise<Partial<LookupAnswer>>;

export type Pretender = { asked: string[]; lookup: NumberLookup };

/** A provider that writes down who was asked. */
export function pretender(
  answer: Answer = () => ({}),
  {
    name = 'twilio',
    price = '0.008',
    atOnce = 25,
  }: { name?: string; price?: string; atOnce?: number } = {},
): Pretender {
  const asked: string[] = [];
  const lookup: NumberLookup = {
    provider: name,
    simulated: true,
    price: new Decimal(price),
    knows: questions,
    pace: { perSecond: 1e6, atOnce },
    async lookup(phone) {
      const given = await answer(phone, asked.push(phone));
      if (given instanceof Error) throw given;
      return { ...mobile, cost: new Decimal(price), ...given };
    },
  };
  return { asked, lookup };
}

export const fails = (
  kind: LookupFailureKind,
  charged: 'no' | 'maybe' = 'maybe',
  provider = 'Twilio',
): Error => lookupFailure(kind, { provider, charged });

/** The product's service on a database, with a clock that a test moves. */
export function validationDesk(db: Database, start: Date) {
  let now = start;
  const enqueued: string[] = [];
  return {
    enqueued,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    service: (
      lookups: readonly NumberLookup[],
      { store = validationStore(db), size = 25 }: { store?: ValidationStore; size?: number } = {},
    ) =>
      createValidationService({
        store,
        lookups,
        jobs: {
          enqueue: async (_job, payload) => {
            enqueued.push(JSON.stringify(payload));
          },
        },
        clock: { now: () => now },
        monotonic: () => now.getTime(),
        wait: async () => {},
        size,
      }),
  };
}
