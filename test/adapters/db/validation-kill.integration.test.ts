import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import { createValidationService } from '../../../src/features/contacts/index.ts';
import { type CarrierDesk, carrierDesk } from '../../support/carrier.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { openNumverify, openTwilio } from '../../support/lookups.ts';

const people = 600;
const child = join(import.meta.dirname, '../../support/validation-child.ts');

let fresh: FreshDatabase;
let desk: CarrierDesk;
/** Every question that reached a provider, as the provider's own side counts it. */
let asked: string[];
let running: ChildProcess | null = null;
beforeEach(async () => {
  asked = [];
  fresh = await freshDatabase();
  desk = await carrierDesk({
    faults: {
      onLookup: (_, { provider, phone }) => {
        asked.push(`${provider} ${phone}`);
        return 'ok';
      },
    },
  });
  await fresh.db.pool.query(
    `insert into phone_contacts (phone, state, area_code)
     select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203' from generate_series(1, $1) n`,
    [people],
  );
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await desk.close();
  await fresh.close();
});

function work(batchId: string) {
  const args = ['--import', 'tsx', child, fresh.url, `${desk.url}/sandbox/carrier`, batchId];
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running = started;
  let said = '';
  started.stdout.on('data', (text) => {
    said += text;
  });
  return { process: started, said: () => said };
}

/** Providers that have been asked something and not answered it yet, as far as is written. */
async function askedNow(): Promise<number> {
  const { rows } = await fresh.db.pool.query<{ n: number }>(
    `select count(distinct provider)::int as n from phone_validations where answered_at is null
        and validated_at > (select max(validated_at) - interval '1 second' from phone_validations)`,
  );
  return rows[0]?.n ?? 0;
}

it('a process that is killed in the middle asks nobody twice, and no number is lost', async () => {
  const service = createValidationService({
    store: validationStore(fresh.db),
    lookups: [openNumverify(desk.url), openTwilio(desk.url)],
    jobs: { enqueue: async () => {} },
    clock: { now: () => new Date() },
    monotonic: () => performance.now(),
    wait: async () => {},
  });
  const { id } = await service.confirm({}, { maxCost: '6.6' }, 'U1');

  for (const kills of [1, 2]) {
    const before = asked.length;
    const { process: victim } = work(id);
    await expect
      .poll(() => asked.length, { interval: 2, timeout: 60_000 })
      .toBeGreaterThan(before + 130);
    // Rounds of both are under way: it dies between them.
    await expect.poll(askedNow, { interval: 1, timeout: 60_000 }).toBe(2);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    expect((await service.get(id)).status, `after ${kills}`).toBe('running');
  }
  const last = work(id);
  await once(last.process, 'exit');
  expect(last.said()).toContain('ended completed');

  expect(new Set(asked).size).toBe(asked.length);
  const report = await service.report(id);
  expect(report.batch).toMatchObject({ status: 'completed', checked: people });
  expect(report.valid + report.invalid + report.unknown).toBe(people);
  // What was being asked when it died is counted as paid, and never more than was agreed to.
  for (const { unanswered } of report.byProvider) expect(unanswered).toBeLessThanOrEqual(200);
  const lost = report.byProvider.reduce((sum, { unanswered }) => sum + unanswered, 0);
  expect(report.batch.spent.lte('6.6')).toBe(true);
  expect(report.batch.unsettled).toBeLessThanOrEqual(lost);
}, 180_000);
