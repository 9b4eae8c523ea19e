import { describe, expect, it } from 'vitest';
import { guessMapping, mappingOf } from '../../../src/features/contacts/guess-mapping.ts';
import { headerFor, matchHeader } from '../../../src/features/contacts/header-words.ts';
import { importFields } from '../../../src/features/contacts/index.ts';

const rows = (...lines: string[]) =>
  lines.map((line, index) => ({ number: index + 1, cells: line.split(';') }));

const fieldsOf = (...lines: string[]) => mappingOf(guessMapping(rows(...lines)).columns);

describe('what columns mean', () => {
  it('is read from Portuguese headers', () => {
    const guess = guessMapping(
      rows(
        'Nome;Telefone;Estado;Cidade;Segmento;Tags;Aceita mensagens;Data do aceite',
        'Ana;203-555-0123;CT;;;;sim;05/07/2026',
      ),
    );
    expect([guess.header, guess.dateOrder]).toEqual(['pt', 'dmy']);
    expect(mappingOf(guess.columns)).toEqual([
      'name',
      'phone',
      'state',
      'city',
      'segment',
      'tags',
      'consent',
      'consent_date',
    ]);
    expect(guess.columns.every((column) => column.guessedBy === 'header')).toBe(true);
  });

  it('is read from English headers in any spelling', () => {
    const guess = guessMapping(
      rows(
        'First Name;last_name;PhoneNumber;ZIP Code;E-mail;optIn;Consent Date;Unsubscribed',
        'Ana;Lima;203-555-0123;06810;a@b.co;yes;12/25/2025;no',
      ),
    );
    expect([guess.header, guess.dateOrder]).toEqual(['en', 'mdy']);
    expect(mappingOf(guess.columns)).toEqual([
      'first_name',
      'last_name',
      'phone',
      'zip',
      'email',
      'consent',
      'consent_date',
      'opted_out',
    ]);
  });

  it('puts the mobile before the home phone', () => {
    expect(
      fieldsOf(
        'Telefone residencial;Nome;Celular',
        '203-555-0123;Ana;860-555-0100',
        '203-555-0124;Bia;860-555-0101',
      ),
    ).toEqual(['phone_2', 'name', 'phone']);
  });

  it('believes the content when the header names the wrong column', () => {
    expect(
      fieldsOf('Telefone;Nome;Coluna', 'sim;Ana;203-555-0123', 'sim;Bia;860-555-0101'),
    ).toEqual([null, 'name', 'phone']);
  });

  it('is read from the content when there is no header', () => {
    const guess = guessMapping(
      rows('Ana Lima;203-555-0123;CT;ana@b.co', 'Bia Reis;(860) 555-0100;FL;bia@b.co'),
    );
    expect(guess.header).toBe('none');
    expect(mappingOf(guess.columns)).toEqual(['name', 'phone', 'state', 'email']);
    expect(guess.columns.every((column) => column.guessedBy === 'content')).toBe(true);
  });

  it('never takes a column of yes for consent unless its header says so', () => {
    expect(fieldsOf('203-555-0123;sim;01/02/2025', '860-555-0100;sim;01/02/2025')).toEqual([
      'phone',
      null,
      null,
    ]);
    expect(fieldsOf('Telefone;Coluna 2', '203-555-0123;sim')).toEqual(['phone', null]);
  });

  it('sees a header in words it does not know', () => {
    const guess = guessMapping(
      rows('Wer;Rufnummer', 'Ana Lima;203-555-0123', 'Bia Reis;860-555-0100'),
    );
    expect(guess.header).toBe('other');
    expect(mappingOf(guess.columns)).toEqual(['name', 'phone']);
  });

  it('finds the header under blank rows', () => {
    expect(fieldsOf(';', ';', 'Nome;Telefone', 'Ana;203-555-0123')).toEqual(['name', 'phone']);
  });

  it('leaves out what nobody knows', () => {
    expect(fieldsOf('Nome;Telefone;Por que não foi importado', 'Ana;203-555-0123;x')).toEqual([
      'name',
      'phone',
      null,
    ]);
  });

  it('knows abbreviations, and believes a name where the first rows hold nothing', () => {
    expect(
      fieldsOf(
        'Nome;Tel. comercial;Cel.;Tel Residencial',
        'Ana;;203-555-0123;',
        'Bia;;203-555-0124;',
      ),
    ).toEqual(['name', 'phone_3', 'phone', 'phone_2']);
  });

  it('finds no phone where there is none', () => {
    expect(fieldsOf('Produto;Preço', 'Passagem;100')).not.toContain('phone');
  });
});

it.each(importFields)('a header we write for %s is one we read', (field) => {
  for (const language of ['pt', 'en'] as const) {
    expect(matchHeader(headerFor(field, language))?.field).toBe(field.replace(/_[23]$/, ''));
  }
});
