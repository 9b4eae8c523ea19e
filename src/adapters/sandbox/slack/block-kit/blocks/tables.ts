import {
  all,
  byType,
  type Check,
  complain,
  flag,
  isRecord,
  list,
  number,
  oneOf,
  onlyOn,
  shape,
  text,
  whole,
} from '../check.ts';
import { richText } from '../rich-text.ts';
import { textLength } from '../size.ts';
import { block } from './block.ts';

/** `table` and `data_table`. Where Slack's pages disagree on a limit, the smaller one. */

const cell: Check = byType({
  raw_text: shape({ text: text(10_000) }),
  raw_number: shape({ value: number, text: text(255) }),
  rich_text: richText,
});

const rows = (max: number): Check => list(list(cell, { max: 20 }), { max });

const rowsOf = (value: unknown): unknown[][] =>
  isRecord(value) && Array.isArray(value.rows) ? value.rows.filter(Array.isArray) : [];

const textOfTables =
  (limit: number): Check =>
  (value, path, walk) => {
    walk.tableText += textLength(rowsOf(value));
    if (walk.tableText > limit) complain(walk, path, `tables exceed ${limit} characters`);
  };

const onlyOne: Check = (_value, path, walk) => {
  walk.tables += 1;
  if (walk.tables > 1) {
    complain(walk, path, 'only one table allowed', 'only_one_table_allowed');
  }
};

const evenRows: Check = (value, path, walk) => {
  const [header, ...others] = rowsOf(value);
  others.forEach((row, index) => {
    if (row.length !== header?.length) {
      complain(
        walk,
        `${path}/rows/${index + 1}`,
        'every row must have as many cells as the header',
      );
    }
  });
  if (header?.some((entry) => isRecord(entry) && entry.type === 'rich_text')) {
    complain(walk, `${path}/rows/0`, 'the header row must not hold rich_text');
  }
};

const columnSettings = list(
  (value, path, walk) => {
    if (value === null) return;
    shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag })(value, path, walk);
  },
  { max: 20 },
);

export const tableBlocks: Readonly<Record<string, Check>> = {
  table: onlyOn(
    ['message'],
    all(
      block({ rows: rows(100) }, { column_settings: columnSettings }),
      onlyOne,
      textOfTables(10_000),
    ),
  ),
  data_table: onlyOn(
    ['message'],
    all(
      block(
        { rows: list(list(cell, { max: 20 }), { min: 2, max: 101 }), caption: text(2000) },
        { page_size: whole(1, 100), row_header_column_index: whole(0, 19) },
      ),
      evenRows,
      textOfTables(10_000),
    ),
  ),
};
