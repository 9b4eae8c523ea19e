import { describe, expect, it } from 'vitest';
import {
  areaCodes,
  numberingPlanOf,
  placeOf,
  stateCodes,
  stateOfName,
  zonesOfState,
} from '../../../src/features/validation/index.ts';

const place = (areaCode: string | null, addressState: string | null, zip: string | null = null) => {
  const { states, zones, contradiction } = placeOf({ areaCode, addressState, zip });
  const short = zones.map((zone) => zone.replace('America/', ''));
  return `${states.join('+')}: ${short.join(' ')}${contradiction ? ' (contradiction)' : ''}`;
};

describe('the place of a person', () => {
  it.each([
    ['by area code alone is its state and zones', '203', null, 'CT: New_York'],
    ['by a split area code is in both zones', '850', null, 'FL: Chicago New_York'],
    ['by address alone is every zone of the state', null, 'FL', 'FL: Chicago New_York'],
    ['by both in harmony is the zones of the area code', '305', 'FL', 'FL: New_York'],
    ['by both in harmony keeps a split area code split', '850', 'FL', 'FL: Chicago New_York'],
    [
      'by two states is under both, in all zones of both',
      '203',
      'FL',
      'CT+FL: Chicago New_York (contradiction)',
    ],
    ['reads names of states', '203', 'Flórida', 'CT+FL: Chicago New_York (contradiction)'],
    ['ignores an address that names no state', '203', 'Bahia', 'CT: New_York'],
    ['with a new area code is by address', '222', 'TX', 'TX: Chicago Denver'],
    ['is anywhere when nothing is known', null, null, ': Chicago Denver Los_Angeles New_York'],
    ['is anywhere for an unknown area code', '222', null, ': Chicago Denver Los_Angeles New_York'],
  ])('%s', (_name, areaCode, state, expected) => {
    expect(place(areaCode, state)).toBe(expected);
  });
});

describe('a ZIP', () => {
  it.each([
    ['narrows the zones of the address', null, 'FL', '32501', 'FL: Chicago'],
    ['narrows a split area code of the same state', '850', 'FL', '32301', 'FL: New_York'],
    [
      'against the area code of the same state keeps both',
      '305',
      'FL',
      '32501',
      'FL: Chicago New_York',
    ],
    ['on a boundary narrows nothing', null, 'FL', '32401', 'FL: Chicago New_York'],
    [
      'narrows the address but drops no rule',
      '203',
      'FL',
      '32501',
      'CT+FL: Chicago New_York (contradiction)',
    ],
    [
      'and never the zones of the area code',
      '850',
      'CT',
      '06810',
      'CT+FL: Chicago New_York (contradiction)',
    ],
    ['alone says the state', null, null, '06810-1234', 'CT: New_York'],
    ['of another state adds that state', null, 'CT', '33101', 'CT+FL: New_York (contradiction)'],
    ['that is none says nothing', '203', 'CT', '6810', 'CT: New_York'],
    ['of El Paso is Mountain', null, 'TX', '79901', 'TX: Denver'],
    ['of Paducah is Central', null, 'KY', '42001', 'KY: Chicago'],
    ['of Samoa is not Hawaii', null, null, '96799', 'AS: Pacific/Pago_Pago'],
    ['of Guam is not Saipan', null, null, '96910', 'GU: Pacific/Guam'],
    ['of Saipan is not Guam', null, null, '96950', 'MP: Pacific/Saipan'],
  ])('%s', (_name, areaCode, state, zip, expected) => {
    expect(place(areaCode, state, zip)).toBe(expected);
  });
});

describe('the likeliest clock', () => {
  it.each([
    ['203', null, null, 'America/New_York'],
    [null, 'FL', null, 'America/New_York'],
    [null, 'TN', null, 'America/Chicago'],
    ['203', 'CA', null, 'America/Los_Angeles'],
    ['203', 'FL', '32501', 'America/Chicago'],
    [null, null, null, null],
  ])('of %s, %s, %s is %s', (areaCode, addressState, zip, timezone) => {
    expect(placeOf({ areaCode, addressState, zip }).timezone).toBe(timezone);
  });
});

describe('the table of area codes', () => {
  it('holds 377 codes of 50 states, DC and five territories', () => {
    expect(areaCodes.size).toBe(377);
    expect(new Set([...areaCodes.values()].map(({ state }) => state))).toEqual(new Set(stateCodes));
    expect(stateCodes).toHaveLength(56);
  });
  it.each([
    ['860', 'CT', ['America/New_York']],
    ['324', 'FL', ['America/New_York']],
    ['915', 'TX', ['America/Denver']],
    ['975', 'MO', ['America/Chicago']],
    ['671', 'GU', ['Pacific/Guam']],
  ])('%s is %s', (code, state, zones) => {
    expect(areaCodes.get(code)).toEqual({ state, zones });
  });
  it('names only zones that exist', () => {
    for (const { zones } of areaCodes.values()) {
      for (const timeZone of zones)
        expect(() => Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });
  it('splits exactly the states with two clocks', () => {
    const split = stateCodes.filter((state) => zonesOfState(state).length === 2);
    expect(split.sort().join(' ')).toBe('AK AZ FL ID IN KS KY MI ND NE NV OR SD TN TX');
  });
  it.each([
    ['203', 'us'],
    ['800', 'toll-free'],
    ['833', 'toll-free'],
    ['416', 'elsewhere'],
    ['809', 'elsewhere'],
    ['900', 'service'],
    ['222', 'unassigned'],
  ])('%s is %s', (code, plan) => {
    expect(numberingPlanOf(code)).toBe(plan);
  });
});

it.each([
  ['CT', 'CT'],
  ['ct ', 'CT'],
  ['Connecticut', 'CT'],
  ['FLÓRIDA', 'FL'],
  ['Nova  York', 'NY'],
  ['N.Y.', 'NY'],
  ['Washington, D.C.', 'DC'],
  ['carolina do sul', 'SC'],
  ['Porto Rico', 'PR'],
  ['SP', null],
  ['', null],
  ['constructor', null],
])('reads the state %j as %s', (text, state) => {
  expect(stateOfName(text)).toBe(state);
});
