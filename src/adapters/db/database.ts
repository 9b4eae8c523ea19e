import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/**
 * One pool for both ways in: Prisma for single rows and simple reads, plain SQL for set-wise work,
 * locks and anything the send protocol depends on.
 * SQL results: timestamptz → Date, numeric and int8 → string (cast counts with `::int`).
 */
export type Database = {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
};

export type Sql = Pick<pg.PoolClient, 'query'>;

export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c timezone=UTC' });
  // An idle connection that the server closed (a restart) is replaced at the next query.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
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
