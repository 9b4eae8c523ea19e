import type { Clock } from '../../../../shared/clock.ts';

/** A trigger id lives three seconds and opens one view. */
const lifetimeMs = 3_000;
/** How long a used or expired id is remembered, so that the error can say which. */
const rememberedMs = 600_000;

export type Trigger = {
  person: string;
  /** The modal in which the person acted, null when the act was elsewhere. */
  fromView: string | null;
  /** Where the person was. */
  channel: string | null;
};

export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export function createTriggers(clock: Clock, secret: () => string) {
  const issued = new Map<string, Trigger & { at: number; used: boolean }>();

  function forgetOld(now: number): void {
    for (const [id, { at }] of issued) {
      if (now - at < rememberedMs) return;
      issued.delete(id);
    }
  }

  /** What is wrong with it, or null. Does not use it up. */
  function problem(id: string): TriggerError | null {
    const trigger = issued.get(id);
    if (!trigger) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    const expired = clock.now().getTime() - trigger.at > lifetimeMs;
    return expired ? 'expired_trigger_id' : null;
  }

  return {
    issue(trigger: Trigger): string {
      const at = clock.now().getTime();
      forgetOld(at);
      const id = `${at}.${issued.size + 1}.${secret()}`;
      issued.set(id, { ...trigger, at, used: false });
      return id;
    },
    problem,
    find: (id: string): Trigger | undefined => issued.get(id),
    /** Uses it up. Only after `problem` said null. */
    take(id: string): Trigger | undefined {
      const trigger = issued.get(id);
      if (trigger) trigger.used = true;
      return trigger;
    },
  };
}

export type Triggers = ReturnType<typeof createTriggers>;
