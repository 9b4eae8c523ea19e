import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  claimCarrier,
  claimInstance,
  readSandbox,
  saveSandbox,
} from '../../../src/adapters/db/instance.ts';
import { createProductClock } from '../../../src/adapters/db/product-clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aRunningCampaign, somePeople } from '../../support/delivery.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

describe('a database', () => {
  it.each([
    ['sandbox', 'live', /made-up people/],
    ['live', 'sandbox', /real contacts/],
  ] as const)('of the %s mode refuses the %s mode', async (first, second, why) => {
    await claimInstance(fresh.db, first);
    await claimInstance(fresh.db, first);
    await expect(claimInstance(fresh.db, second)).rejects.toThrow(why);
  });

  it('claimed by two modes at once goes to one of them', async () => {
    const claims = Array.from({ length: 8 }, (_, n) =>
      claimInstance(fresh.db, n % 2 ? 'live' : 'sandbox'),
    );
    const results = await Promise.allSettled(claims);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  });

  describe('and its carrier', () => {
    beforeEach(() => claimInstance(fresh.db, 'live'));

    it('stays real once it is', async () => {
      await claimCarrier(fresh.db, 'real');
      await claimCarrier(fresh.db, 'real');
      await expect(claimCarrier(fresh.db, 'simulated')).rejects.toThrow(
        /belongs to a real carrier/,
      );
    });

    it('may become real while the simulation has left nothing behind', async () => {
      await somePeople(fresh.db, 2);
      await claimCarrier(fresh.db, 'simulated');
      await claimCarrier(fresh.db, 'real');
      await expect(claimCarrier(fresh.db, 'simulated')).rejects.toThrow();
    });

    it.each([
      [
        'an answer',
        `insert into phone_communications (type, direction, status, phone, message, label, carrier_id)
                     values ('sms', 'inbound', 'received', '+12035550000', 'START', 'opt_in', 'SM1')`,
      ],
      [
        'a number check',
        `insert into phone_validations (phone_contact_id, provider, answered_at)
                          select id, 'twilio', now() from phone_contacts limit 1`,
      ],
    ])('never becomes real after %s of the simulation', async (_, trace) => {
      await somePeople(fresh.db, 2);
      await claimCarrier(fresh.db, 'simulated');
      await fresh.db.pool.query(trace);
      await claimCarrier(fresh.db, 'simulated');
      await expect(claimCarrier(fresh.db, 'real')).rejects.toThrow(/simulated carrier/);
    });

    it('never becomes real after a message into the simulation', async () => {
      await somePeople(fresh.db, 1);
      await aRunningCampaign(fresh.db, { people: 1 });
      await claimCarrier(fresh.db, 'simulated');
      await fresh.db.pool.query(
        `insert into delivery_attempts (communication_id, n, phone, channel, sender_id, token, reserved, attempted_at, call_started_at)
         select id, 1, phone, type, 'fly2any', 'x', 0.01, now(), now() from phone_communications limit 1`,
      );
      await expect(claimCarrier(fresh.db, 'real')).rejects.toThrow(/simulated carrier/);
    });
  });

  it('tells a process beside the sandbox where its world listens', async () => {
    const shape = z.object({ slackUrl: z.string() });
    await claimInstance(fresh.db, 'sandbox');
    expect(await readSandbox(fresh.db, shape)).toBeNull();
    await saveSandbox(fresh.db, { slackUrl: 'http://127.0.0.1:1' });
    expect(await readSandbox(fresh.db, shape)).toEqual({ slackUrl: 'http://127.0.0.1:1' });
    await saveSandbox(fresh.db, { old: 'shape' });
    expect(await readSandbox(fresh.db, shape)).toBeNull();
  });
});

describe('the product clock', () => {
  const hour = 3_600_000;
  const drift = (clock: { now(): Date }) => clock.now().getTime() - Date.now();

  it('moved in one process is soon moved in another', async () => {
    await claimInstance(fresh.db, 'sandbox');
    const mine = createProductClock(fresh.db, { mode: 'sandbox' });
    const theirs = createProductClock(fresh.db, { mode: 'sandbox' });
    await theirs.start();
    await mine.advance(2 * hour);
    expect(mine.offsetMs()).toBe(2 * hour);
    await expect.poll(() => theirs.offsetMs(), { timeout: 2000 }).toBe(2 * hour);
    expect(Math.abs(drift(theirs) - 2 * hour)).toBeLessThan(50);
    await theirs.stop();
  });

  it('only goes forward, and to a moment once', async () => {
    await claimInstance(fresh.db, 'sandbox');
    const clock = createProductClock(fresh.db, { mode: 'sandbox' });
    const moment = new Date(Date.now() + 3 * hour);
    await Promise.all([clock.advanceTo(moment), clock.advanceTo(moment), clock.advanceTo(moment)]);
    expect(Math.abs(clock.now().getTime() - moment.getTime())).toBeLessThan(1000);
    const before = clock.offsetMs();
    await clock.advance(-hour);
    await clock.advanceTo(new Date(0));
    expect(clock.offsetMs()).toBe(before);
  });

  it('adds up what two processes move at the same moment', async () => {
    await claimInstance(fresh.db, 'sandbox');
    const clock = createProductClock(fresh.db, { mode: 'sandbox' });
    await Promise.all(Array.from({ length: 5 }, () => clock.advance(hour)));
    expect(clock.offsetMs()).toBe(5 * hour);
  });

  it('is the real one in live mode and cannot be moved', async () => {
    await claimInstance(fresh.db, 'live');
    const clock = createProductClock(fresh.db, { mode: 'live' });
    await clock.start();
    await expect(clock.advance(hour)).rejects.toThrow('sandbox');
    await expect(clock.advanceTo(new Date(Date.now() + hour))).rejects.toThrow('sandbox');
    expect(Math.abs(drift(clock))).toBeLessThan(50);
  });
});
