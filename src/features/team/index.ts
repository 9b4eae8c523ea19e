export { type Exclusion, excludedAs, type Person } from './person.ts';
export type { Directory, MemberRow, TeamStore } from './ports.ts';
export { includes, isRole, type Role, roles } from './role.ts';
export { createTeamService, type Member, type TeamService } from './service.ts';
