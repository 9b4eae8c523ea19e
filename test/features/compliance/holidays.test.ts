import { describe, expect, it } from 'vitest';
import { judgeHours, type Place } from '../../../src/features/compliance/index.ts';

const homes: Readonly<Record<string, Place & { noon: string }>> = {
  AL: { states: ['AL'], zones: ['America/Chicago'], noon: '18:30Z' },
  LA: { states: ['LA'], zones: ['America/Chicago'], noon: '18:30Z' },
  MS: { states: ['MS'], zones: ['America/Chicago'], noon: '18:30Z' },
  OK: { states: ['OK'], zones: ['America/Chicago'], noon: '18:30Z' },
  PA: { states: ['PA'], zones: ['America/New_York'], noon: '17:30Z' },
  RI: { states: ['RI'], zones: ['America/New_York'], noon: '17:30Z' },
  UT: { states: ['UT'], zones: ['America/Denver'], noon: '19:30Z' },
};

/** Whether a marketing text may start in the middle of a day in a state, and why not. */
function midday(state: string, date: string, channel: 'sms' | 'call' = 'sms'): string {
  const home = homes[state] ?? { states: [state], zones: ['America/New_York'], noon: '17:30Z' };
  const verdict = judgeHours(home, channel, new Date(`${date}T${home.noon}`));
  return verdict.allowed ? 'open' : verdict.reason;
}

/** From the calendars of 2026 and 2027; where a date falls on a weekend, its observed day too. */
const federal = [
  ['New Year', '2026-01-01'],
  ['Martin Luther King', '2026-01-19'],
  ["Washington's Birthday", '2026-02-16'],
  ['Memorial Day', '2026-05-25'],
  ['Juneteenth', '2026-06-19'],
  ['Independence Day observed on Friday', '2026-07-03'],
  ['Independence Day itself, a Saturday', '2026-07-04'],
  ['Labor Day', '2026-09-07'],
  ['Columbus Day', '2026-10-12'],
  ['Veterans Day', '2026-11-11'],
  ['Thanksgiving', '2026-11-26'],
  ['Christmas', '2026-12-25'],
  ['New Year', '2027-01-01'],
  ['Memorial Day on the 31st', '2027-05-31'],
  ['Juneteenth observed on Friday', '2027-06-18'],
  ['Independence Day, a Sunday', '2027-07-04'],
  ['Independence Day observed on Monday', '2027-07-05'],
  ['Christmas observed on Friday', '2027-12-24'],
  ['New Year of 2028 observed on 31 December', '2027-12-31'],
] as const;

describe.each(Object.keys(homes))('%s', (state) => {
  it.each(federal)('is closed on %s, %s', (_name, date) => {
    expect(midday(state, date)).toBe('holiday');
  });
  it('is open on the days beside them', () => {
    for (const date of ['2026-11-25', '2026-11-27', '2026-07-02', '2027-01-04', '2026-05-18']) {
      expect(midday(state, date)).toBe('open');
    }
  });
});

describe("the states' own holidays", () => {
  it.each([
    ['AL', 'Mardi Gras', '2026-02-17'],
    ['AL', 'Mardi Gras', '2027-02-09'],
    ['AL', 'Confederate Memorial Day', '2026-04-27'],
    ['AL', "Jefferson Davis' birthday", '2026-06-01'],
    ['AL', 'Rosa Parks Day', '2026-12-01'],
    ['AL', 'Rosa Parks Day of 2029 observed on Friday', '2029-11-30'],
    ['LA', 'Mardi Gras', '2026-02-17'],
    ['LA', 'Good Friday', '2026-04-03'],
    ['LA', 'Good Friday', '2027-03-26'],
    ['LA', "All Saints' Day, a Sunday", '2026-11-01'],
    ['LA', "All Saints' Day observed on Monday", '2026-11-02'],
    ['LA', 'the election of 2026', '2026-11-03'],
    ['PA', 'Good Friday', '2026-04-03'],
    ['PA', 'Flag Day, a Sunday', '2026-06-14'],
    ['PA', 'the election of 2026', '2026-11-03'],
    ['PA', 'the election of 2027', '2027-11-02'],
    ['PA', 'Bill of Rights Day', '2026-12-15'],
    ['RI', 'Victory Day', '2026-08-10'],
    ['RI', 'the election of 2026', '2026-11-03'],
    ['UT', 'Pioneer Day', '2026-07-24'],
    ['UT', 'Pioneer Day of 2027 observed on Friday', '2027-07-23'],
    ['UT', 'Pioneer Day of 2022 observed on Monday', '2022-07-25'],
  ])('%s closes on %s, %s', (state, _name, date) => {
    expect(midday(state, date)).toBe('holiday');
  });

  it.each([
    ['PA', 'Flag Day is never observed on another day', '2026-06-15'],
    ['RI', 'no election day in odd years', '2027-11-02'],
    ['LA', 'no election day in odd years', '2027-11-02'],
    ['AL', 'no Good Friday', '2026-04-03'],
    ['UT', 'no Mardi Gras', '2026-02-17'],
    ['MS', 'federal days only', '2026-02-17'],
    ['OK', 'federal days only', '2026-11-03'],
    ['RI', 'no Flag Day', '2027-06-14'],
    ['OK', 'no day of the executive order of 2025', '2025-12-26'],
  ])('%s: %s', (state, _why, date) => {
    expect(midday(state, date)).toBe('open');
  });

  it('mean nothing to states that close on none', () => {
    for (const state of ['CT', 'FL', 'NY', 'SD', 'TX']) {
      expect(midday(state, '2026-12-25')).toBe('open');
    }
  });

  it('bind prerecorded calls like texts', () => {
    expect(midday('RI', '2026-08-10', 'call')).toBe('holiday');
  });

  it('begin with the year the law added them', () => {
    expect(midday('OK', '2020-06-19')).toBe('open');
    expect(midday('OK', '2021-06-18')).toBe('holiday');
  });

  it.each([['2025-04-18'], ['2028-04-14'], ['2030-04-19'], ['2038-04-23'], ['2049-04-16']])(
    'find Good Friday %s',
    (date) => {
      expect(midday('LA', date)).toBe('holiday');
    },
  );
});
