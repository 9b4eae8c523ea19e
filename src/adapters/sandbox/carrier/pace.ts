import type { Span } from './carrier-options.ts';
import { chance } from './odds.ts';

/** Waits that end with the carrier, and are the same for the same message. */
export function createPauses() {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    /** Never resolves once the carrier is closed. */
    pause([least, most]: Span, ...key: string[]): Promise<void> {
      const ms = least + (most - least) * chance('pace', ...key);
      return new Promise((done) => {
        if (closed) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          done();
        }, ms);
        timers.add(timer.unref());
      });
    },
    close(): void {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Pauses = ReturnType<typeof createPauses>;
