import { describe, expect, it } from 'vitest';

/** The page's modules that need no browser, as the browser gets them. */
const load = (name: string) =>
  import(new URL(`../../../../src/adapters/sandbox/page/assets/${name}.js`, import.meta.url).href);

describe('completing slash commands', () => {
  const commands = [
    {
      command: '/campaign',
      description: 'Campaigns',
      usageHint: '[new | list | show <name> | why <phone>]',
    },
    { command: '/contacts', description: 'Contacts', usageHint: 'import, find, export' },
  ];

  it.each([
    ['/', ['/campaign ', '/contacts ']],
    ['/con', ['/contacts ']],
    ['/CAMP', ['/campaign ']],
    ['/campaign ', ['/campaign new', '/campaign list', '/campaign show ', '/campaign why ']],
    ['/campaign sh', ['/campaign show ']],
    ['/campaign show x', []],
    ['/contacts e', ['/contacts export']],
    ['hello /', []],
    ['/nothing', []],
  ])('offers for %j: %j', async (text, inserts) => {
    const { suggestions } = await load('slash');
    const found: { insert: string }[] = suggestions(text, commands);
    expect(found.map(({ insert }) => insert)).toEqual(inserts);
  });

  it('takes a slash in the middle, or a path, for ordinary text', async () => {
    const { commandIn } = await load('slash');
    expect(commandIn('/campaign new')).toBe('/campaign');
    expect(commandIn('and /campaign')).toBeNull();
    expect(commandIn('/var/log/x')).toBeNull();
  });
});

describe('wall times in a zone', () => {
  const zone = 'America/New_York';

  it.each([
    ['2026-11-24T10:05', '2026-11-24T15:05:00.000Z'],
    ['2026-07-04T23:59', '2026-07-05T03:59:00.000Z'],
    ['2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['2027-03-14T02:30', '2027-03-14T07:30:00.000Z'],
  ])('reads %s as %s', async (wall, moment) => {
    const { momentOf } = await load('text/time');
    expect(momentOf(wall, zone).toISOString()).toBe(moment);
  });

  it('writes what it reads', async () => {
    const { momentOf, wallTime } = await load('text/time');
    for (const wall of ['2026-11-24T10:05', '2026-03-08T03:00', '2026-12-31T23:59']) {
      for (const tz of [zone, 'America/Sao_Paulo', 'Asia/Kolkata', 'UTC']) {
        expect(wallTime(momentOf(wall, tz), tz)).toBe(wall);
      }
    }
  });
});

describe('what a form holds', () => {
  const blocks = [
    {
      type: 'input',
      block_id: 'a',
      element: { type: 'plain_text_input', action_id: 'x', initial_value: 'start' },
    },
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        { type: 'static_select', action_id: 'y' },
        { type: 'button', action_id: 'z' },
      ],
    },
  ];

  it('is what was entered, else what the workspace remembers, else the start', async () => {
    const { stateValues, slot } = await load('elements/form-state');
    const entered = new Map();
    expect(stateValues(blocks, entered, undefined)).toEqual({
      a: { x: { type: 'plain_text_input', value: 'start' } },
      b: { y: { type: 'static_select', selected_option: null } },
    });
    const known = { a: { x: { type: 'plain_text_input', value: 'remembered' } } };
    expect(stateValues(blocks, entered, known).a.x.value).toBe('remembered');
    entered.set(slot('a', 'x'), { type: 'plain_text_input', value: 'typed' });
    expect(stateValues(blocks, entered, known).a.x.value).toBe('typed');
  });

  it('forgets fields that are gone or became another kind', async () => {
    const { prune, slot } = await load('elements/form-state');
    const entered = new Map([
      [slot('a', 'x'), { type: 'email_text_input', value: 'x' }],
      [slot('b', 'y'), { type: 'static_select', selected_option: null }],
      [slot('c', 'q'), { type: 'plain_text_input', value: 'x' }],
    ]);
    prune(blocks, entered);
    expect([...entered.keys()]).toEqual([slot('b', 'y')]);
  });
});
