import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importStore } from '../../../src/adapters/db/import-store.ts';
import type { ImportStore, ReadyRow } from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { attestation, calmRun, importService, messyFile } from '../../support/imports.ts';

const people = 6_000;

/** A store whose passes take so many rows and then call `act` before the next ones. */
function troubled(store: ImportStore, act: (rows: readonly ReadyRow[]) => Promise<void>) {
  const left = { rows: 1_000, fired: false };
  return {
    ...store,
    async openPass(id: string) {
      const pass = await store.openPass(id);
      if (!pass) return null;
      return {
        ...pass,
        async stage(rows: readonly ReadyRow[]) {
          left.rows -= rows.length;
          if (left.rows < 0 && !left.fired) {
            left.fired = true;
            await act(rows);
          }
          await pass.stage(rows);
        },
      };
    },
  };
}

describe('an import that is interrupted while its file is read', { timeout: 60_000 }, () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
  });
  afterEach(() => fresh.close());

  async function interrupted(act: (rows: readonly ReadyRow[]) => Promise<void>) {
    const { content, expected } = messyFile(people);
    const store = importStore(fresh.db);
    const broken = importService(fresh.db, { store: troubled(store, act) });
    const { id } = await broken.start({ fileName: 'lista.csv', content, owner: 'U01ANA' });
    await broken.confirm(id, attestation, 'U01ANA');
    const failed = broken.run(id, calmRun()).then(
      () => null,
      (error: unknown) => error as Error,
    );
    return { id, failed, expected };
  }

  const again = (id: string) => importService(fresh.db).run(id, calmRun());

  it('by what reads it gives its connection and its lock back at once', async () => {
    const { id, failed, expected } = await interrupted(async () => {
      throw new Error('the process has had enough');
    });
    expect((await failed)?.message).toBe('the process has had enough');
    expect((await again(id)).counts).toMatchObject(expected);
  });

  it('by the end of its connection fails with that, and goes on later', async () => {
    const { id, failed, expected } = await interrupted(async () => {
      const { rowCount } = await fresh.db.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query like 'copy staged_rows%'`,
      );
      expect(rowCount).toBe(1);
    });
    const hung = delay(20_000).then(() => new Error('it hangs'));
    const error = await Promise.race([failed, hung]);
    // What the server said last, or what the socket says when that came too late to be read.
    expect(error?.message).toMatch(/terminat|connection|EPIPE|ECONNRESET/i);
    expect((await again(id)).counts).toMatchObject(expected);
  });

  it('by the database fails with what the database said', async () => {
    const { failed } = await interrupted(async (rows) => {
      const [first] = rows;
      if (first) Object.assign(first, { row: 'no number' });
    });
    expect((await failed)?.message).toMatch(/invalid input syntax for type integer/);
  });
});
