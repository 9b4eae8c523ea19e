import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell, clip } from '../../../src/features/contacts/cell.ts';
import { mergeNames } from '../../../src/features/contacts/person-name.ts';

describe('a cell', () => {
  it.each([
    ['  João \u00a0 Assunção  ', 'João Assunção'],
    ['CAMILA OLIVEIRA', 'CAMILA OLIVEIRA'],
    ['=HYPERLINK("http://evil.example","clique")', '=HYPERLINK("http://evil.example","clique")'],
    ['<!channel>', '<!channel>'],
    ["'=1+1", '=1+1'],
    ["'+1 203 555 0123", '+1 203 555 0123'],
    ["D'Ávila", "D'Ávila"],
    ['Ana\u0000\u0007Maria', 'AnaMaria'],
    ['Ana\r\nMaria', 'Ana Maria'],
    ['\ufeffNome', 'Nome'],
    ['Ana \ud800', 'Ana \ufffd'],
    ['Joa\u0303o', 'João'],
    ['Ana \u202elivaS\u202c \u2067Sá\u2069', 'Ana livaS Sá'],
    ['\u200eAna\u200f\u061c', 'Ana'],
    ['مريم كوهن', 'مريم كوهن'],
    ['\u202bשרה כהן\u202c', 'שרה כהן'],
    ['Ana 👩\u200d👧', 'Ana 👩\u200d👧'],
  ])('%j is kept as %j', (text, expected) => expect(cleanCell(text)).toBe(expected));

  it('is cut between characters, never inside one', () => {
    expect(clip('Ana🎉', 4)).toBe('Ana');
    expect(clip('Ana🎉', 5)).toBe('Ana🎉');
  });
});

describe('names met for one number', () => {
  it.each([
    [['Ana', 'Ana Paula Souza'], 'Ana Paula Souza', []],
    [['ANA SOUZA', 'Ana Souza'], 'Ana Souza', []],
    [['Ana Souza', 'ANA SOUZA'], 'Ana Souza', []],
    [['', 'Ana'], 'Ana', []],
    [['Inês Ferreira', 'Sandra Santana'], 'Inês Ferreira', ['Sandra Santana']],
    [['Jose Lima', 'José Lima'], 'José Lima', []],
    [['Ana', 'Bia', 'BIA', 'Ana Reis'], 'Ana Reis', ['Bia']],
    [['', ''], '', []],
  ])('%j become %s with %j', (names, name, otherNames) => {
    expect(mergeNames(names)).toEqual({
      name,
      otherNames,
      firstNameConflict: otherNames.length > 0,
    });
  });

  const person = fc
    .tuple(
      fc.constantFrom('Ana', 'ANA', 'Bia', 'Zé', 'ze'),
      fc.constantFrom('', ' Lima', ' LIMA', ' Lima Reis'),
    )
    .map((parts) => parts.join(''));

  it('stay what they are when the same names come again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(person, fc.constant('')), { maxLength: 8 }), (names) => {
        const once = mergeNames(names);
        expect(mergeNames([once.name, ...once.otherNames, ...names])).toEqual(once);
        expect(mergeNames([...names, ...names])).toEqual(once);
      }),
    );
  });
});
