import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { excludedAs, type Person } from './person.ts';
import type { Directory, MemberRow, TeamStore } from './ports.ts';
import { includes, isRole, type Role } from './role.ts';

/** A user who holds a role right now. */
export type Member = Person & { role: Role };

export type TeamService = ReturnType<typeof createTeamService>;

export function createTeamService({
  store,
  directory,
  clock,
}: {
  store: TeamStore;
  directory: Directory;
  clock: Clock;
}) {
  /** Null for everybody without a role: strangers, guests, bots, other teams, people who left. */
  async function member(userId: string): Promise<Member | null> {
    const role = await store.roleOf(userId);
    if (!role) return null;
    const person = await directory.person(userId);
    return person && !excludedAs(person) ? { ...person, role } : null;
  }

  /** Read anew at every click. Throws `Refusal('forbidden', 'team.no-role' | 'team.needs-role')`. */
  async function require(userId: string, role: Role): Promise<Member> {
    const found = await member(userId);
    if (!found) throw new Refusal('forbidden', 'team.no-role');
    if (!includes(found.role, role)) {
      throw new Refusal('forbidden', 'team.needs-role', { role, held: found.role });
    }
    return found;
  }

  return {
    member,
    require,

    list: (): Promise<MemberRow[]> => store.list(),

    /** An admin gives (`role`) or takes (`none`) a role. Nobody loses the last admin. */
    async setRole(by: string, userId: string, wanted: string): Promise<'changed' | 'unchanged'> {
      await require(by, 'admin');
      const role = wanted === 'none' ? null : wanted;
      if (role !== null && !isRole(role)) {
        throw new Refusal(
          'invalid',
          'team.unknown-role',
          { role: wanted },
          { role: 'team.choose-role' },
        );
      }
      if (role !== null) await mayHoldRole(userId);
      const outcome = await store.setRole({ userId, role, by, at: clock.now() });
      if (outcome === 'last-admin') throw new Refusal('conflict', 'team.last-admin');
      return outcome;
    },

    /** Roles that stand in the configuration (SLACK_ADMINS, the sandbox's four people). */
    seed: (members: readonly { userId: string; role: Role }[]): Promise<void> =>
      store.seed(members, clock.now()),
  };

  async function mayHoldRole(userId: string): Promise<void> {
    const person = await directory.person(userId);
    if (!person)
      throw new Refusal('not-found', 'team.unknown-person', {}, { user: 'team.choose-person' });
    const exclusion = excludedAs(person);
    if (exclusion) {
      throw new Refusal('forbidden', 'team.excluded', { exclusion, name: person.name });
    }
  }
}
