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

  it('finds the header under a title, and says where', () => {
    const guess = guessMapping(
      rows(
        'Lista de contatos da Fly2Any;;;',
        'Exportada em 12/11/2026;;;',
        ';;;',
        'Nome;Celular;Aceita mensagens;Data do aceite',
        'Ana;203-555-0123;sim;01/02/2025',
      ),
    );
    expect(guess.headerAt).toEqual({ row: 4, last: 4 });
    expect(guess.header).toBe('pt');
    expect(mappingOf(guess.columns)).toEqual(['name', 'phone', 'consent', 'consent_date']);
    expect(guess.columns[0]).toMatchObject({ header: 'Nome', samples: ['Ana'] });
  });

  it('is not misled by a title that is a word of a header', () => {
    const guess = guessMapping(rows('Lista;', 'Nome;Telefone', 'Ana;203-555-0123'));
    expect([guess.headerAt?.row, mappingOf(guess.columns)]).toEqual([2, ['name', 'phone']]);
  });

  it('seeks no header below the number of a person, nor below the tenth row', () => {
    const below = guessMapping(rows('Ana Lima;203-555-0123', 'Nome;Telefone', 'Bia;203-555-0124'));
    expect([below.header, below.headerAt]).toEqual(['none', undefined]);
    const far = guessMapping(
      rows(...Array.from({ length: 10 }, () => 'x;y'), 'Nome;Telefone', 'Ana;203-555-0123'),
    );
    expect(far.headerAt).toBeUndefined();
  });

  it('says nothing of a header that is the first row', () => {
    expect(guessMapping(rows('Nome;Telefone', 'Ana;203-555-0123'))).not.toHaveProperty('headerAt');
  });

  it('reads a header of two lines', () => {
    const guess = guessMapping(
      rows(
        'Nome;Telefone;Consentimento;;Obs',
        ';;Aceita;Data;',
        'Ana;203-555-0123;sim;01/02/2025;sim',
      ),
    );
    expect(guess.headerAt).toEqual({ row: 1, last: 2 });
    expect(mappingOf(guess.columns)).toEqual(['name', 'phone', 'consent', 'consent_date', 'notes']);
    expect(guess.columns.map(({ header }) => header)).toEqual([
      'Nome',
      'Telefone',
      'Consentimento / Aceita',
      'Consentimento / Data',
      'Obs',
    ]);
  });

  it('takes no row of a person for the second line of a header', () => {
    for (const person of ['Ana;;sim;Cliente', 'Cliente;;Contato;ana@b.co']) {
      const guess = guessMapping(rows('Nome;Telefone;Aceita;', person, 'Bia;203-555-0124;sim;'));
      expect(guess).not.toHaveProperty('headerAt');
    }
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
