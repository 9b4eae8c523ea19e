import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { teamStore } from '../../../src/adapters/db/team-store.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

const at = new Date('2026-11-24T15:00:00Z');

describe('the team in the database', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.close());
  beforeEach(async () => {
    await fresh.db.pool.query('truncate team_members, audit_log');
  });

  it('starts empty: nobody gets a role by being first', async () => {
    expect(await teamStore(fresh.db).roleOf('U1')).toBeNull();
    expect(await teamStore(fresh.db).list()).toEqual([]);
  });

  it('is seeded without lowering anybody', async () => {
    const store = teamStore(fresh.db);
    await store.seed(
      [
        { userId: 'U1', role: 'admin' },
        { userId: 'U2', role: 'viewer' },
      ],
      at,
    );
    await store.seed(
      [
        { userId: 'U1', role: 'viewer' },
        { userId: 'U2', role: 'operator' },
      ],
      at,
    );
    expect((await store.list()).map(({ userId, role }) => [userId, role])).toEqual([
      ['U1', 'admin'],
      ['U2', 'operator'],
    ]);
  });

  it('writes each change of a role to the audit log, and a change to nothing not', async () => {
    const store = teamStore(fresh.db);
    await store.seed([{ userId: 'U1', role: 'admin' }], at);
    expect(await store.setRole({ userId: 'U2', role: 'operator', by: 'U1', at })).toBe('changed');
    expect(await store.setRole({ userId: 'U2', role: 'operator', by: 'U1', at })).toBe('unchanged');
    expect(await store.setRole({ userId: 'U2', role: null, by: 'U1', at })).toBe('changed');
    const { rows } = await fresh.db.pool.query(
      'select actor, action, subject, detail from audit_log order by seq',
    );
    expect(rows).toEqual([
      {
        actor: 'U1',
        action: 'team.role-set',
        subject: 'user:U2',
        detail: { before: null, after: 'operator' },
      },
      {
        actor: 'U1',
        action: 'team.role-set',
        subject: 'user:U2',
        detail: { before: 'operator', after: null },
      },
    ]);
    expect(await verifyChain(fresh.db.pool)).toMatchObject({ intact: true, entries: 2 });
  });

  it('keeps one admin when two remove each other at the same moment', async () => {
    const store = teamStore(fresh.db);
    await store.seed(
      [
        { userId: 'U1', role: 'admin' },
        { userId: 'U2', role: 'admin' },
      ],
      at,
    );
    const outcomes = await Promise.all([
      store.setRole({ userId: 'U1', role: null, by: 'U2', at }),
      store.setRole({ userId: 'U2', role: 'viewer', by: 'U1', at }),
    ]);
    expect([...outcomes].sort()).toEqual(['changed', 'last-admin']);
    expect((await store.list()).filter(({ role }) => role === 'admin')).toHaveLength(1);
  });
});
