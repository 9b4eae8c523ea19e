import { bareCopy } from './bare-copy.ts';
import { type Ground, servicesOf } from './ground.ts';
import { messyList } from './messy-list.ts';
import { figure, limited, type Row, rates } from './table.ts';

/** The import of a messy list, against COPY of the clean rows it ends with into the same table. */
export async function importing(ground: Ground): Promise<Row[]> {
  const { imports } = servicesOf(ground);
  const rows = ground.quick ? 2_000 : 15_000;
  const content = messyList(rows);
  const run = { touch: async () => {}, stopping: new AbortController().signal };
  const consent = {
    seller: 'Fly2Any',
    channels: ['sms' as const],
    textKept: 'Formulários assinados na loja',
  };

  const began = performance.now();
  const { id } = await imports.start({ fileName: 'contatos.csv', content, owner: 'bench' });
  await imports.confirm(id, consent, 'bench', { enqueue: false });
  const { counts } = await imports.run(id, run);
  const ms = performance.now() - began;

  const people = counts.created;
  const bareMs = await bareCopy(ground.db, 3);
  const name = `import of ${rows.toLocaleString('en-US')} messy rows`;
  return [
    limited(name, ms / 1000, { value: 6, unit: 's' }),
    rates(
      `${name}, against COPY of the clean ones`,
      (people / bareMs) * 1000,
      (rows / ms) * 1000,
      'rows/s',
    ),
    figure('  of these', `${people} new, ${counts.merged} merged, ${counts.rejected} rejected`),
  ];
}
