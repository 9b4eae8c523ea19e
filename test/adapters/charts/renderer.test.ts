import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  blue,
  contactShades,
  green,
  nothing,
  rateShades,
  vermilion,
} from '../../../src/adapters/charts/look.ts';
import { createChartRenderer } from '../../../src/adapters/charts/renderer.ts';
import type {
  ChartRenderer,
  ContactMapChart,
  StateMapChart,
  TimelineChart,
} from '../../../src/features/reports/index.ts';
import { decode } from '../../support/pictures.ts';

const charts = createChartRenderer();
afterAll(() => charts.close());

const open: ChartRenderer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((renderer) => renderer.close()));
});
function renderer(options: Parameters<typeof createChartRenderer>[0]): ChartRenderer {
  const made = createChartRenderer(options);
  open.push(made);
  return made;
}
const dying = new URL('../../support/dying-chart-worker.mjs', import.meta.url);

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const timeline = (some: Partial<TimelineChart> = {}): TimelineChart => ({
  title: 'Sends, deliveries and replies by hour',
  subtitle: 'Tuesday, November 24, 2026',
  labels: hours.map((hour) => `${hour}h`),
  sends: hours.map((hour) => (hour >= 9 && hour < 20 ? hour * 100 : 0)),
  deliveries: hours.map((hour) => (hour >= 9 && hour < 20 ? hour * 90 : 0)),
  replies: hours.map((hour) => (hour >= 9 ? hour : 0)),
  words: {
    sends: 'Sends',
    deliveries: 'Deliveries',
    replies: 'Replies',
    repliesPanel: 'Replies (own scale)',
    empty: 'Nothing was sent.',
    locale: 'en',
  },
  ...some,
});
const none = hours.map(() => 0);

const states: StateMapChart['states'] = [
  { state: 'CT', contacts: 8752, delivered: 5120, replied: 251 },
  { state: 'FL', contacts: 4392, delivered: 2511, replied: 171 },
  { state: 'TX', contacts: 154, delivered: 12, replied: 1 },
  { state: 'UNKNOWN', contacts: 20, delivered: 0, replied: 0 },
];
const map = (rows = states): StateMapChart => ({
  title: 'Contacts and response rate by state',
  subtitle: 'Tuesday, November 24, 2026',
  states: rows,
  words: {
    contacts: 'Contacts',
    responseRate: 'Response rate',
    noContacts: 'no contacts',
    tooFew: 'fewer than 30 delivered',
    noRate: 'nothing delivered',
    others: 'Others',
    empty: 'No contacts yet.',
    locale: 'en',
  },
});
const isPng = (png: Buffer) => png.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';

describe('the timeline', () => {
  it('is a PNG at twice the density with bars of all three kinds', async () => {
    const png = await charts.timeline(timeline());
    expect(isPng(png)).toBe(true);
    const picture = await decode(png);
    expect([picture.width, picture.height]).toEqual([2000, 1360]);
    for (const colour of [blue, green, vermilion]) {
      expect(picture.count(colour)).toBeGreaterThan(5_000);
    }
  });

  it('keeps replies visible beside a hundred times as many sends, in their own panel', async () => {
    const picture = await decode(
      await charts.timeline(
        timeline({
          sends: hours.map(() => 10_000),
          deliveries: none,
          replies: hours.map((h) => (h === 12 ? 9 : 0)),
        }),
      ),
    );
    const lower = [0, 900, 2000, 1360] as const;
    expect(picture.count(vermilion, lower)).toBeGreaterThan(2_000);
    expect(picture.count(blue, lower)).toBe(0);
  });

  it('draws no bar where nothing happened', async () => {
    const empty = { sends: none, deliveries: none, replies: none };
    const picture = await decode(await charts.timeline(timeline(empty)));
    const belowTheLegend = [0, 300, 2000, 1360] as const;
    for (const colour of [blue, green, vermilion]) {
      expect(picture.count(colour, belowTheLegend)).toBe(0);
    }
  });
});

describe('the map', () => {
  const [, , , , darkest = ''] = contactShades;
  const [, , , , reddest = ''] = rateShades;
  const contactsMap = [0, 290, 1000, 880] as const;
  const ratesMap = [1000, 290, 2000, 880] as const;

  it('shades contacts on the left and response rates on the right', async () => {
    const picture = await decode(await charts.stateMap(map()));
    expect(picture.width).toBe(2000);
    expect(picture.count(darkest, contactsMap)).toBeGreaterThan(1_000);
    expect(picture.count(reddest, ratesMap)).toBeGreaterThan(1_000);
    expect(picture.count(nothing, contactsMap)).toBeGreaterThan(50_000);
  });

  it('takes no rate from a handful of deliveries', async () => {
    const few = [{ state: 'TX', contacts: 100, delivered: 12, replied: 12 }];
    const picture = await decode(await charts.stateMap(map(few)));
    for (const colour of rateShades) expect(picture.count(colour, ratesMap)).toBe(0);
  });

  it('can be drawn with nobody in it, and with one person in Hawaii', async () => {
    const empty = await decode(await charts.stateMap(map([])));
    for (const colour of contactShades) expect(empty.count(colour, contactsMap)).toBe(0);
    const one = [{ state: 'HI', contacts: 1, delivered: 0, replied: 0 }];
    const hawaii = await decode(await charts.stateMap(map(one)));
    const islands = [100, 700, 500, 880] as const;
    expect(contactShades.some((colour) => hawaii.count(colour, islands) > 100)).toBe(true);
  });
});

describe('the map of contacts', () => {
  const chart = (by: 'people' | 'rate'): ContactMapChart => ({
    by,
    title: 'Contacts by state',
    subtitle: 'tag vip',
    states: [
      { state: 'TX', contacts: 9_000, delivered: 400, replied: 200 },
      { state: 'MT', contacts: 12, delivered: 400, replied: 0 },
      { state: 'NV', contacts: 3, delivered: 5, replied: 5 },
    ],
    words: { noContacts: 'nobody', tooFew: 'too few', noRate: 'no messages', locale: 'en' },
  });
  /** The whole map, without its title and its legend. */
  const drawn = [0, 240, 1440, 1_080] as const;

  it('shades by people or by the share that answered, in the same worker as the other map', async () => {
    await charts.stateMap(map());
    const people = await decode(await charts.contactMap(chart('people')));
    const rates = await decode(await charts.contactMap(chart('rate')));
    const darkest = (shades: readonly string[]) => shades.at(-1) ?? '';
    expect(people.count(darkest(contactShades), drawn)).toBeGreaterThan(10_000);
    expect(people.count(darkest(rateShades), drawn)).toBe(0);
    expect(rates.count(darkest(rateShades), drawn)).toBeGreaterThan(10_000);
    expect(rates.count(darkest(contactShades), drawn)).toBe(0);
  });
});

describe('the worker', () => {
  it('answers each of many requests with its own picture', async () => {
    const [one, two, three] = await Promise.all([
      charts.timeline(timeline()),
      charts.stateMap(map()),
      charts.timeline(timeline({ sends: none, deliveries: none, replies: none })),
    ]);
    expect(new Set([one.length, two.length, three.length]).size).toBe(3);
    expect([one, two, three].every(isPng)).toBe(true);
  });

  it('fails what it was drawing when it dies, says why in the log, and the next one gets another', async () => {
    const causes: unknown[] = [];
    const broken = renderer({ entry: dying, onFailure: (cause) => causes.push(cause) });
    for (let round = 0; round < 2; round += 1) {
      await expect(broken.timeline(timeline())).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'reports.charts',
      });
    }
    expect(causes.map(String)).toEqual([
      'Error: the chart worker ended with 7',
      'Error: the chart worker ended with 7',
    ]);
  });

  it('goes on after a chart that cannot be drawn', async () => {
    const causes: unknown[] = [];
    const own = renderer({ onFailure: (cause) => causes.push(cause) });
    const bad = timeline();
    bad.words.locale = 'not a locale';
    await expect(own.timeline(bad)).rejects.toMatchObject({ code: 'reports.charts' });
    expect(String(causes[0])).toContain('RangeError');
    expect(isPng(await own.timeline(timeline()))).toBe(true);
  });

  it('gives up on a worker that does not answer', async () => {
    const silent = renderer({ entry: dying, timeoutMs: 50 });
    await expect(silent.stateMap(map())).rejects.toMatchObject({ code: 'reports.charts' });
  });

  it('refuses more than may wait, and what waits when it closes', async () => {
    const small = renderer({ entry: dying, maxWaiting: 1 });
    const waiting = small.stateMap(map());
    await expect(small.stateMap(map())).rejects.toMatchObject({ code: 'reports.charts' });
    const failed = expect(waiting).rejects.toMatchObject({ code: 'reports.charts' });
    await small.close();
    await failed;
    await expect(small.stateMap(map())).rejects.toMatchObject({ code: 'reports.charts' });
  });
});
