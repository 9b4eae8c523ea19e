import type { Clock } from '../../../../shared/clock.ts';

/** Message stamps and ids in Slack's shapes. A stamp is unique and never smaller than the last. */
export function createIdentifiers(clock: Clock, randomHex: (bytes: number) => string) {
  let lastMicros = 0;

  const upper = (length: number) => randomHex(length).toUpperCase().slice(0, length);

  return {
    /** `1763823955.000200`: seconds and microseconds of the message clock. */
    stamp(): string {
      lastMicros = Math.max(clock.now().getTime() * 1000, lastMicros + 1);
      const text = String(lastMicros);
      return `${text.slice(0, -6)}.${text.slice(-6)}`;
    },
    /** After a restart new stamps have to lie after those that exist. */
    resumeAfter(stamp: string): void {
      lastMicros = Math.max(lastMicros, Number(stamp.replace('.', '')) || 0);
    },
    id: (prefix: string): string => `${prefix}${upper(10)}`,
    blockId: (): string => randomHex(3).slice(0, 5),
    secret: (): string => randomHex(16),
    hash: (): string => `${Math.floor(clock.now().getTime() / 1000)}.${randomHex(4)}`,
  };
}

export type Identifiers = ReturnType<typeof createIdentifiers>;

export const secondsOf = (stamp: string): number => Number(stamp);
