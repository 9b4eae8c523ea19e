import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/adapters/db/database.ts';
import { check, say, seconds } from './account.ts';
import { saveCharts } from './charts.ts';
import { ackFigures, campaignFigures, importFigures, validationFigures } from './figures.ts';
import type { Ground } from './ground.ts';
import { memoryOf } from './memory.ts';
import { ended, type Running } from './product.ts';
import { judge } from './promises.ts';
import {
  approveCampaign,
  buildCampaign,
  importContacts,
  lookAround,
  type People,
  people,
  read,
  validateNumbers,
} from './script.ts';
import { openRows, resumeAfterTrip, settle, until } from './settling.ts';
import { nextMorning, nextTuesday } from './tuesday.ts';

const campaignName = 'Férias de verão';

/** The whole path, from a file to the digest of the day, with a worker killed on the way. */
export async function tellStory(ground: Ground, contactsFile: string, out: string): Promise<void> {
  const { db, base, api } = ground;
  const web = await ground.begin('web');
  const first = await ground.begin('worker');
  const tuesday = nextTuesday(new Date());
  await api.moveClock(tuesday);
  say(
    `ready: web after ${seconds(web.readyMs)}, worker after ${seconds(first.readyMs)} (carrier and Slack are simulated)`,
  );

  const cast = people(base);
  const viewer = lookAround(cast);
  const report = await importContacts(cast, contactsFile);
  const imported = await importFigures(db);
  say(`imported in ${seconds(imported.ms)}: ${report.split('\n')[0]}`);

  await validateNumbers(cast);
  const validation = await validationFigures(db);
  say(`validated ${validation.checked} numbers: ${JSON.stringify(validation.by_line_type)}`);

  await approval(cast);
  const worker = await killed(ground, first, cast);
  await settle(ground, cast, campaignName);
  await delay(9_000);
  say('everything is settled, replies have come in');

  await viewer.stop();
  const campaign = await campaignFigures(db, campaignName, await api.carrierLog());
  const memory = await memoryOf([web.pid, worker.pid, ...(await serverPids(db))]);
  await api.moveClock(nextMorning(tuesday));
  const digest = await cast.marcus.waitForMessage(
    'campaigns-digest',
    (m) => m.user === null,
    60_000,
  );
  const charts = await saveCharts(cast, digest, out);
  const acks = ackFigures(await cast.ana.acks());

  const summary = {
    import: imported,
    validation,
    campaign: campaign.summary,
    digest: { channel: 'campaigns-digest', text: digest.text, charts },
    slack: acks,
  };
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  judge({ imported, campaign, charts, acks });
  say(`memory (proportional): ${memory} MB for both bot processes and the database`);
}

async function approval(cast: People): Promise<void> {
  await buildCampaign(cast, campaignName);
  const card = await approveCampaign(cast, campaignName);
  say('a second person approved the campaign');
  const decided = await cast.marcus.waitForMessage(
    'approvals',
    (m) => m.ts === card.ts && m.edited,
    20_000,
  );
  check(!read(decided).includes('Approve'), 'the decided card offers no approval any more');
}

/** Ends the worker in the middle of the send, and begins another one. */
async function killed(ground: Ground, worker: Running, cast: People): Promise<Running> {
  const { db } = ground;
  const { open: total } = await openRows(db);
  const aThird = async () => {
    await resumeAfterTrip(db, cast, campaignName);
    return (await openRows(db)).done > total / 3;
  };
  await until('a third of the messages', aThird, 120);
  worker.child.kill('SIGKILL');
  await ended(worker.child);
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from phone_communications where status = 'calling'`,
  );
  say(`killed the worker with -9; ${rows[0]?.n ?? 0} calls were under way`);
  const another = await ground.begin('worker');
  say(`another worker is ready after ${seconds(another.readyMs)}`);
  return another;
}

async function serverPids(db: Database): Promise<number[]> {
  const { rows } = await db.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity union select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int`,
  );
  return rows.map(({ pid }) => pid);
}
