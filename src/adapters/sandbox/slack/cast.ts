import type { Person } from './page-contract.ts';

/** Who and what a pretend workspace consists of. Ids have the shape of Slack's. */

export type Team = { id: string; name: string; domain: string };

/** The app as Slack knows it. */
export type BotIdentity = { userId: string; botId: string; appId: string; name: string };

export type ChannelSpec = {
  id: string;
  name: string;
  isPrivate?: boolean;
  /** Default true. When false the app has to join, or to hold `chat:write.public`. */
  botIsMember?: boolean;
};

export const sandboxTeam: Team = { id: 'T0FLY2ANY01', name: 'Fly2Any', domain: 'fly2any' };

export const sandboxBot: BotIdentity = {
  userId: 'U0FLY2ANYBT',
  botId: 'B0FLY2ANY01',
  appId: 'A0FLY2ANY01',
  name: 'fly2any',
};

const tz = 'America/New_York';

export const sandboxPeople = {
  ana: { id: 'U01ANARIBEI', name: 'Ana Ribeiro', title: 'operator', locale: 'pt-BR', tz },
  marcus: { id: 'U01MARCUSRE', name: 'Marcus Reed', title: 'approver', locale: 'en-US', tz },
  vera: { id: 'U01VERALIMA', name: 'Vera Lima', title: 'viewer', locale: 'pt-BR', tz },
  alex: { id: 'U01ALEXSTON', name: 'Alex Stone', title: 'admin', locale: 'en-US', tz },
} as const satisfies Record<string, Person>;

export const sandboxChannels = {
  approvals: { id: 'C01APPROVAL', name: 'approvals' },
  digest: { id: 'C01CAMPDIGE', name: 'campaigns-digest' },
  weekly: { id: 'C01WEEKLYRE', name: 'weekly' },
  replies: { id: 'C01REPLIESX', name: 'replies' },
  alerts: { id: 'C01ALERTSXX', name: 'alerts' },
  general: { id: 'C01GENERALX', name: 'general' },
} as const satisfies Record<string, ChannelSpec>;

/** The conversation between one person and the app. */
export const dmOf = (personId: string): string => `D${personId.slice(1)}`;
