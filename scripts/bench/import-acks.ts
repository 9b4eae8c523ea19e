import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sandboxChannels, sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { importContacts, people } from '../demo/script.ts';
import { acts, every, post } from './busy.ts';
import { canWeigh, scales } from './memory.ts';
import { messyList } from './messy-list.ts';
import { figure, limited, quantile, type Row } from './table.ts';

const patience = 15 * 60_000;

/**
 * The running product while a list of the size that a form takes is imported in Slack, with somebody
 * at its slash commands ten times a second.
 */
export async function whileImporting({
  baseUrl,
  pid,
  dataDir,
  rows,
}: {
  baseUrl: string;
  pid: number;
  dataDir: string;
  rows: number;
}): Promise<Row[]> {
  const cast = people(baseUrl);
  const file = join(dataDir, 'grande.csv');
  await writeFile(file, messyList(rows));
  const weigh = await scales(pid, dataDir);
  const before = (await cast.ana.acks()).length;
  let most = 0;
  const watch = every(1_000, async () => {
    most = Math.max(most, (await weigh()).bot);
  });
  let act = 0;
  const person = every(100, () =>
    post(`${baseUrl}/sandbox/api/command`, {
      as: sandboxPeople.vera.id,
      channel: sandboxChannels.general.id,
      text: acts[act++ % acts.length],
    }),
  );
  const began = performance.now();
  await importContacts(cast, file, patience).finally(() =>
    Promise.all([person.stop(), watch.stop()]),
  );
  const seconds = (performance.now() - began) / 1000;
  const acks = (await cast.ana.acks()).slice(before).map(({ ms }) => ms);
  const count = acks.length.toLocaleString('en-US');
  return [
    figure(
      `import of ${rows.toLocaleString('en-US')} rows in Slack, preview and all`,
      `${seconds.toFixed(1)} s`,
    ),
    limited(`  Slack acks meanwhile, p99 of ${count}`, quantile(acks, 0.99), {
      value: 500,
      unit: 'ms',
    }),
    limited('  Slack acks meanwhile, slowest', Math.max(...acks), {
      value: 2_500,
      unit: 'ms',
      inclusive: true,
    }),
    ...(canWeigh
      ? [limited('  memory of the bot meanwhile, at the most', most, { value: 400, unit: 'MB' })]
      : []),
  ];
}
