import { describe, expect, it } from 'vitest';
import { benchArguments, benchUsage } from '../../scripts/bench/arguments.ts';

describe('what is typed behind npm run bench', () => {
  it('is read', () => {
    expect(benchArguments([])).toEqual({ kind: 'run', quick: false, only: '' });
    expect(benchArguments(['--quick', '--only', 'reach'])).toEqual({
      kind: 'run',
      quick: true,
      only: 'reach',
    });
  });

  it.each([['--help'], ['-h']])('is answered with the usage for %s', (help) => {
    expect(benchArguments([help])).toEqual({ kind: 'told', text: benchUsage, exitCode: 0 });
  });

  it.each([
    [['--fast'], '--fast'],
    [['reach'], 'reach'],
    [['--only'], '--only'],
  ])('is refused with the usage and its reason for %j', (args, named) => {
    const told = benchArguments(args);
    expect(told).toMatchObject({ kind: 'told', exitCode: 2 });
    const [why = ''] = 'text' in told ? told.text.split('\n') : [];
    expect(why).toContain(named);
    expect('text' in told && told.text.endsWith(benchUsage)).toBe(true);
  });
});
