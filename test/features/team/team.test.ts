import { describe, expect, it } from 'vitest';
import {
  createTeamService,
  excludedAs,
  includes,
  type Person,
  type Role,
  roles,
} from '../../../src/features/team/index.ts';

const person = (more: Partial<Person> = {}): Person => ({
  userId: 'U1',
  name: 'Ana',
  locale: 'pt-BR',
  timeZone: 'America/New_York',
  deactivated: false,
  bot: false,
  guest: false,
  external: false,
  ...more,
});

function team(people: Record<string, Person | null>, held: Record<string, Role>) {
  const changes: unknown[] = [];
  const service = createTeamService({
    clock: { now: () => new Date('2026-11-24T15:00:00Z') },
    directory: { person: async (userId) => people[userId] ?? null },
    store: {
      roleOf: async (userId) => held[userId] ?? null,
      list: async () => [],
      seed: async () => {},
      setRole: async (change) => {
        changes.push(change);
        return change.userId === 'U_LAST' ? 'last-admin' : 'changed';
      },
    },
  });
  return { ...service, changes };
}

describe('roles', () => {
  it.each(roles.map((role, i) => [role, roles.slice(0, i + 1)] as const))(
    '%s includes exactly %j',
    (held, included) => {
      expect(roles.filter((needed) => includes(held, needed))).toEqual(included);
    },
  );

  it.each(['deactivated', 'bot', 'guest', 'external'] as const)(
    'are not for somebody %s',
    async (flag) => {
      expect(excludedAs(person({ [flag]: true }))).toBe(flag);
      const { require, member } = team({ U1: person({ [flag]: true }) }, { U1: 'admin' });
      expect(await member('U1')).toBeNull();
      await expect(require('U1', 'viewer')).rejects.toMatchObject({ code: 'team.no-role' });
    },
  );

  it('are asked for by name: too little is refused with both', async () => {
    const { require } = team({ U1: person() }, { U1: 'operator' });
    await expect(require('U1', 'approver')).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'team.needs-role',
      values: { role: 'approver', held: 'operator' },
    });
    expect(await require('U1', 'viewer')).toMatchObject({ role: 'operator', locale: 'pt-BR' });
  });

  it('are never held by a stranger', async () => {
    await expect(team({ U2: person() }, {}).require('U2', 'viewer')).rejects.toMatchObject({
      code: 'team.no-role',
    });
  });
});

describe('an admin', () => {
  const people = {
    U_ADMIN: person(),
    U_OP: person(),
    U2: person(),
    U_GUEST: person({ guest: true }),
  };
  const held = { U_ADMIN: 'admin', U_OP: 'approver', U_LAST: 'admin' } as const;

  it('gives and takes roles', async () => {
    const { setRole, changes } = team(people, held);
    await setRole('U_ADMIN', 'U2', 'operator');
    await setRole('U_ADMIN', 'U2', 'none');
    expect(changes).toMatchObject([
      { userId: 'U2', role: 'operator', by: 'U_ADMIN' },
      { userId: 'U2', role: null },
    ]);
  });

  it.each([
    ['U_OP', 'U2', 'admin', 'team.needs-role'],
    ['U_ADMIN', 'U2', 'owner', 'team.unknown-role'],
    ['U_ADMIN', 'U_NOBODY', 'viewer', 'team.unknown-person'],
    ['U_ADMIN', 'U_GUEST', 'viewer', 'team.excluded'],
    ['U_ADMIN', 'U_LAST', 'none', 'team.last-admin'],
  ])('%s making %s %s is refused: %s', async (by, userId, role, code) => {
    await expect(team(people, held).setRole(by, userId, role)).rejects.toMatchObject({ code });
  });
});
