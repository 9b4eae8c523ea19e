import { describe, expect, it } from 'vitest';
import { createPumps } from '../../../src/adapters/jobs/pumps.ts';

const quiet = () => {};
const day = 86_400_000;

describe('a pump', () => {
  it('runs again and again, never twice at a time', async () => {
    const pumps = createPumps(quiet);
    let [runs, now, most] = [0, 0, 0];
    pumps.pump('p', 1, async () => {
      runs += 1;
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
      return undefined;
    });
    pumps.start();
    await expect.poll(() => runs).toBeGreaterThan(5);
    await pumps.stop();
    expect(most).toBe(1);
  });

  it('asks again at once while there is more, and after a wake', async () => {
    const pumps = createPumps(quiet);
    let runs = 0;
    pumps.pump('p', day, async () => {
      runs += 1;
      return runs < 3;
    });
    pumps.start();
    await expect.poll(() => runs).toBe(3);
    pumps.wake('p');
    await expect.poll(() => runs).toBe(4);
    await pumps.stop();
  });

  it('woken while it runs runs once more', async () => {
    const pumps = createPumps(quiet);
    let runs = 0;
    pumps.pump('p', day, async () => {
      runs += 1;
      if (runs === 1) pumps.wake('p');
      return undefined;
    });
    pumps.start();
    await expect.poll(() => runs).toBe(2);
    await pumps.stop();
  });

  it('goes on after a failure, which it tells', async () => {
    const told: string[] = [];
    const pumps = createPumps((name, error) => told.push(`${name}: ${error.message}`));
    let runs = 0;
    pumps.pump('p', 1, async () => {
      runs += 1;
      if (runs < 3) throw new Error('away');
      return undefined;
    });
    pumps.start();
    await expect.poll(() => runs).toBeGreaterThan(3);
    await pumps.stop();
    expect(told).toEqual(['p: away', 'p: away']);
  });

  it('is asked to leave at a stop, which waits for it', async () => {
    const pumps = createPumps(quiet);
    let left = false;
    pumps.pump('p', day, async (stopping) => {
      await new Promise((leave) => stopping.addEventListener('abort', leave));
      left = true;
      return true;
    });
    pumps.start();
    await pumps.stop();
    expect(left).toBe(true);
  });

  it('has a name of its own', () => {
    const pumps = createPumps(quiet);
    pumps.pump('p', day, async () => undefined);
    expect(() => pumps.pump('p', day, async () => undefined)).toThrow('two pumps');
  });
});
