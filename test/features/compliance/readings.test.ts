import { describe, expect, it } from 'vitest';
import { judgeHours, type NarrowerHours } from '../../../src/features/compliance/index.ts';
import { placeOf } from '../../../src/features/validation/index.ts';
import type { Channel } from '../../../src/shared/channel.ts';

type Who = { areaCode?: string; addressState?: string; zip?: string };

/** `open until …`, or `reason, next …`: one line that a lawyer can check against a calendar. */
function say(who: Who, moment: string, channel: Channel = 'sms', narrower: NarrowerHours = {}) {
  const facts = { areaCode: null, addressState: null, zip: null, ...who };
  const verdict = judgeHours(placeOf(facts), channel, new Date(moment), narrower);
  const iso = (date: Date | null) => date?.toISOString().slice(0, 16) ?? 'never';
  return verdict.allowed
    ? `open until ${iso(verdict.until)}`
    : `${verdict.reason}, next ${iso(verdict.next)}`;
}

describe('Pennsylvania', () => {
  const pa = { areaCode: '215' };
  it('keeps 8 to 21 and its Sundays until 17 October 2026', () => {
    expect(say(pa, '2026-10-17T12:00:00Z')).toBe('open until 2026-10-18T01:00');
    expect(say(pa, '2026-10-11T15:00:00Z')).toBe('open until 2026-10-12T01:00');
  });
  it('is closed on Sundays from 18 October 2026 and 9 to 19 on other days', () => {
    expect(say(pa, '2026-10-18T15:00:00Z')).toBe('sunday, next 2026-10-19T13:00');
    expect(say(pa, '2026-10-19T12:59:00Z')).toBe('hours, next 2026-10-19T13:00');
    expect(say(pa, '2026-10-19T13:00:00Z')).toBe('open until 2026-10-19T23:00');
  });
  it('was closed on legal holidays before, too', () => {
    expect(say(pa, '2026-10-12T15:00:00Z')).toBe('holiday, next 2026-10-13T12:00');
  });
  it('changes its law at midnight of each clock', () => {
    const withPacific = { areaCode: '215', addressState: 'WA' };
    // Saturday 17 October, 20:00 in Seattle is still under the old row there, Sunday in the east.
    expect(say(withPacific, '2026-10-18T02:30:00Z')).toBe('hours, next 2026-10-19T16:00');
    expect(say(withPacific, '2026-10-18T04:30:00Z')).toBe('sunday, next 2026-10-19T16:00');
  });
});

describe('Florida', () => {
  it('with a Miami number is Eastern only', () => {
    const miami = { areaCode: '305', addressState: 'FL' };
    expect(say(miami, '2026-11-24T13:00:00Z')).toBe('open until 2026-11-25T01:00');
  });
  it.each(['850', '448'])('with area code %s waits for both zones: 9 to 20 Eastern', (areaCode) => {
    expect(say({ areaCode }, '2026-11-24T13:59:00Z')).toBe('hours, next 2026-11-24T14:00');
    expect(say({ areaCode }, '2026-11-24T14:00:00Z')).toBe('open until 2026-11-25T01:00');
  });
  it('by address alone may be in either zone', () => {
    expect(say({ addressState: 'FL' }, '2026-11-24T13:00:00Z')).toBe(
      'hours, next 2026-11-24T14:00',
    );
  });
  it('by address and ZIP is where the ZIP is', () => {
    const pensacola = { addressState: 'FL', zip: '32501' };
    expect(say(pensacola, '2026-11-25T01:30:00Z')).toBe('open until 2026-11-25T02:00');
  });
});

describe('an address and an area code of different states', () => {
  it('obey both rows in all zones of both: Connecticut 9 to 20, Florida in Central time', () => {
    const both = { areaCode: '203', addressState: 'FL' };
    // 9:00 Central is the first moment that is 9:00 in every zone; 20:00 Eastern the last.
    expect(say(both, '2026-11-24T14:59:00Z')).toBe('hours, next 2026-11-24T15:00');
    expect(say(both, '2026-11-24T15:00:00Z')).toBe('open until 2026-11-25T01:00');
  });
  it('lose a Sunday that only one of them closes', () => {
    const both = { areaCode: '601', addressState: 'NY' };
    expect(say(both, '2026-11-29T18:00:00Z')).toBe('sunday, next 2026-11-30T14:00');
  });
  it('close a holiday of one state on the clocks of the other', () => {
    // Rhode Island's Victory Day began in Rhode Island; in California it is still 21:30 on Sunday.
    const both = { areaCode: '401', addressState: 'CA' };
    expect(say(both, '2026-08-10T04:30:00Z')).toBe('holiday, next 2026-08-11T16:00');
    // It ends in California three hours after it ended in Rhode Island.
    expect(say(both, '2026-08-11T06:30:00Z')).toBe('holiday, next 2026-08-11T16:00');
    expect(say(both, '2026-08-11T07:00:00Z')).toBe('hours, next 2026-08-11T16:00');
  });
  it('may leave no lawful moment at all', () => {
    // Rhode Island's 9 to 18 is 13:00-22:00 UTC on its own clock and 23:00-08:00 on Guam's.
    const both = { areaCode: '671', addressState: 'RI' };
    expect(say(both, '2026-07-07T12:00:00Z')).toBe('hours, next never');
    // New York's 8 to 21 leaves four hours in winter: 13:00-02:00 UTC and 22:00-11:00 UTC.
    const other = { areaCode: '671', addressState: 'NY' };
    expect(say(other, '2026-11-24T12:00:00Z')).toBe('hours, next 2026-11-24T22:00');
    expect(say(other, '2026-11-24T22:00:00Z')).toBe('open until 2026-11-25T02:00');
  });
});

describe('somebody of whom nothing is known', () => {
  it('gets texts from 13 to 18 Eastern on weekdays', () => {
    expect(say({}, '2026-11-24T17:59:00Z')).toBe('hours, next 2026-11-24T18:00');
    expect(say({}, '2026-11-24T18:00:00Z')).toBe('open until 2026-11-24T23:00');
  });
  it('gets texts from 13 to 17 Eastern on Saturday and never on Sunday', () => {
    expect(say({}, '2026-11-28T18:00:00Z')).toBe('open until 2026-11-28T22:00');
    expect(say({}, '2026-11-29T19:00:00Z')).toBe('sunday, next 2026-11-30T18:00');
  });
  it('gets prerecorded calls from 13 to 17 Eastern, on weekdays only', () => {
    expect(say({}, '2026-11-24T18:00:00Z', 'call')).toBe('open until 2026-11-24T22:00');
    expect(say({}, '2026-11-28T19:00:00Z', 'call')).toBe('saturday, next 2026-11-30T18:00');
  });
  it('is spared every holiday of every state', () => {
    for (const date of ['2026-02-17', '2026-04-03', '2026-06-01', '2026-07-24', '2026-12-15']) {
      expect(say({}, `${date}T19:00:00Z`)).toMatch(/^holiday/);
    }
  });
  it('is who has an area code that the table does not know', () => {
    expect(say({ areaCode: '222' }, '2026-11-24T17:59:00Z')).toBe('hours, next 2026-11-24T18:00');
  });
});

describe('Mississippi', () => {
  const ms = { areaCode: '601' };
  it('is 8 to 20 in winter, and 9 to 20 in summer when standard time reads 8', () => {
    expect(say(ms, '2026-01-06T14:00:00Z')).toBe('open until 2026-01-07T02:00');
    expect(say(ms, '2026-07-07T13:30:00Z')).toBe('hours, next 2026-07-07T14:00');
    expect(say(ms, '2026-07-07T14:00:00Z')).toBe('open until 2026-07-08T01:00');
  });
});

describe('days on which the clocks change', () => {
  it('open at 9 on the new clock in spring', () => {
    // 8 March 2026: 8:59 EDT is 12:59 UTC, a day earlier it was 13:59 UTC.
    expect(say({ areaCode: '203' }, '2026-03-07T13:59:00Z')).toBe('hours, next 2026-03-07T14:00');
    expect(say({ areaCode: '203' }, '2026-03-08T12:59:00Z')).toBe('hours, next 2026-03-08T13:00');
    expect(say({ areaCode: '203' }, '2026-03-08T13:00:00Z')).toBe('open until 2026-03-09T00:00');
  });
  it('close at 20 on the new clock in autumn', () => {
    expect(say({ areaCode: '203' }, '2026-10-31T14:00:00Z')).toBe('open until 2026-11-01T00:00');
    expect(say({ areaCode: '203' }, '2026-11-01T14:00:00Z')).toBe('open until 2026-11-02T01:00');
  });
  it('mean nothing to Arizona, but to the Navajo Nation in area code 928', () => {
    expect(say({ areaCode: '602' }, '2026-07-07T15:00:00Z')).toBe('open until 2026-07-08T04:00');
    expect(say({ areaCode: '928' }, '2026-07-07T14:00:00Z')).toBe('hours, next 2026-07-07T15:00');
    expect(say({ areaCode: '928' }, '2026-07-08T02:30:00Z')).toBe('open until 2026-07-08T03:00');
  });
});

describe('prerecorded calls', () => {
  it('to Maine wait from Friday 17:00 until Monday 9:00; texts do not', () => {
    const me = { areaCode: '207' };
    expect(say(me, '2026-11-27T22:00:00Z', 'call')).toBe('hours, next 2026-11-30T14:00');
    expect(say(me, '2026-11-28T16:00:00Z', 'call')).toBe('saturday, next 2026-11-30T14:00');
    expect(say(me, '2026-11-28T16:00:00Z', 'sms')).toBe('open until 2026-11-29T02:00');
  });
  it('to California begin at 9, WhatsApp at 8 like texts', () => {
    const ca = { areaCode: '415' };
    expect(say(ca, '2026-11-24T16:00:00Z', 'call')).toBe('hours, next 2026-11-24T17:00');
    expect(say(ca, '2026-11-24T16:00:00Z', 'whatsapp')).toBe('open until 2026-11-25T05:00');
  });
});

describe('narrower hours', () => {
  const ny = { areaCode: '212' };
  it('of the house are 9 to 20, from 12 on Sundays, and no federal holidays', () => {
    const house = { house: true };
    expect(say(ny, '2026-11-24T13:30:00Z', 'sms', house)).toBe('hours, next 2026-11-24T14:00');
    expect(say(ny, '2026-11-24T14:00:00Z', 'sms', house)).toBe('open until 2026-11-25T01:00');
    expect(say(ny, '2026-11-29T16:30:00Z', 'sms', house)).toBe('hours, next 2026-11-29T17:00');
    expect(say(ny, '2026-11-26T16:30:00Z', 'sms', house)).toBe('holiday, next 2026-11-27T14:00');
    expect(say(ny, '2026-07-03T16:30:00Z', 'sms', house)).toBe('holiday, next 2026-07-05T16:00');
  });
  it('of a campaign cut both ends and the weekend', () => {
    const wish = { from: '10:30', to: '18:00', weekdaysOnly: true };
    expect(say(ny, '2026-11-27T15:29:00Z', 'sms', wish)).toBe('hours, next 2026-11-27T15:30');
    expect(say(ny, '2026-11-27T22:59:00Z', 'sms', wish)).toBe('open until 2026-11-27T23:00');
    expect(say(ny, '2026-11-27T23:00:00Z', 'sms', wish)).toBe('hours, next 2026-11-30T15:30');
    expect(say(ny, '2026-11-28T16:00:00Z', 'sms', wish)).toBe('saturday, next 2026-11-30T15:30');
  });
  it('that leave nothing of a day leave no lawful moment', () => {
    expect(say(ny, '2026-11-24T15:00:00Z', 'sms', { from: '21:00' })).toBe('hours, next never');
    expect(say(ny, '2026-11-24T15:00:00Z', 'sms', { from: '12:00', to: '11:00' })).toBe(
      'hours, next never',
    );
  });
  it('close the days an admin proclaimed, in that state only', () => {
    const closedDays = [{ state: 'LA', date: '2026-11-24' }];
    expect(say({ areaCode: '504' }, '2026-11-24T15:00:00Z', 'sms', { closedDays })).toBe(
      'holiday, next 2026-11-25T14:00',
    );
    expect(say(ny, '2026-11-24T15:00:00Z', 'sms', { closedDays })).toMatch(/^open/);
    expect(say({}, '2026-11-24T19:00:00Z', 'sms', { closedDays })).toMatch(/^holiday/);
  });
  it('that are no times or dates are refused', () => {
    expect(() => say(ny, '2026-11-24T15:00:00Z', 'sms', { from: '9:00' })).toThrow(RangeError);
    expect(() => say(ny, '2026-11-24T15:00:00Z', 'sms', { to: '24:30' })).toThrow(RangeError);
    const closedDays = [{ state: null, date: '2026-02-30' }];
    expect(() => say(ny, '2026-11-24T15:00:00Z', 'sms', { closedDays })).toThrow(RangeError);
  });
});

it('does not judge what is no moment', () => {
  expect(() => say({ areaCode: '203' }, 'tomorrow')).toThrow(RangeError);
});

it('judges a state it does not know as strictly as all of them', () => {
  const place = { states: ['XX'], zones: ['America/New_York'] };
  expect(judgeHours(place, 'sms', new Date('2026-11-24T14:30:00Z')).allowed).toBe(false);
});

it('judges more than 20,000 moments a second once it has seen the people', () => {
  const places = ['203', '305', '850', '601', '928'].map((areaCode) =>
    placeOf({ areaCode, addressState: 'FL', zip: null }),
  );
  const start = Date.parse('2026-11-24T00:00:00Z');
  const judgeAll = () => {
    for (let index = 0; index < 20_000; index++) {
      const place = places[index % places.length];
      if (place) judgeHours(place, 'sms', new Date(start + index * 4000), { house: true });
    }
  };
  judgeAll();
  // Of the processor's time: the clock's would count what else the machine does.
  const before = process.cpuUsage();
  judgeAll();
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
