import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { inTransaction } from '../../../src/adapters/db/database.ts';
import { slackEventStore } from '../../../src/adapters/db/slack-event-store.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

const at = new Date('2026-11-24T15:00:00.123Z');

describe('the audit log', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.close());
  beforeEach(async () => {
    await fresh.db.pool.query('truncate audit_log');
  });

  const append = (subject: string) =>
    inTransaction(fresh.db, (sql) =>
      appendAudit(sql, {
        at,
        actor: 'U1',
        action: 'campaign.approved',
        subject,
        detail: { version: 3, hash: 'é"x', editors: ['U2', 'U3'], none: null },
      }),
    );

  it('is one unbroken chain, however many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => append(`campaign:${i}`)));
    expect(await verifyChain(fresh.db.pool, 7)).toMatchObject({ intact: true, entries: 30 });
  });

  it('keeps nothing of a decision that was rolled back', async () => {
    await append('campaign:1');
    const undone = inTransaction(fresh.db, async (sql) => {
      await appendAudit(sql, { at, actor: 'U1', action: 'x.y', subject: 'z:1' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await append('campaign:2');
    expect(await verifyChain(fresh.db.pool)).toMatchObject({ intact: true, entries: 2 });
  });

  it.each([
    ['a changed detail', `update audit_log set detail = '{"version": 4}' where seq = 2`],
    ['a changed actor', `update audit_log set actor = 'U9' where seq = 2`],
    ['a changed time', `update audit_log set at = at + interval '1 ms' where seq = 2`],
    [
      'a recomputed previous hash',
      `update audit_log set previous_hash = repeat('0', 64) where seq = 2`,
    ],
  ])('shows %s', async (_what, tamper) => {
    for (const subject of ['a:1', 'a:2', 'a:3']) await append(subject);
    await fresh.db.pool.query(tamper);
    expect(await verifyChain(fresh.db.pool)).toMatchObject({ intact: false, brokenAt: 2 });
  });

  it('shows a removed entry', async () => {
    for (const subject of ['a:1', 'a:2', 'a:3']) await append(subject);
    await fresh.db.pool.query('delete from audit_log where seq = 2');
    expect(await verifyChain(fresh.db.pool)).toMatchObject({ intact: false, brokenAt: 3 });
  });
});

describe('events of Slack', () => {
  it('are new once, whoever asks at the same time, and forgotten after a day', async () => {
    const fresh = await freshDatabase();
    const events = slackEventStore(fresh.db);
    const answers = await Promise.all([1, 2, 3].map(() => events.firstTime('Ev1', at)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    await events.forgetOld(new Date(at.getTime() + 2 * 86_400_000));
    expect(await events.firstTime('Ev1', at)).toBe(true);
    await fresh.close();
  });
});
