import type { Application } from 'express';
import type { Door } from '../adapters/slack/app.ts';
import type { Carrier } from '../features/delivery/index.ts';
import type { Role } from '../features/team/index.ts';
import type { NumberLookup } from '../features/validation/index.ts';

export type TeamChannels = {
  approvals: string;
  digest: string;
  weekly: string;
  replies: string;
  alerts: string;
};

/**
 * Everything outside of this process and its database: Slack, the carrier, who may do what at
 * first. The sandbox pretends all of it; the real client libraries run in both.
 */
export type World = {
  slack: { token: string; apiUrl: string | null; channels: TeamChannels };
  /** How Slack reaches this process; null for a worker, which nobody talks to. */
  door: ((express: Application) => Door) | null;
  carrier: Carrier;
  /** Everybody who may be asked about a number. */
  lookups: readonly NumberLookup[];
  /** Whether the carrier itself sent this webhook. */
  verifyTwilio(request: {
    signature: string;
    pathAndQuery: string;
    params: Readonly<Record<string, string | string[]>>;
  }): boolean;
  /** What the sender may start per second, and its segments per day. */
  sender: { perSecond: number; dayLimit: number | null };
  members: readonly { userId: string; role: Role }[];
  simulated: boolean;
  /** Once the process can be reached. */
  begin(): Promise<void>;
  close(): Promise<void>;
};
