import type { MemberRow, Role, TeamStore } from '../../features/team/index.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction } from './database.ts';

export function teamStore(db: Database): TeamStore {
  return {
    async roleOf(userId) {
      const { rows } = await db.pool.query<{ role: Role }>(
        'select role from team_members where slack_user_id = $1',
        [userId],
      );
      return rows[0]?.role ?? null;
    },

    async list() {
      const { rows } = await db.pool.query<MemberRow>(
        `select slack_user_id as "userId", role, added_by as "addedBy", updated_at as "updatedAt"
           from team_members
          order by array_position(array['admin', 'approver', 'operator', 'viewer'], role), slack_user_id`,
      );
      return rows;
    },

    setRole: ({ userId, role, by, at }) =>
      inTransaction(db, async (sql) => {
        // One change at a time, so that two admins cannot remove each other.
        await sql.query('lock table team_members in share row exclusive mode');
        const { rows } = await sql.query<{ userId: string; role: Role }>(
          'select slack_user_id as "userId", role from team_members',
        );
        const before = rows.find((row) => row.userId === userId)?.role ?? null;
        if (before === role) return 'unchanged';
        const otherAdmin = rows.some((row) => row.role === 'admin' && row.userId !== userId);
        if (before === 'admin' && !otherAdmin) return 'last-admin';
        if (role === null) {
          await sql.query('delete from team_members where slack_user_id = $1', [userId]);
        } else {
          await sql.query(
            `insert into team_members (slack_user_id, role, added_by, created_at, updated_at)
             values ($1, $2, $3, $4, $4)
             on conflict (slack_user_id) do update set role = $2, added_by = $3, updated_at = $4`,
            [userId, role, by, at],
          );
        }
        await appendAudit(sql, {
          at,
          actor: by,
          action: 'team.role-set',
          subject: `user:${userId}`,
          detail: { before, after: role },
        });
        return 'changed';
      }),

    async seed(members, at) {
      await db.pool.query(
        `insert into team_members (slack_user_id, role, added_by, created_at, updated_at)
         select user_id, role, 'configuration', $3, $3
           from unnest($1::text[], $2::text[]) as seeds (user_id, role)
         on conflict (slack_user_id) do update set role = excluded.role, updated_at = excluded.updated_at
          where array_position(array['viewer', 'operator', 'approver', 'admin'], team_members.role)
              < array_position(array['viewer', 'operator', 'approver', 'admin'], excluded.role)`,
        [members.map((member) => member.userId), members.map((member) => member.role), at],
      );
    },
  };
}
