import { parse } from 'csv-parse/sync';

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, `sep=;`. */
export const announcedDelimiter = (text: string): Delimiter | null => {
  const found = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === found) ?? null;
};

/**
 * The sign that cuts the first lines most evenly into more than one column. A file with one column
 * is read with `,` unless its cells hold commas.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text.slice(0, 64 * 1024);
  const sample = lines.slice(0, lines.lastIndexOf('\n') + 1) || lines;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = evenness(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  if (best.score > 0) return best.delimiter;
  return sample.includes(',') && !sample.includes(';') ? ';' : ',';
}

/** Share of the rows that have the commonest width, and a little for every column. */
function evenness(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>();
  let rows = 0;
  for (const row of firstRows(sample, delimiter)) {
    if (row.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (width < 2) return 0;
  const share = count / rows;
  return share < 0.5 ? 0 : share + Math.min(width, 50) / 1000;
}

function firstRows(sample: string, delimiter: Delimiter): string[][] {
  try {
    return parse(sample, { delimiter, relax_quotes: true, relax_column_count: true, to: 200 });
  } catch {
    return sample.split('\n', 200).map((line) => line.split(delimiter));
  }
}
