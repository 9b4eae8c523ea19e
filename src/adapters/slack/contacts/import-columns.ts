import type { KnownBlock } from '@slack/types';
import type { Column, ImportView } from '../../../features/contacts/index.ts';
import { context, section } from '../blocks.ts';
import { clamp, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';

type Mapped = Pick<ImportView, 'columns' | 'mapping'>;

const listed = 20;
const listedSheets = 5;

export const columnName = (column: Column, words: Reader): string =>
  clamp(column.header?.trim() ?? '', 60) ||
  words.say('contacts.preview.column', { n: column.index + 1 });

/** The used columns, wherever they stand, then the first others; how many there is no room for. */
export function columnsFirst({ columns, mapping }: Mapped, most: number) {
  const isUsed = ({ index }: Column) => (mapping[index] ?? null) !== null;
  const shown = [...columns.filter(isUsed), ...columns.filter((column) => !isUsed(column))].slice(
    0,
    most,
  );
  return { shown, left: columns.length - shown.length };
}

/** What the columns are taken for. */
export function columnBlocks(view: Mapped, words: Reader): KnownBlock[] {
  const { shown, left } = columnsFirst(view, listed);
  const lines = shown.map((column) => {
    const field = view.mapping[column.index] ?? null;
    const means = words.mrkdwn(`contacts.field.${field ?? 'unused'}`);
    const sample = column.samples[0];
    const example =
      sample === undefined
        ? ''
        : ` _${escapeMrkdwn(sampleOf(sample, field)).replace(/\s+/g, ' ')}_`;
    return `• ${escapeMrkdwn(columnName(column, words))} → *${means}*${example}`;
  });
  return [
    section(`*${words.say('contacts.preview.columns')}*\n${lines.join('\n')}`),
    ...(left > 0 ? [context(words.mrkdwn('contacts.preview.more-columns', { left }))] : []),
  ];
}

/** What of the file is not read: lines above its header, other sheets of a workbook. */
export function leftOut({ detected }: Pick<ImportView, 'detected'>, words: Reader): KnownBlock[] {
  const { headerAt, sheets } = detected;
  const lines: string[] = [];
  if (headerAt) {
    const { row, last } = headerAt;
    const values = { row, last, lines: last > row ? 2 : 1, above: row - 1 };
    lines.push(words.mrkdwn('contacts.preview.header-at', values));
  }
  if (sheets) {
    const others = sheets.others
      .slice(0, listedSheets)
      .map(({ name, rows }) =>
        words.mrkdwn('contacts.preview.other-sheet', { name: clamp(name, 31), rows }),
      );
    lines.push(
      words.mrkdwn('contacts.preview.one-sheet', {
        read: clamp(sheets.read, 31),
        more: Math.max(0, sheets.others.length - listedSheets),
      }),
      ...others,
    );
  }
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
}

/** A cell that holds a number keeps its last four digits only, whatever its column is taken for. */
export function sampleOf(sample: string, field: string | null): string {
  const short = clamp(sample, 40);
  const digits = short.replace(/\D/g, '').length;
  const isNumber = field?.startsWith('phone') || (field !== 'consent_date' && digits >= 10);
  return isNumber ? short.replace(/\d(?=(?:\D*\d){4})/g, '•') : short;
}
