import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import type { ReadyRow } from '../../features/contacts/index.ts';

/** A text, or what no cell can hold: `\N` is null to COPY. */
const cell = (text: string | null): string => {
  if (text === null) return '\\N';
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
    : text;
};
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const yesNo = (value: boolean): string => (value ? 't' : 'f');

type Column = readonly [name: string, type: string, of: (row: ReadyRow) => string];

/** First what the row says, then what becomes of it if its number is new and stands in no other row. */
const columns: readonly Column[] = [
  ['phone', 'text', ({ value }) => value.phone],
  ['row', 'integer', ({ row }) => String(row)],
  ['name', 'text', ({ value }) => cell(value.name)],
  ['address_state', 'text', ({ value }) => cell(value.addressState)],
  ['city', 'text', ({ value }) => cell(value.city)],
  ['zip', 'text', ({ value }) => cell(value.zip)],
  ['segment', 'text', ({ value }) => cell(value.segment)],
  ['tags', 'text', ({ value }) => (value.tags.length ? cell(JSON.stringify(value.tags)) : '[]')],
  ['email', 'text', ({ value }) => cell(value.email)],
  ['notes', 'text', ({ value }) => cell(value.notes)],
  ['consent', 'text', ({ value }) => value.consent ?? '\\N'],
  ['consent_date', 'text', ({ value }) => value.consentDate ?? '\\N'],
  ['consent_text', 'text', ({ value }) => cell(value.consentText)],
  ['consent_source', 'text', ({ value }) => cell(value.consentSource)],
  ['opted_out', 'boolean', ({ value }) => yesNo(value.optedOut)],
  ['lone', 'boolean', ({ lone }) => yesNo(lone !== null)],
  ['state', 'text', ({ lone }) => lone?.draft.state ?? '\\N'],
  ['area_code', 'text', ({ lone }) => lone?.draft.areaCode ?? '\\N'],
  ['formatted_phone', 'text', ({ lone }) => lone?.draft.formattedPhone ?? '\\N'],
  ['timezone', 'text', ({ lone }) => lone?.draft.timezone ?? '\\N'],
  ['rule_states', 'text', ({ lone }) => lone?.draft.ruleStates.join(',') ?? '\\N'],
  ['zones', 'text', ({ lone }) => lone?.draft.zones.join(',') ?? '\\N'],
  ['new_segment', 'text', ({ lone }) => cell(lone?.draft.segment ?? null)],
  ['event_kind', 'text', ({ lone }) => lone?.event?.kind ?? '\\N'],
  ['event_basis', 'text', ({ lone }) => lone?.event?.basis ?? '\\N'],
  ['event_channels', 'text', ({ lone }) => lone?.event?.channels.join(',') ?? '\\N'],
  ['event_ref', 'text', ({ lone }) => cell(lone?.event?.sourceRef ?? null)],
  ['event_text', 'text', ({ lone }) => cell(lone?.event?.textShown ?? null)],
  ['event_attested', 'boolean', ({ lone }) => attestedOf(lone?.event?.evidence.attested)],
  ['given_at', 'timestamptz', ({ lone }) => lone?.event?.givenAt?.toISOString() ?? '\\N'],
  ['consent_sms', 'text', ({ lone }) => lone?.standing.sms ?? '\\N'],
  ['consent_whatsapp', 'text', ({ lone }) => lone?.standing.whatsapp ?? '\\N'],
  ['consent_call', 'text', ({ lone }) => lone?.standing.call ?? '\\N'],
  ['standing_at', 'timestamptz', ({ lone }) => lone?.standing.givenAt?.toISOString() ?? '\\N'],
  ['says', 'text', ({ lone }) => lone?.says ?? '\\N'],
];

const first = 'phone';

const attestedOf = (value: unknown): string => (typeof value === 'boolean' ? yesNo(value) : '\\N');

export async function createStaging(client: pg.PoolClient): Promise<void> {
  await client.query(
    `set work_mem = '32MB';
     create temporary table staged_rows (${columns.map(([name, type]) => `${name} ${type}`).join(', ')});
     create temporary table batch_numbers (phone text, alone boolean)`,
  );
}

export type StagingCopy = {
  write(rows: readonly ReadyRow[]): Promise<void>;
  /** What was written is in the table. */
  end(): Promise<void>;
  /** Gives the connection back for other statements, whatever was written. */
  abandon(): Promise<void>;
};

/**
 * One COPY for a whole file. Rows become text as soon as they are read, at the speed at which the
 * server takes it: a list of any length leaves no more than a batch of objects in memory.
 */
export function stagingCopy(client: pg.PoolClient): StagingCopy {
  const input = new PassThrough();
  const copied = pipeline(input, client.query(copyStreams.from('copy staged_rows from stdin')));
  // Awaited at every step; between two of them its failure must not count as unhandled.
  copied.catch(() => {});
  return {
    async write(rows) {
      for (let start = 0; start < rows.length; start += slice) {
        const goesOn = input.write(linesOf(rows.slice(start, start + slice)));
        await Promise.race([goesOn ? nextTurn() : once(input, 'drain'), copied]);
      }
    },
    async end() {
      input.end();
      await copied;
    },
    async abandon() {
      input.destroy();
      await copied.catch(() => {});
    },
  };
}

/** A turn for everybody else's work after so many. */
const slice = 200;

function linesOf(rows: readonly ReadyRow[]): Buffer {
  let lines = '';
  for (const row of rows) {
    // Added up, not joined: a million rows make no array of their cells.
    for (const [name, , of] of columns) lines += name === first ? of(row) : `\t${of(row)}`;
    lines += '\n';
  }
  return Buffer.from(lines);
}

/**
 * The rows by their numbers. Only the keys are sorted: the rows themselves are wide. Vacuumed, so
 * that a batch is found in the index alone.
 */
export async function indexStaging(client: pg.PoolClient): Promise<void> {
  await client.query('create index on staged_rows (phone, row) include (lone)');
  await client.query('vacuum (truncate off) staged_rows');
  await client.query('analyze staged_rows (phone, row)');
}

/** Where something may be known about a number, each with an index that begins with it. */
const places = {
  contact: 'phone_contacts where',
  entry: 'consent_events where',
  suppression: 'suppressions where lifted_at is null and',
  unread: `phone_communications where direction = 'inbound' and label = 'unclear' and`,
};

/** The last number of the batch (all its rows are in it), and where its range holds anything. */
const edgeSql = `
  with edge as materialized (
    select coalesce((select phone from staged_rows where phone > $1
                      order by phone, row offset $2 - 1 limit 1),
                    (select max(phone) from staged_rows where phone > $1)) as last
  )
  select last, array(${Object.entries(places)
    .map(
      ([name, from]) =>
        `select '${name}' where exists (select from ${from} phone > $1 and phone <= last)`,
    )
    .join(' union all ')}) as known
    from edge`;

/**
 * Fills `batch_numbers` with the next numbers after the cursor, about `size`; the last of them, or
 * null at the end. `alone` there: it stands in one row and nobody knows it.
 *
 * A number is looked up by its index, whatever the planner thinks of a table that was empty a
 * moment ago, and only where the range of the batch holds anything.
 */
export async function nextNumbers(
  client: pg.PoolClient,
  after: string,
  size: { numbers: number; known: number },
): Promise<string | null> {
  await client.query('truncate batch_numbers; set enable_seqscan = off');
  const edge = await client.query<{ last: string | null; known: (keyof typeof places)[] }>(
    edgeSql,
    [after, size.numbers],
  );
  const [{ last = null, known = [] } = {}] = edge.rows;
  if (last !== null) await fillBatch(client, { after, last, most: size.known }, known);
  await client.query('set enable_seqscan = on');
  const { rows } = await client.query<{ last: string | null }>(
    'select max(phone) as last from batch_numbers',
  );
  return rows[0]?.last ?? null;
}

async function fillBatch(
  client: pg.PoolClient,
  { after, last, most }: { after: string; last: string; most: number },
  known: readonly (keyof typeof places)[],
): Promise<void> {
  const lookups = known.map(
    (name) =>
      `left join lateral (select true as is from ${places[name]} phone = s.phone limit 1) ${name} on true`,
  );
  const unknown = known.map((name) => ` and ${name}.is is null`).join('');
  await client.query(
    `with candidates as (
       select phone, bool_and(lone) and count(*) = 1 as alone
         from staged_rows where phone > $1 and phone <= $2 group by phone
     )
     insert into batch_numbers
     select phone, alone
       from (select n.phone, n.alone,
                    sum((not n.alone)::int) over (order by n.phone rows unbounded preceding) as heavy
               from (select s.phone, s.alone${unknown} as alone
                       from candidates s ${lookups.join('\n')}) n) w
      where heavy <= $3`,
    [after, last, most],
  );
}
