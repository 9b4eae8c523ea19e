/** Asks "what is due now?" and does it. `true` = there is more: ask again at once. */
export type Pump = (stopping: AbortSignal) => Promise<boolean | undefined>;

export type Pumps = {
  /** Runs `work` every so many milliseconds, never twice at a time in this process. */
  pump(name: string, everyMs: number, work: Pump): void;
  /** Runs it as soon as it can, e.g. because a person approved something. */
  wake(name: string): void;
  start(): void;
  /** Asks running work to leave and waits for it. */
  stop(): Promise<void>;
};

/** The longest pause after failures in a row, in milliseconds. */
const longestPause = 30_000;

/**
 * Plain timers, and a process of each kind may run them: what is due stands in the tables, so an
 * overlap finds nothing to do twice, and after a crash the next process simply asks again.
 */
export function createPumps(onError: (name: string, error: Error) => void): Pumps {
  const table = new Map<string, ReturnType<typeof loop>>();
  const stop = new AbortController();
  return {
    pump(name, everyMs, work) {
      if (table.has(name)) throw new Error(`There are two pumps named ${name}.`);
      table.set(
        name,
        loop(everyMs, work, stop.signal, (error) => onError(name, error)),
      );
    },
    wake: (name) => table.get(name)?.wake(),
    start() {
      for (const { start } of table.values()) start();
    },
    async stop() {
      stop.abort();
      await Promise.all([...table.values()].map(({ leave }) => leave()));
    },
  };
}

function loop(
  everyMs: number,
  work: Pump,
  stopping: AbortSignal,
  onError: (error: Error) => void,
): { start(): void; wake(): void; leave(): Promise<void> } {
  let wanted = false;
  let endPause = () => {};
  let running: Promise<void> | undefined;

  const pause = (ms: number) =>
    new Promise<void>((done) => {
      if (wanted || stopping.aborted) return done();
      const timer = setTimeout(done, ms);
      endPause = () => {
        clearTimeout(timer);
        done();
      };
    });
  const run = async () => {
    let failures = 0;
    while (!stopping.aborted) {
      wanted = false;
      let more: boolean | undefined;
      try {
        more = await work(stopping);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!stopping.aborted) onError(error instanceof Error ? error : new Error(String(error)));
      }
      if (!more)
        await pause(
          Math.min(everyMs * 2 ** Math.min(failures, 16), Math.max(everyMs, longestPause)),
        );
    }
  };
  return {
    start: () => {
      running ??= run();
    },
    wake() {
      wanted = true;
      endPause();
    },
    async leave() {
      endPause();
      await running;
    },
  };
}
