import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeHours, type NarrowerHours } from '../../../src/features/compliance/index.ts';
import { areaCodes, placeOf, stateCodes } from '../../../src/features/validation/index.ts';
import { channels } from '../../../src/shared/channel.ts';
import { oracleAgainst } from './oracle.ts';

const minute = 60_000;
const quarter = 15 * minute;

/** Anybody: an area code, an address, both in harmony or not, or nothing known. */
const person = fc
  .record({
    areaCode: fc.option(fc.constantFrom(...areaCodes.keys()), { freq: 4 }),
    addressState: fc.option(fc.constantFrom(...stateCodes), { freq: 3 }),
  })
  .map((facts) => placeOf({ ...facts, zip: null }));

/** States whose rows are peculiar, so that they come up often. */
const oddPerson = fc
  .record({
    areaCode: fc.constantFrom('850', '601', '401', '207', '671', '684', '808', '215', '775', '928'),
    addressState: fc.option(fc.constantFrom('PA', 'MS', 'TX', 'ME', 'UT', 'SD', 'LA', 'AK', 'KY')),
  })
  .map((facts) => placeOf({ ...facts, zip: null }));

const anyone = fc.oneof(person, oddPerson);
const moment = fc
  .integer({ min: Date.UTC(2026, 0, 2) / 1000, max: Date.UTC(2027, 11, 20) / 1000 })
  .map((seconds) => seconds * 1000);
/** On and around full hours, where windows open and close. */
const edge = fc
  .tuple(fc.integer({ min: 0, max: 716 * 24 }), fc.constantFrom(0, -1, 1, -minute, -minute + 1))
  .map(([hours, off]) => Date.UTC(2026, 0, 3, hours) + off);
const anyMoment = fc.oneof(moment, edge);
const channel = fc.constantFrom(...channels);

describe('the judgement of hours', () => {
  it('agrees with an oracle that asks every rule in every zone', () => {
    fc.assert(
      fc.property(anyone, channel, anyMoment, fc.boolean(), (place, via, at, house) => {
        const verdict = judgeHours(place, via, new Date(at), { house });
        const now = oracleAgainst(place, via, at, house);
        const soon = oracleAgainst(place, via, at + minute - 1, house);
        expect(verdict.allowed).toBe(now === null && soon === null);
        if (!verdict.allowed) expect(verdict.reason).toBe(now ?? 'hours');
      }),
      { numRuns: 2000 },
    );
  });

  it('names the exact end of the window', () => {
    fc.assert(
      fc.property(anyone, channel, anyMoment, (place, via, at) => {
        const verdict = judgeHours(place, via, new Date(at));
        fc.pre(verdict.allowed);
        const until = verdict.until.getTime();
        expect(until - at).toBeGreaterThanOrEqual(minute);
        expect(oracleAgainst(place, via, until)).not.toBeNull();
        for (let t = at; t < until; t += quarter) expect(oracleAgainst(place, via, t)).toBeNull();
        expect(oracleAgainst(place, via, until - 1)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('names the first lawful start, and none where seven days hold none', () => {
    fc.assert(
      fc.property(anyone, channel, anyMoment, fc.boolean(), (place, via, at, house) => {
        const verdict = judgeHours(place, via, new Date(at), { house });
        fc.pre(!verdict.allowed);
        const next = verdict.next?.getTime() ?? at + 7 * 24 * 60 * minute;
        expect(next).toBeGreaterThan(at);
        if (verdict.next) {
          expect(judgeHours(place, via, verdict.next, { house }).allowed).toBe(true);
          expect(oracleAgainst(place, via, next, house)).toBeNull();
          expect(oracleAgainst(place, via, next - 1, house)).not.toBeNull();
        }
        // Windows open on full hours, so quarters of an hour miss none; the current window may
        // still be open, with less than a minute left.
        const firstQuarter = Math.ceil((at + 1) / quarter) * quarter;
        for (let t = firstQuarter; t < next; t += quarter) {
          expect(oracleAgainst(place, via, t, house)).not.toBeNull();
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is only ever narrowed by wishes', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const wishes: fc.Arbitrary<NarrowerHours> = fc.record(
      {
        house: fc.boolean(),
        from: clock,
        to: clock,
        weekdaysOnly: fc.boolean(),
        closedDays: fc.array(
          fc.record({
            state: fc.option(fc.constantFrom(...stateCodes)),
            date: fc.constantFrom('2026-11-24', '2027-02-09', '2026-07-07'),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyone, channel, anyMoment, wishes, (place, via, at, narrower) => {
        const free = judgeHours(place, via, new Date(at));
        const narrowed = judgeHours(place, via, new Date(at), narrower);
        if (!free.allowed) expect(narrowed.allowed).toBe(false);
        if (free.allowed && narrowed.allowed) {
          expect(narrowed.until.getTime()).toBeLessThanOrEqual(free.until.getTime());
        }
        if (!free.allowed && !narrowed.allowed && narrowed.next) {
          expect(narrowed.next.getTime()).toBeGreaterThanOrEqual(free.next?.getTime() ?? 0);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never allows anybody less is known of what it denies when all of it is known', () => {
    const nowhere = placeOf({ areaCode: null, addressState: null, zip: null });
    fc.assert(
      fc.property(anyone, channel, anyMoment, (place, via, at) => {
        fc.pre(place.zones.every((zone) => nowhere.zones.includes(zone)));
        const unknown = judgeHours(nowhere, via, new Date(at));
        if (unknown.allowed) expect(judgeHours(place, via, new Date(at)).allowed).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
