import pg from 'pg';
import type { PrismaClient } from './generated/client.ts';

/**
 * One pool for both ways in: Prisma for single rows and simple reads, plain SQL for set-wise work,
 * locks and anything the send protocol depends on.
 * SQL results: timestamptz → Date, numeric and int8 → string (cast counts with `::int`).
 */
export type Database = {
  readonly pool: pg.Pool;
  /** Loaded when it is first asked for: its model of the tables weighs more than a whole import. */
  prisma(): Promise<PrismaClient>;
  close(): Promise<void>;
};

export type Sql = Pick<pg.PoolClient, 'query'>;

export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c timezone=UTC' });
  // An idle connection that the server closed (a restart) is replaced at the next query.
  pool.on('error', () => {});
  // One in use tells its own work, query by query, and must not end the process beside it.
  pool.on('connect', (client) => void client.on('error', () => {}));
  let prisma: Promise<PrismaClient> | undefined;
  return {
    pool,
    prisma() {
      prisma ??= prismaOn(pool);
      return prisma;
    },
    async close() {
      await (await prisma)?.$disconnect();
      await pool.end();
    },
  };
}

async function prismaOn(pool: pg.Pool): Promise<PrismaClient> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { PrismaClient } = await import('./generated/client.ts');
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
}

/** Runs `work` in one transaction (READ COMMITTED: each statement sees a fresh snapshot). */
export async function inTransaction<T>(
  db: Database,
  work: (sql: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
