import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DeadJob } from '../../src/adapters/jobs/agenda-queue.ts';
import type { JobNeeds, JobSystem } from '../../src/adapters/jobs/job-system.ts';
import { type JobHandler, on } from '../../src/adapters/jobs/on.ts';
import { Refusal } from '../../src/shared/errors.ts';
import { defineJob } from '../../src/shared/jobs.ts';

const sent = defineJob('tests.sent', z.object({ id: z.string() }), { maxRetries: 2 });
const waiting = { timeout: 10_000, interval: 20 };

type Options = Pick<JobNeeds, 'leaseMs'>;
export type OpenSystem = (
  options: Pick<JobNeeds, 'onDead' | 'onError' | 'lookEveryMs' | 'retryDelayMs' | 'leaseMs'>,
) => Promise<JobSystem>;

/** What every store of jobs must do. `open` gives a process its own connection to the same store. */
export function describeJobQueue(store: string, open: OpenSystem): void {
  describe(`the job queue on ${store}`, () => {
    let systems: JobSystem[];
    let dead: DeadJob[];
    let seen: string[];
    beforeEach(() => {
      [systems, dead, seen] = [[], [], []];
    });
    afterEach(async () => {
      for (const system of systems) await system.stop(2000);
    });

    /** A process that answers `sent` with this work; without work it only enqueues. */
    const process = async (work?: JobHandler, options: Options = {}) => {
      const system = await open({
        onDead: (job) => dead.push(job),
        onError: () => {},
        lookEveryMs: 40,
        retryDelayMs: 30,
        ...options,
      });
      systems.push(system);
      if (work) {
        system.handle([work]);
        await system.start();
      }
      return system;
    };
    const note = on(sent, async ({ id }) => seen.push(id));

    it('brings a job from one process to another, with its payload', async () => {
      const web = await process();
      await process(note);
      await web.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => seen, waiting).toEqual(['a']);
    });

    it('keeps a job until some process answers it', async () => {
      const web = await process();
      await web.queue.enqueue(sent, { id: 'a' });
      await web.stop();
      await process(note);
      await expect.poll(() => seen, waiting).toEqual(['a']);
    });

    it('shares jobs between workers, each running once', async () => {
      const web = await process();
      const ids = Array.from({ length: 40 }, (_, n) => `job ${n}`);
      await Promise.all(ids.map((id) => web.queue.enqueue(sent, { id })));
      await process(note);
      await process(note);
      await expect.poll(() => seen.length, waiting).toBe(40);
      expect([...seen].sort()).toEqual([...ids].sort());
    });

    it('refuses a payload of the wrong shape at once', async () => {
      const web = await process();
      const wrong = defineJob('tests.sent', z.object({ id: z.string().min(5) }));
      await expect(web.queue.enqueue(wrong, { id: 'a' })).rejects.toThrow();
    });

    it('does not run a stored payload that no longer fits, and does not try it again', async () => {
      const web = await process();
      await web.queue.enqueue(defineJob('tests.sent', z.object({ old: z.number() })), { old: 1 });
      await process(note);
      await expect.poll(() => dead, waiting).toHaveLength(1);
      expect(dead[0]).toMatchObject({ job: 'tests.sent', attempts: 1, refused: true });
      expect(seen).toEqual([]);
    });

    it.each([
      ['conflict', 1, true],
      ['unavailable', 3, false],
    ] as const)('tries work that was refused as %s %i times', async (kind, times, refused) => {
      const worker = await process(
        on(sent, async ({ id }) => {
          seen.push(id);
          throw new Refusal(kind, 'tests.refused');
        }),
      );
      await worker.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => dead, waiting).toHaveLength(1);
      expect(seen).toHaveLength(times);
      expect(dead[0]).toMatchObject({ payload: { id: 'a' }, attempts: times, refused });
    });

    it('tries failing work again, waiting longer each time, until it succeeds', async () => {
      const moments: number[] = [];
      const worker = await process(
        on(sent, async () => {
          moments.push(performance.now());
          if (moments.length < 3) throw new Error('not yet');
        }),
      );
      await worker.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => moments, waiting).toHaveLength(3);
      const [first = 0, second = 0, third = 0] = moments;
      expect(second - first).toBeGreaterThan(20);
      expect(third - second).toBeGreaterThan(40);
      expect(dead).toEqual([]);
    });

    it('tells once, with the error, when nothing helped', async () => {
      const worker = await process(
        on(sent, async () => {
          throw new Error('broken');
        }),
      );
      await worker.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => dead, waiting).toHaveLength(1);
      expect(dead[0]).toMatchObject({ attempts: 3, refused: false });
      expect(dead[0]?.error.message).toBe('broken');
    });

    it('replaces a job that waits under the same key', async () => {
      const web = await process();
      await web.queue.enqueue(sent, { id: 'first' }, { key: 'k' });
      await web.queue.enqueue(sent, { id: 'other' }, { key: 'other' });
      await web.queue.enqueue(sent, { id: 'second' }, { key: 'k' });
      await process(note);
      await expect.poll(() => [...seen].sort(), waiting).toEqual(['other', 'second']);
    });

    it('loses nothing that was enqueued while a job with the same key ran', async () => {
      let finish = () => {};
      const worker = await process(
        on(sent, async ({ id }) => {
          seen.push(id);
          if (id === 'first') await new Promise<void>((done) => (finish = done));
        }),
      );
      await worker.queue.enqueue(sent, { id: 'first' }, { key: 'k' });
      await expect.poll(() => seen, waiting).toEqual(['first']);
      await worker.queue.enqueue(sent, { id: 'second' }, { key: 'k' });
      finish();
      await expect.poll(() => seen, waiting).toEqual(['first', 'second']);
    });

    it('runs at least one of many enqueued at the same moment under one key', async () => {
      const web = await process();
      const other = await process();
      await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 ? web : other).queue.enqueue(sent, { id: 'same' }, { key: 'k' }),
        ),
      );
      await process(note);
      await expect.poll(() => seen, waiting).toContain('same');
    });

    it('asks a running job to leave at a stop, and runs it again in the next process', async () => {
      const first = await process(
        on(sent, async ({ id }, { stopping }) => {
          seen.push(`${id} begun`);
          await new Promise((leave) => stopping.addEventListener('abort', leave));
        }),
      );
      await first.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => seen, waiting).toEqual(['a begun']);
      await first.stop();
      await process(note);
      await expect.poll(() => seen, waiting).toEqual(['a begun', 'a']);
    });

    it('gives a job whose process went silent to another; it may then run beside itself', async () => {
      let finish = () => {};
      const silent = on(sent, async ({ id }) => {
        seen.push(`${id} begun`);
        await new Promise<void>((done) => (finish = done));
        seen.push(`${id} ended late`);
      });
      const first = await process(silent, { leaseMs: 400 });
      await first.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => seen, waiting).toEqual(['a begun']);
      // Cut off from the store while it works, as a killed or frozen process would be.
      await first.stop(0);
      await process(note, { leaseMs: 400 });
      await expect.poll(() => seen, waiting).toEqual(['a begun', 'a']);
      finish();
      await expect.poll(() => seen, waiting).toEqual(['a begun', 'a', 'a ended late']);
    });

    it('leaves a long job alone while it touches', async () => {
      let done = false;
      const long = on(sent, async ({ id }, { touch }) => {
        seen.push(id);
        for (const end = performance.now() + 1500; performance.now() < end; ) {
          await touch();
          await new Promise((next) => setTimeout(next, 50));
        }
        done = true;
      });
      const first = await process(long, { leaseMs: 500 });
      await process(long, { leaseMs: 500 });
      await first.queue.enqueue(sent, { id: 'a' });
      await expect.poll(() => done, waiting).toBe(true);
      expect(seen).toEqual(['a']);
    });
  });
}
