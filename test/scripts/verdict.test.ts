import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

/** What the tool prints for these lines, parsed. */
async function verdicts(input: string): Promise<Record<string, unknown>[]> {
  const tool = spawn(process.execPath, ['--import', 'tsx', 'scripts/verdict.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(tool, 'close');
  tool.stdin.end(input);
  const output = await text(tool.stdout);
  expect(await closed).toEqual([0, null]);
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const ask = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: 1,
    phone: '+12035550123',
    address_state: null,
    channel: 'sms',
    moment_utc: '2026-11-24T15:00:00Z',
    ...changes,
  });

describe('npm run verdict', () => {
  it('answers each line in order, the last one without a newline, blank ones not at all', async () => {
    const answers = await verdicts(
      [
        ask(),
        '',
        ask({ id: 'b', address_state: 'FL', moment_utc: '2026-11-24T14:30:00Z' }),
        ask({ id: 'c', phone: '(215) 555-0123', moment_utc: '2026-11-22T15:00:00Z' }),
        ask({
          id: 'd',
          phone: '401.555.0123',
          channel: 'call',
          moment_utc: '2026-08-10T15:00:00Z',
        }),
        ask({
          id: 'e',
          phone: '207-555-0123',
          channel: 'call',
          moment_utc: '2026-11-28T15:00:00Z',
        }),
        ask({ id: 'f', phone: '+16715550123', address_state: 'RI' }),
        ask({ id: 'g', phone: '+12125550123', moment_utc: '2026-11-25T01:30:00Z' }),
      ].join('\n'),
    );
    expect(answers).toEqual([
      answer(1, null, '2026-11-24T15:00:00Z', true),
      answer('b', 'hours', '2026-11-24T15:00:00Z'),
      answer('c', 'sunday', '2026-11-23T14:00:00Z'),
      answer('d', 'holiday', '2026-08-11T13:00:00Z'),
      answer('e', 'saturday', '2026-11-30T14:00:00Z'),
      answer('f', 'hours', null),
      answer('g', null, '2026-11-25T01:30:00Z', false),
    ]);
  });

  it('answers what it cannot judge with the error, and goes on', async () => {
    const answers = await verdicts(
      [
        'nonsense',
        '[1]',
        ask({ id: 2, phone: '+18005550123' }),
        ask({ id: 3, phone: '+5511987654321' }),
        ask({ id: 4, phone: '+14165550123' }),
        ask({ id: 5, channel: 'fax' }),
        ask({ id: 6, moment_utc: '2026-02-30T15:00:00Z' }),
        ask({ id: 7, address_state: 'Bahia' }),
        ask({ id: 8, moment_utc: '+275760-09-13T00:00:00Z' }),
        ask({ id: 9, phone: '(305) 155-0123 ext 12' }),
        ask({ id: 10, phone: '+12215550123 or +18085550123' }),
        ask({ id: undefined }),
        ask({ id: 11 }),
      ].join('\r\n'),
    );
    expect(answers.map(({ id }) => id)).toEqual([null, null, 2, 3, 4, 5, 6, 7, 8, 9, 10, null, 11]);
    const errors = answers.slice(0, -1).map(({ error }) => error);
    const hints = [/JSON/, /object/, /toll-free/, /foreign/, /not-us/, /channel/, /moment_utc/];
    hints.push(/address_state/, /moment_utc/, /phone/, /phone/, /id/);
    hints.forEach((hint, index) => {
      expect(errors[index]).toMatch(hint);
    });
    expect(answers.at(-1)).toMatchObject({ id: 11, allowed: true });
  });

  it('judges an area code newer than the table as unknown', async () => {
    const [early, late] = await verdicts(
      [
        ask({ phone: '+12225550123', moment_utc: '2026-11-24T17:59:00Z' }),
        ask({ phone: '+12225550123', moment_utc: '2026-11-24T18:00:00Z' }),
      ].join('\n'),
    );
    expect(early).toMatchObject({ allowed: false, next_lawful_utc: '2026-11-24T18:00:00Z' });
    expect(late).toMatchObject({ allowed: true });
  });

  it('answers 1,000 different people in under 5 seconds, start-up included', async () => {
    const codes = ['203', '305', '850', '601', '907', '808', '671', '222', '928', '605'];
    const states = [null, 'FL', 'CT', 'MS', 'RI', 'TX', 'ME', 'UT', 'AK'];
    const lines = Array.from({ length: 1000 }, (_, id) =>
      ask({
        id,
        phone: `+1${codes[id % codes.length]}555${1000 + id}`,
        address_state: states[id % states.length],
        moment_utc: new Date(Date.UTC(2026, 0, 1) + id * 31_415_926).toISOString(),
      }),
    );
    const began = performance.now();
    await verdicts(lines[0] ?? '');
    const startUp = performance.now() - began;
    const before = performance.now();
    const answers = await verdicts(lines.join('\n'));
    // On a machine that is busy with other things, as a multiple of starting up and answering one.
    expect(performance.now() - before).toBeLessThan(Math.max(5000, 5 * startUp));
    expect(answers).toHaveLength(1000);
    expect(answers.every(({ allowed }) => typeof allowed === 'boolean')).toBe(true);
  });
});

function answer(id: unknown, reason: string | null, next: string | null, house = false): object {
  return {
    id,
    allowed: reason === null,
    reason,
    next_lawful_utc: next,
    allowed_with_house: house,
  };
}
