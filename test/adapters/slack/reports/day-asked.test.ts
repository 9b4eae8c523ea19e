import { expect, it } from 'vitest';
import { dayAsked } from '../../../../src/adapters/slack/reports/day-asked.ts';

it.each([
  ['', 'en', null],
  ['today', 'en', '2026-11-24'],
  ['Ontem', 'pt-BR', '2026-11-23'],
  ['yesterday', 'pt-BR', '2026-11-23'],
  [' 2026-11-21 ', 'en', '2026-11-21'],
  ['21/11/2026', 'pt-BR', '2026-11-21'],
  ['11/21/2026', 'en', '2026-11-21'],
  ['1/2', 'pt-BR', '2026-02-01'],
  ['next week', 'en', 'next week'],
  ['constructor', 'en', 'constructor'],
] as const)('reads %j (%s) as %s', (typed, locale, day) => {
  expect(dayAsked(typed, '2026-11-24', locale)).toBe(day);
});
