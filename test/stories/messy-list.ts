import iconv from 'iconv-lite';

/**
 * A small list as a Brazilian Excel exports it: semicolons, Windows-1252, every way to write a
 * number, duplicates, rows that are no contacts, texts that would be code elsewhere. The numbers
 * are of the unassigned 555 exchange.
 */
type Row = [name: string, phone: string, state: string, agrees: string, date: string];

const header = 'Nome;Telefone;Estado;Cidade;Segmento;Aceita mensagens;Data do aceite';
const firstNames = 'João Conceição Antônio Inês Luís Mônica Fábio Débora Régis Açucena'.split(' ');
const lastNames = 'Araújo Gonçalves Simões Muñoz Brandão'.split(' ');

const notations: readonly ((area: string, line: string) => string)[] = [
  (area, line) => `(${area}) 555-${line}`,
  (area, line) => `+1${area}555${line}`,
  (area, line) => `1-${area}-555-${line}`,
  (area, line) => `${area}.555.${line}`,
  (area, line) => ` ${area} 555 ${line} `,
  (area, line) => `001 ${area} 555-${line}`,
];

const people = (count: number, areas: readonly string[], state: string, from: number): Row[] =>
  Array.from({ length: count }, (_, at) => {
    const name = `${firstNames[at % firstNames.length]} ${lastNames[at % lastNames.length]}`;
    const write = notations[at % notations.length];
    const phone = write?.(areas[at % areas.length] ?? '', String(from + at)) ?? '';
    return [name, phone, state, 'sim', at % 2 === 0 ? '2025-03-14' : '14/03/2026'];
  });

const agreed: Row[] = [
  ...people(27, ['203', '860', '475'], 'CT', 1201),
  ...people(15, ['305', '407', '561'], 'Flórida', 2301),
  ['"=HYPERLINK(""http://evil.example"",""clique"")"', '(860) 555-1401', 'CT', 'sim', '2025-01-10'],
  ['<!channel> *Zé* <https://evil.example|aqui>', '(203) 555-1402', 'CT', 'sim', '2025-01-11'],
];
const refused: Row[] = [
  ['Rosângela Dias', '(203) 555-1501', 'CT', 'não', '2025-02-01'],
  ['Sérgio Leão', '(407) 555-2501', 'FL', 'nao', ''],
  ['Patrícia Luz', '(860) 555-1502', 'CT', '', ''],
];
const again: Row[] = agreed
  .slice(0, 6)
  .map(([name, phone, ...rest]) => [
    name.toUpperCase(),
    phone.replace(/\D/g, '').replace(/^001/, '1'),
    ...rest,
  ]);
const unusable: Row[] = [
  ['Otávio do Brasil', '+55 62 99999-1234', 'GO', 'sim', '2025-01-01'],
  ['Número Curto', '555-0123', 'CT', 'sim', '2025-01-01'],
  ['Sem Número', '', 'CT', 'sim', '2025-01-01'],
  ['Ligação Grátis', '1-800-555-0199', 'FL', 'sim', '2025-01-01'],
  ['Excel Científico', '1,20356E+10', 'CT', 'sim', '2025-01-01'],
];

const rows = [...agreed, ...refused, ...again, ...unusable];

export const messyList = {
  fileName: 'contatos março.csv',
  content: iconv.encode(
    `${[header, ...rows.map(([name, phone, state, agrees, date]) => [name, phone, state, '', 'familias', agrees, date].join(';'))].join('\r\n')}\r\n`,
    'windows-1252',
  ),
  rows: rows.length,
  created: agreed.length + refused.length,
  merged: again.length,
  rejected: unusable.length,
  agreed: agreed.length,
  refused: 2,
};
