import { describe, expect, it } from 'vitest';
import { createAsking } from '../../../src/features/contacts/ask-service.ts';
import type { LookupTarget } from '../../../src/features/contacts/index.ts';
import { closedBreaker, nothingSent } from '../../../src/features/validation/index.ts';
import { fails, pretender } from '../../support/validations.ts';

const target = (n: number): LookupTarget => ({
  contactId: `c${n}`,
  phone: `+1203555${String(n).padStart(4, '0')}`,
  lastSure: null,
  unreachableSince: null,
  answers: [],
  sends: nothingSent,
  askedOf: [],
});
const people = (n: number) => Array.from({ length: n }, (_, i) => target(i));

/** Time that passes only while somebody waits. */
function watch() {
  let ms = 0;
  return {
    at: () => ms,
    needs: {
      clock: { now: () => new Date(1_700_000_000_000 + ms) },
      monotonic: () => ms,
      wait: async (pause: number) => {
        ms = Math.max(ms, ms + pause);
      },
    },
  };
}
const forever = new AbortController().signal;

describe('asking one provider', () => {
  it('is no faster than it allows', async () => {
    const time = watch();
    const times: number[] = [];
    const { lookup } = pretender(() => {
      times.push(time.at());
      return {};
    });
    const ask = createAsking({ ...lookup, pace: { perSecond: 10, atOnce: 1 } }, time.needs);
    await ask(people(11), closedBreaker, forever);
    await ask(people(1), closedBreaker, forever);
    expect(times.at(10)).toBe(1_000);
    expect(times.at(11)).toBe(1_100);
  });

  it('waits as long as it is told, and then asks again', async () => {
    const time = watch();
    const { asked, lookup } = pretender((_, nth) => {
      if (nth !== 2) return {};
      const limited = fails('limited', 'no');
      return Object.assign(limited, { values: { charged: 'no', retryAfterMs: 4_000 } });
    });
    const ask = createAsking({ ...lookup, pace: { perSecond: 1_000, atOnce: 1 } }, time.needs);
    const { answers, unasked } = await ask(people(3), closedBreaker, forever);
    expect(asked).toHaveLength(4);
    expect(answers).toHaveLength(3);
    expect(unasked).toEqual([]);
    expect(time.at()).toBeGreaterThan(4_000);
  });

  it('leaves the rest unasked when it has failed too often, or when the process is to end', async () => {
    const { asked, lookup } = pretender(() => fails('away'), { atOnce: 1 });
    const ask = createAsking(lookup, watch().needs);
    const { lost, unasked, state } = await ask(people(20), closedBreaker, forever);
    expect([asked.length, lost.length, unasked.length]).toEqual([5, 5, 15]);
    expect(state).toMatchObject({ leftOut: 1, errorCode: 'validation.provider-unavailable' });

    const stopping = new AbortController();
    const going = pretender(
      (_, nth) => {
        if (nth === 3) stopping.abort();
        return {};
      },
      { atOnce: 1 },
    );
    const ended = await createAsking(going.lookup, watch().needs)(
      people(20),
      closedBreaker,
      stopping.signal,
    );
    expect([ended.answers.length, ended.unasked.length]).toEqual([3, 17]);
  });

  it('keeps a bug apart from a provider that fails', async () => {
    const { lookup } = pretender(() => new TypeError('x is not a function'), { atOnce: 1 });
    const ended = await createAsking(lookup, watch().needs)(people(3), closedBreaker, forever);
    expect(ended.bug?.error).toBeInstanceOf(TypeError);
    expect(ended.state).toEqual(closedBreaker);
  });
});
