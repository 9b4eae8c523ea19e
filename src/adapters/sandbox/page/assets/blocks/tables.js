import { fill, h } from '../dom.js';
import { plainOf, richText } from '../text/rich-text.js';
import { t } from '../words.js';

function cellNode(cell, lookup) {
  if (cell.type === 'rich_text') return richText(cell, lookup);
  return cell.text ?? String(cell.value ?? '');
}

const cellText = (cell) => (cell.type === 'rich_text' ? plainOf(cell) : String(cell.text ?? ''));

/** The simple table: first row as headings, alignment per column. */
export function table(block, surface) {
  const lookup = surface.lookup();
  const settings = block.column_settings ?? [];
  const look = (index) => {
    const { align = 'left', is_wrapped: wrapped = false } = settings[index] ?? {};
    return { class: `align-${align} ${wrapped ? 'wrapped' : 'nowrap'}` };
  };
  const [head, ...body] = block.rows;
  return h(
    'div.table-wrap',
    { tabindex: '0', role: 'group', 'aria-label': t('table.name') },
    h(
      'table.grid',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          (head ?? []).map((cell, i) => h('th', look(i), cellNode(cell, lookup))),
        ),
      ),
      h(
        'tbody',
        null,
        body.map((row) =>
          h(
            'tr',
            null,
            row.map((cell, i) => h('td', look(i), cellNode(cell, lookup))),
          ),
        ),
      ),
    ),
  );
}

const compare = (a, b) =>
  a.type === 'raw_number' && b.type === 'raw_number'
    ? a.value - b.value
    : cellText(a).localeCompare(cellText(b), undefined, { numeric: true });

/** The big table: click a heading to sort, page through the rows; all of it here, none by the app. */
export function dataTable(block, surface) {
  const lookup = surface.lookup();
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? 5;
  const state = { column: -1, down: false, page: 0 };
  const body = h('tbody');
  const headings = head.map((cell, column) => heading(cell, column));
  const status = h('span.table-status', { role: 'status' });
  const previous = turner('‹', t('page.previous'), -1);
  const next = turner('›', t('page.next'), 1);

  function heading(cell, column) {
    const arrow = h('span.sort-arrow', { 'aria-hidden': 'true' }, '↕');
    const node = h(
      'th',
      { scope: 'col', 'aria-sort': 'none', class: isNumeric(column) ? 'align-right' : '' },
      h(
        'button.sort',
        {
          type: 'button',
          onclick: () => {
            state.down = state.column === column && !state.down;
            state.column = column;
            state.page = 0;
            draw();
          },
        },
        cellText(cell),
        arrow,
      ),
    );
    return { node, arrow };
  }

  function turner(mark, label, step) {
    return h(
      'button.pager',
      {
        type: 'button',
        'aria-label': label,
        onclick: () => {
          state.page += step;
          draw();
        },
      },
      mark,
    );
  }

  function isNumeric(column) {
    return rows.length > 0 && rows.every((row) => row[column]?.type === 'raw_number');
  }

  function sorted() {
    if (state.column < 0) return rows;
    const order = [...rows].sort((a, b) => compare(a[state.column], b[state.column]));
    return state.down ? order.reverse() : order;
  }

  function draw() {
    const from = state.page * size;
    const shown = sorted().slice(from, from + size);
    fill(
      body,
      shown.map((row) =>
        h(
          'tr',
          null,
          row.map((cell, i) =>
            i === block.row_header_column_index
              ? h('th', { scope: 'row' }, cellNode(cell, lookup))
              : h('td', { class: isNumeric(i) ? 'align-right' : '' }, cellNode(cell, lookup)),
          ),
        ),
      ),
    );
    headings.forEach(({ node, arrow }, column) => {
      const on = column === state.column;
      node.setAttribute('aria-sort', on ? (state.down ? 'descending' : 'ascending') : 'none');
      arrow.textContent = on ? (state.down ? '↓' : '↑') : '↕';
    });
    status.textContent = t('table.rows', {
      from: rows.length === 0 ? 0 : from + 1,
      to: from + shown.length,
      all: rows.length,
    });
    previous.disabled = state.page === 0;
    next.disabled = from + size >= rows.length;
  }

  draw();
  return h(
    'figure.data-table',
    null,
    h(
      'div.table-wrap',
      { tabindex: '0', role: 'group', 'aria-label': block.caption },
      h(
        'table.grid',
        null,
        h('caption', null, block.caption),
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            headings.map(({ node }) => node),
          ),
        ),
        body,
      ),
    ),
    h('div.table-foot', null, status, h('span', null, previous, next)),
  );
}
