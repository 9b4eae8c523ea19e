import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LookupFault } from '../../../src/adapters/sandbox/carrier/index.ts';
import { type CarrierDesk, carrierDesk } from '../../support/carrier.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, calmRun } from '../../support/imports.ts';
import { openNeustar, openNumverify, openTwilio } from '../../support/lookups.ts';
import { validationDesk } from '../../support/validations.ts';

const people = 200;

let fresh: FreshDatabase;
let carrier: CarrierDesk;
let asked: string[];
beforeEach(async () => {
  asked = [];
  fresh = await freshDatabase();
  carrier = await carrierDesk();
  await fresh.db.pool.query(
    `insert into phone_contacts (phone, state, area_code)
     select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203' from generate_series(1, $1) n`,
    [people],
  );
});
afterEach(async () => {
  await carrier.close();
  await fresh.close();
});

/** The real adapters over HTTP, against providers that fail as a test says. */
async function check(fault: (provider: string, n: number) => LookupFault) {
  carrier.carrier.setFaults({
    onLookup: (n, { provider, phone }) => {
      const made = fault(provider, n);
      if (made !== 'limited') asked.push(`${provider} ${phone}`);
      return made;
    },
  });
  const at = `${carrier.url}/sandbox/carrier`;
  // Long enough for a busy machine: only those who are silent on purpose time out.
  const options = { timeoutMs: 3_000 };
  const lookups = [openNumverify, openTwilio, openNeustar].map((open) => open(at, options));
  const service = validationDesk(fresh.db, aDay).service(lookups, { size: 100 });
  const { id } = await service.confirm({}, { maxCost: '6.2' }, 'U1');
  const report = await service.run(id, calmRun());
  const { rows } = await fresh.db.pool.query<{ sum: string; offline: number }>(
    `select sum(validation_cost) as sum,
            (count(*) filter (where provider = 'offline' and is_valid))::int as offline
       from phone_validations`,
  );
  return { report, paid: Number(rows[0]?.sum), offline: rows[0]?.offline };
}

describe('providers that fail over HTTP in the middle of a batch', () => {
  it.each<[string, (provider: string, n: number) => LookupFault]>([
    [
      'an error body with 200, from the thirtieth on',
      (name, n) => (name === 'numverify' && n > 30 ? 'used-up' : 'ok'),
    ],
    ['a key revoked', (name, n) => (name === 'numverify' && n > 30 ? 'refused' : 'ok')],
    [
      'a time-out now and then',
      (name, n) => (name === 'twilio' && n % 90 === 0 ? 'silence' : 'ok'),
    ],
    ['nonsense now and then', (name, n) => (name === 'twilio' && n % 40 === 0 ? 'html' : 'ok')],
    ['too fast now and then', (name, n) => (name === 'twilio' && n % 7 === 0 ? 'limited' : 'ok')],
    ['one that is down', (name) => (name === 'twilio' ? 'down' : 'ok')],
  ])('%s: nobody is lost, and nobody is asked twice', async (_, fault) => {
    const { report, paid, offline } = await check(fault);
    expect(report.batch).toMatchObject({ status: 'completed', checked: people });
    expect(report.valid + report.invalid + report.unknown).toBe(people);
    expect(report.unknown).toBe(0);
    expect(offline).toBe(people);
    expect(new Set(asked).size).toBe(asked.length);
    expect(paid).toBeCloseTo(report.batch.spent.toNumber(), 6);
    expect(report.batch.spent.lte('6.2')).toBe(true);
  });

  it('all of them down: it is paused, and nothing is lost but what may be charged', async () => {
    const { report } = await check(() => 'down');
    expect(report.batch).toMatchObject({
      status: 'paused',
      errorCode: 'validation.provider-unavailable',
    });
    expect(report.batch.resumeAt).not.toBeNull();
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(people);
  });
});
