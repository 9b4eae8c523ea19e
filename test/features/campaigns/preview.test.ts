import { describe, expect, it } from 'vitest';
import { previewsOf } from '../../../src/features/campaigns/preview.ts';
import { defaultSchedule } from '../../../src/features/campaigns/schedule.ts';
import type { Recipient } from '../../../src/features/campaigns/template.ts';

const person = (name: string): Recipient => ({
  name,
  firstNameConflict: false,
  city: null,
  state: 'CT',
  segment: 'geral',
});

const shown = (template: string, ...names: string[]) =>
  previewsOf(
    { filter: {}, channel: 'sms', template, schedule: defaultSchedule('America/New_York') },
    names.map(person),
  ).message;

const long = 'Voo Orlando por $620. Responda SIM ou SAIR. '.repeat(2);

describe('what a text costs, before it is sent', () => {
  it('says what in the text makes it dear, and what it would cost without', () => {
    const preview = shown(`${long} São Paulo, {{firstName}}`, 'Ana Lima');
    expect(preview).toMatchObject({ segments: 2, plainSegments: 1 });
    expect(preview.costly).toEqual(['ã']);
    expect(preview.costlyNames).toEqual([]);
  });

  it('tells a dear name from a dear text: nobody can write a name out of it', () => {
    const preview = shown(`${long} {{firstName}}`, 'Ana Lima', 'Vinícius Leão');
    expect(preview).toMatchObject({ segments: 2, plainSegments: 2 });
    expect(preview.costly).toEqual([]);
    expect(preview.costlyNames).toEqual(['í']);
  });

  it('counts a text that nobody gets', () => {
    expect(shown('São')).toMatchObject({ segments: 1, plainSegments: 1, samples: [] });
  });
});
