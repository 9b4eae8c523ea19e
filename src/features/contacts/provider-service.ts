import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { Decimal } from '../../shared/money.ts';
import { accuracyOf, closedBreaker, isLeftOut, type NumberLookup } from '../validation/index.ts';
import type { ValidationStore } from './validation-ports.ts';

/** One provider as people see it. */
export type ProviderRecord = {
  provider: string;
  simulated: boolean;
  price: Decimal;
  /** Since the first of the month. */
  answered: number;
  cost: Decimal;
  /** Numbers of which our own messages told whether it was right. */
  tested: number;
  right: number;
  /** Left alone until then, because of its failures. */
  leftOutUntil: Date | null;
  errorCode: string | null;
};

export type ProviderOverview = {
  providers: ProviderRecord[];
  /** Zero: the nightly check is off. */
  monthlyBudget: Decimal;
  nightlySpent: Decimal;
};

/** More is a slip of the finger. */
const highestBudget = 100_000;

export type ProviderService = ReturnType<typeof createProviderService>;

/** What the providers cost, how right they were, and what the nightly check may spend. */
export function createProviderService({
  store,
  lookups,
  clock,
}: {
  store: ValidationStore;
  lookups: readonly NumberLookup[];
  clock: Clock;
}) {
  return {
    async overview(monthStart: Date): Promise<ProviderOverview> {
      const [breakers, tested, usage, budget, nightlySpent] = await Promise.all([
        store.breakers(),
        store.tested(),
        store.usage(monthStart),
        store.budget(),
        store.nightlySpent(monthStart),
      ]);
      const accuracy = accuracyOf(tested);
      const now = clock.now();
      const providers = [...lookups].sort((a, b) => a.price.comparedTo(b.price));
      return {
        monthlyBudget: budget.monthly,
        nightlySpent,
        providers: providers.map(({ provider, simulated, price }) => {
          const state = breakers.get(provider) ?? closedBreaker;
          const used = usage.find((each) => each.provider === provider);
          const measured = accuracy.find((each) => each.provider === provider);
          const out = isLeftOut(state, now);
          return {
            provider,
            simulated,
            price,
            answered: used?.answered ?? 0,
            cost: used?.cost ?? new Decimal(0),
            tested: measured?.tested ?? 0,
            right: measured?.right ?? 0,
            leftOutUntil: out ? state.leftOutUntil : null,
            errorCode: out ? state.errorCode : null,
          };
        }),
      };
    },

    /** `12.50`; throws `Refusal('invalid', 'validation.budget')` on anything else. */
    async setBudget(text: string, by: string): Promise<Decimal> {
      const plain = text.trim().replace(',', '.');
      if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain) || Number(plain) > highestBudget) {
        throw new Refusal('invalid', 'validation.budget', {}, { budget: 'validation.budget' });
      }
      const monthly = new Decimal(plain);
      await store.setBudget(monthly, by, clock.now());
      return monthly;
    },
  };
}
