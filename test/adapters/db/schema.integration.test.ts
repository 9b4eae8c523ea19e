import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

/** One column as Prisma's schema and as PostgreSQL's catalogue tell it. */
type Column = { table: string; column: string; type: string; nullable: boolean };

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** What Prisma writes for each type, without the attribute and with it. */
const plain: Record<string, string> = {
  String: 'text',
  Boolean: 'boolean',
  Int: 'integer',
  BigInt: 'bigint',
  Json: 'jsonb',
  Bytes: 'bytea',
  'String[]': 'text[]',
  'Unsupported("interval")': 'interval',
};
const native: Record<string, (size: string) => string> = {
  Uuid: () => 'uuid',
  VarChar: (size) => `character varying(${size})`,
  Decimal: (size) => `numeric(${size.replace(' ', '')})`,
  Timestamptz: () => 'timestamp with time zone',
  Date: () => 'date',
};

type Field = { name: string; type: string; rest: string };

const models = [
  ...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) \{\n(.*?)^\}/gms),
].map(([, model = '', body = '']) => {
  const lines = body.split('\n').map((line) => line.replace(/\/\/.*/, '').trim());
  const fields = lines.flatMap((line): Field[] => {
    const [, name = '', type = '', rest = ''] = /^(\w+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    return name ? [{ name, type, rest }] : [];
  });
  return { model, table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model, fields, lines };
});
const modelNames = new Set(models.map(({ model }) => model));

function columnOf(table: string, { name, type, rest }: Field): Column[] {
  const bare = type.replace(/\?$/, '');
  if (modelNames.has(bare.replace('[]', ''))) return [];
  const [, db = '', size = ''] = /@db\.(\w+)(?:\(([^)]*)\))?/.exec(rest) ?? [];
  return [
    {
      table,
      column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name,
      type: native[db]?.(size) ?? plain[bare] ?? `unknown ${type}`,
      nullable: type.endsWith('?'),
    },
  ];
}

const byName = (a: Column, b: Column) =>
  `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`);

describe('schema.prisma', () => {
  it('says what the migrations make: the same tables, columns, types and nulls', async () => {
    const { rows } = await fresh.db.pool.query<Column>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
              not a.attnotnull as nullable
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
         and not a.attisdropped and c.relname <> '_prisma_migrations'`,
    );
    const columns = models.flatMap(({ table, fields }) =>
      fields.flatMap((field) => columnOf(table, field)),
    );
    expect(columns.sort(byName)).toEqual(rows.sort(byName));
  });

  it('names keys, unique columns and references as the migrations do', async () => {
    const { rows } = await fresh.db.pool.query<{ table: string; kind: string; columns: string }>(
      `select conrelid::regclass::text as table, contype as kind,
              (select string_agg(a.attname, ',' order by k.n)
               from unnest(conkey) with ordinality k (attnum, n)
               join pg_attribute a on a.attrelid = conrelid and a.attnum = k.attnum) as columns
       from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
         and conrelid::regclass::text <> '_prisma_migrations'`,
    );
    const made = rows.map(({ table, kind, columns }) => `${table} ${kind} ${columns}`);
    expect(models.flatMap(constraintsOf).sort()).toEqual(made.sort());
  });

  it('has a client that reads every table', async () => {
    const names = models.map(({ model }) => model);
    const prisma = await fresh.db.prisma();
    const client = new Map(Object.entries(prisma));
    const counts = names.map((name) => client.get(name.charAt(0).toLowerCase() + name.slice(1)));
    expect(counts.every((delegate) => delegate !== undefined)).toBe(true);
    expect(await prisma.killSwitch.count()).toBe(1);
    expect(await prisma.phoneCommunication.findMany()).toEqual([]);
  });
});

function constraintsOf({ table, fields, lines }: (typeof models)[number]): string[] {
  const columns = new Map(
    fields.map(({ name, rest }) => [name, /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name]),
  );
  const mapped = (list: string) =>
    list
      .split(/,\s*/)
      .map((name) => columns.get(name) ?? name)
      .join(',');
  const single = fields.flatMap(({ name, rest }) => [
    ...(/@id\b/.test(rest) ? [`${table} p ${mapped(name)}`] : []),
    ...(/@unique\b/.test(rest) ? [`${table} u ${mapped(name)}`] : []),
    ...[...rest.matchAll(/fields: \[([^\]]+)\]/g)].map(([, f = '']) => `${table} f ${mapped(f)}`),
  ]);
  // A unique index under a name of its own is an index, not a constraint.
  const whole = lines.flatMap((line) => {
    const [, kind = '', list = ''] = /^@@(id|unique)\(\[([^\]]+)\]\)/.exec(line) ?? [];
    return kind ? [`${table} ${kind === 'id' ? 'p' : 'u'} ${mapped(list)}`] : [];
  });
  return [...single, ...whole];
}
