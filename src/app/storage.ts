import { connect, type Database } from '../adapters/db/database.ts';
import { openEmbedded } from '../adapters/db/embedded-server.ts';
import { claimInstance, type Mode } from '../adapters/db/instance.ts';
import { migrate } from '../adapters/db/migrate.ts';
import { createProductClock, type ProductClock } from '../adapters/db/product-clock.ts';
import type { Clock } from '../shared/clock.ts';

export type Storage = {
  readonly db: Database;
  readonly url: string;
  readonly clock: ProductClock;
  close(): Promise<void>;
};

/**
 * The database, ready to be used: given by `databaseUrl`, or the project's own server on `dataDir`
 * (joined when it runs already). Migrated, stamped with its mode, its clock ticking.
 */
export async function openStorage(
  {
    databaseUrl,
    dataDir,
    mode,
    clock: real,
  }: { databaseUrl: string | null; dataDir: string; mode: Mode; clock?: Clock | undefined },
  onLost: (error: Error) => void,
): Promise<Storage> {
  const own = databaseUrl ? null : await openEmbedded({ dataDir, onLost });
  const url = databaseUrl ?? own?.url ?? '';
  const db = connect(url, { max: 12 });
  const clock = createProductClock(db, { mode, real });
  const close = async () => {
    await clock.stop();
    await db.close();
    await own?.leave();
  };
  try {
    await migrate(db);
    await claimInstance(db, mode);
    await clock.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { db, url, clock, close };
}
