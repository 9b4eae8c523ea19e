import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { TeamService } from '../team/index.ts';
import {
  type Campaign,
  type Seen,
  type Status,
  sourcesOfDecision,
  staleButton,
  wrongStatus,
} from './campaign.ts';
import type { CampaignStore, Progress } from './ports.ts';

export type ControlNeeds = {
  store: CampaignStore;
  team: Pick<TeamService, 'require'>;
  clock: Clock;
  realClock: Clock;
};

export type ControlService = ReturnType<typeof createControlService>;

/**
 * Pause, resume, cancel, kill switch: each acts at the next permit, within seconds. `seen` is what
 * whoever decides was looking at; `campaign.decided-since` when others decided in the meantime.
 */
export function createControlService({ store, team, clock, realClock }: ControlNeeds) {
  async function move(
    id: string,
    to: 'running' | 'paused' | 'canceled',
    by: string,
    { seen, reason }: { seen?: Seen | undefined; reason?: string } = {},
  ): Promise<Campaign> {
    const more = { ...(reason ? { reason } : {}), ...(seen ? { seen } : {}) };
    const moved = await store.move(id, to, { by, at: clock.now(), ...more });
    if (moved) return moved;
    const campaign = await store.find(id);
    if (!campaign) throw new Refusal('not-found', 'campaign.unknown');
    throw seen && sourcesOfDecision(to).includes(campaign.status)
      ? staleButton(campaign)
      : wrongStatus(campaign);
  }

  return {
    list: (statuses: readonly Status[], limit = 20): Promise<Campaign[]> =>
      store.list({ statuses, limit }),

    progress: (ids: readonly string[]): Promise<Map<string, Progress>> => store.progress(ids),

    async pause(id: string, by: string, seen?: Seen): Promise<Campaign> {
      await team.require(by, 'operator');
      return move(id, 'paused', by, { seen, reason: 'person' });
    },

    /** Goes on from the rows that are left; the audience is never asked again. */
    async resume(id: string, by: string, seen?: Seen): Promise<Campaign> {
      await team.require(by, 'approver');
      return move(id, 'running', by, { seen });
    },

    /** Final. What is queued is never sent; what was handed to the carrier cannot be called back. */
    async cancel(id: string, by: string, seen?: Seen): Promise<Campaign> {
      await team.require(by, 'operator');
      return move(id, 'canceled', by, { seen });
    },

    /** By the product itself, with its reason (`budget`, `double-send`, `carrier`, …). Already paused: nothing. */
    async pauseBySystem(
      id: string,
      reason: string,
      detail: Record<string, unknown> = {},
    ): Promise<boolean> {
      const change = { by: null, at: clock.now(), reason, detail };
      return (await store.move(id, 'paused', change)) !== null;
    },

    /** By the product itself: the account cannot send at all. */
    async killBySystem(reason: string): Promise<void> {
      await store.setKillSwitch(true, `system:${reason}`, clock.now());
    },

    /** One event of a kind for a campaign, however often it is noticed. */
    warnOnce: (id: string, kind: string, detail: Record<string, unknown>): Promise<void> =>
      store.recordOnce({ campaignId: id, kind, detail, actor: null, at: clock.now() }),

    warn: (id: string, kind: string, detail: Record<string, unknown>): Promise<void> =>
      store.record({ campaignId: id, kind, detail, actor: null, at: clock.now() }),

    /** Stops every send of every campaign and channel. Anybody who may draft may pull it. */
    async kill(by: string): Promise<boolean> {
      await team.require(by, 'operator');
      return store.setKillSwitch(true, by, clock.now());
    },

    /** Ends the stop of that very moment; another one since may have another reason. */
    async unkill(by: string, seen?: Date): Promise<boolean> {
      await team.require(by, 'approver');
      if (await store.setKillSwitch(false, by, clock.now(), seen)) return true;
      if (seen && (await store.killSwitch()).engaged) {
        throw new Refusal('conflict', 'campaign.stopped-since');
      }
      return false;
    },

    killSwitch: () => store.killSwitch(),

    /** Pump: says once of a campaign that goes on beyond its budget that it does. */
    warnBudgets: (): Promise<string[]> => store.warnBudgets(clock.now()),

    /** Pump: starts what is due and closes what is done. */
    async advance(): Promise<{ started: string[]; completed: string[] }> {
      const started = await store.startDue(clock.now());
      const completed = await store.completeDone(clock.now(), realClock.now());
      if (completed.length > 0) await store.recordTotals(completed);
      return { started, completed };
    },
  };
}
