import type { Person } from './person.ts';
import type { Role } from './role.ts';

/** Who a Slack user is. May answer from a cache that is at most a minute old. */
export type Directory = {
  /** Null when the workspace does not know the id. Throws `Refusal('unavailable', 'team.directory')`. */
  person(userId: string): Promise<Person | null>;
};

export type MemberRow = { userId: string; role: Role; addedBy: string; updatedAt: Date };

export type TeamStore = {
  roleOf(userId: string): Promise<Role | null>;
  list(): Promise<MemberRow[]>;
  /**
   * Sets or (null) removes a role and writes the audit entry, in one transaction.
   * `last-admin` when it would leave nobody with the admin role; nothing is changed then.
   */
  setRole(change: {
    userId: string;
    role: Role | null;
    by: string;
    at: Date;
  }): Promise<'changed' | 'unchanged' | 'last-admin'>;
  /** Gives these users at least this role; a role that somebody has already is never lowered. */
  seed(members: readonly { userId: string; role: Role }[], at: Date): Promise<void>;
};
