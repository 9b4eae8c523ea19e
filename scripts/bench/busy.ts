import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sandboxChannels, sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { approveCampaign, buildCampaign, importContacts, people } from '../demo/script.ts';
import { nextTuesday } from '../demo/tuesday.ts';
import { canWeigh, scales } from './memory.ts';
import { messyList } from './messy-list.ts';
import { figure, limited, quantile, type Row } from './table.ts';

/** What somebody types meanwhile. */
export const acts = [
  '/campaign list',
  '/contacts find Silva',
  '/fly',
  '/campaign help',
  '/contacts help',
];

export type Busy = {
  baseUrl: string;
  pid: number;
  dataDir: string;
  rows: number;
  mostSeconds: number;
};

/**
 * The running product while it imports and sends, with somebody at its slash commands ten times a
 * second: how fast it acknowledges, and what it and its database weigh.
 */
export async function whileBusy({
  baseUrl,
  pid,
  dataDir,
  rows,
  mostSeconds,
}: Busy): Promise<Row[]> {
  const cast = people(baseUrl);
  await post(`${baseUrl}/sandbox/api/clock`, { to: nextTuesday(new Date()).toISOString() });
  const file = join(dataDir, 'contatos.csv');
  await writeFile(file, messyList(rows));
  const weigh = await scales(pid, dataDir);
  let most = 0;
  const watch = every(1_000, async () => {
    most = Math.max(most, (await weigh()).together);
  });
  let act = 0;
  const person = every(100, () =>
    post(`${baseUrl}/sandbox/api/command`, {
      as: sandboxPeople.vera.id,
      channel: sandboxChannels.general.id,
      text: acts[act++ % acts.length],
    }),
  );
  const work = async () => {
    await importContacts(cast, file);
    await buildCampaign(cast, 'Férias de verão');
    await approveCampaign(cast, 'Férias de verão');
    return untilSent(baseUrl, mostSeconds);
  };
  const sent = await work().finally(() => Promise.all([person.stop(), watch.stop()]));
  const acks = (await cast.ana.acks()).map(({ ms }) => ms);
  const { bot, database, together } = await weigh();
  return [
    figure(
      `while busy: ${rows.toLocaleString('en-US')} rows imported, messages sent`,
      `${sent.toLocaleString('en-US')}`,
    ),
    limited(
      `Slack acks while busy, p50 of ${acks.length.toLocaleString('en-US')}`,
      quantile(acks, 0.5),
      { value: 500, unit: 'ms' },
    ),
    limited('Slack acks while busy, p99', quantile(acks, 0.99), { value: 500, unit: 'ms' }),
    limited('Slack acks while busy, slowest', Math.max(...acks), {
      value: 2_500,
      unit: 'ms',
      inclusive: true,
    }),
    ...(canWeigh
      ? [
          figure('memory of the bot after that', `${bot} MB`),
          figure('memory of the database after that', `${database} MB`),
          limited('memory of both after that', together, { value: 700, unit: 'MB' }),
          limited('memory of both at the most', Math.max(most, together), {
            value: 700,
            unit: 'MB',
          }),
        ]
      : [figure('memory (can be measured on Linux only)', 'not measured')]),
  ];
}

/** How many messages the carrier took, once the campaign has nothing left or the time is up. */
async function untilSent(baseUrl: string, mostSeconds: number): Promise<number> {
  const end = performance.now() + mostSeconds * 1_000;
  let before = -1;
  for (;;) {
    await delay(4_000);
    const response = await fetch(`${baseUrl}/sandbox/api/carrier-log`);
    const log = (await response.json()) as { direction: string }[];
    const sent = log.filter(({ direction }) => direction === 'outbound-api').length;
    if (performance.now() > end || (sent > 0 && sent === before)) return sent;
    before = sent;
  }
}

/** Starts `work` at fixed moments, however long the last one takes; `stop` waits for all of them. */
export function every(ms: number, work: () => Promise<unknown>) {
  const underWay = new Set<Promise<unknown>>();
  let failure: unknown = null;
  const timer = setInterval(() => {
    const one = work()
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => underWay.delete(one));
    underWay.add(one);
  }, ms);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      if (failure) throw failure;
    },
  };
}

export async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}
