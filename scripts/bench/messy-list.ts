import iconv from 'iconv-lite';

const states = {
  CT: { areas: ['203', '475', '860'], written: ['CT', 'Connecticut', 'ct', ''] },
  FL: { areas: ['305', '407', '561', '954'], written: ['FL', 'Florida', 'fl', ''] },
  MA: { areas: ['617', '508'], written: ['MA', 'Massachusetts', 'ma', ''] },
} as const;

const notations = [
  (a: string, b: string, c: string) => `(${a}) ${b}-${c}`,
  (a: string, b: string, c: string) => `(${a})\u00a0${b}-${c}`,
  (a: string, b: string, c: string) => `${a}.${b}.${c}`,
  (a: string, b: string, c: string) => ` ${a} ${b} ${c} `,
  (a: string, b: string, c: string) => `${a}${b}${c}`,
  (a: string, b: string, c: string) => `+1${a}${b}${c}`,
  (a: string, b: string, c: string) => `1-${a}-${b}-${c}`,
  (a: string, b: string, c: string) => `tel:+1-${a}-${b}-${c}`,
];

const names = [
  '  JOÃO\u00a0 Assunção ',
  'Maria da Conceição',
  'ana souza',
  '<!channel>',
  '=1+1',
  '',
];
const junk = ['n/a', '', '1.20356E+10', '911', '555-0123', '+55 11 91234-5678', '000-000-0000'];
const yes = ['sim', 'S', '1', 'yes'];

/**
 * A contact list as a Brazilian Excel exports it: semicolons, Windows-1252, eight phone notations,
 * every 25th person twice, every 50th row without a usable number, four of five agreed to texts.
 */
export function messyList(rows: number): Buffer {
  return Buffer.concat([...messyParts(rows)]);
}

/** The same in parts, for lists that are too long to be held. */
export function* messyParts(rows: number): Generator<Buffer> {
  let lines: string[] = [];
  for (const cells of messyRows(rows)) {
    lines.push(cells.join(';'));
    if (lines.length < 10_000) continue;
    yield iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252');
    lines = [];
  }
  yield iconv.encode(lines.join('\r\n'), 'windows-1252');
}

/** The header, then so many rows. No cell holds a semicolon. */
export function* messyRows(rows: number): Generator<string[]> {
  yield [
    'Nome',
    'Telefone',
    'Estado',
    'Cidade',
    'Segmento',
    'Tags',
    'Aceita mensagens',
    'Data do aceite',
  ];
  for (let index = 0; index < rows; index++) {
    if (index % 50 === 49) yield ['', at(junk, index / 50), 'CT', '', '', '', 'sim', '05/07/2026'];
    // The same number as 20 rows before, written in another way.
    else if (index % 25 === 24) yield personRow(index - 20, index);
    else yield personRow(index, index);
  }
}

function personRow(person: number, row: number): string[] {
  const { areas, written } = states[person % 10 < 6 ? 'CT' : person % 10 < 9 ? 'FL' : 'MA'];
  const phone = at(notations, row)(
    at(areas, person),
    exchangeOf(person),
    String(person).padStart(4, '0').slice(-4),
  );
  const answer = person % 5 === 4 ? 'não' : at(yes, row);
  const day = row % 2 === 0 ? '05/07/2026' : '2025-04-25';
  const city = row % 3 === 0 ? '' : 'New Haven';
  const tags = row % 4 === 0 ? 'vip|natal' : '';
  const name = `${at(names, person)}${row % 6 === 5 ? '' : ` ${row}`}`;
  return [name, phone, at(written, row), city, 'familias', tags, answer, day];
}

/** With the last four digits one of a million numbers. No exchange ends in 11. */
function exchangeOf(person: number): string {
  const ten = Math.floor(person / 10_000) % 100;
  return String(ten === 11 ? 912 + (person % 7) : 200 + 100 * (person % 7) + ten);
}

function at<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const found = list[Math.floor(index) % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
