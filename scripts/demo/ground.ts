import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src/adapters/db/database.ts';
import { openEmbedded } from '../../src/adapters/db/embedded-server.ts';
import { freePort, type Running, startProduct, stopProduct } from './product.ts';
import { sandboxApi } from './sandbox-api.ts';

/** What the demo stands on: a database and a folder of its own, a port, and the processes it starts. */
export async function openGround() {
  const dataDir = await mkdtemp(join(tmpdir(), 'fly2any-demo-'));
  // Started by root, the database runs as an account that has to pass through here.
  await chmod(dataDir, 0o711);
  const server = await openEmbedded({ dataDir: join(dataDir, 'pg') });
  const db = connect(server.url);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'info',
    LOCALE: 'pt-BR',
  };
  const running: Running[] = [];
  const logLines: string[] = [];

  return {
    db,
    base,
    api: sandboxApi(base),
    /** What the processes logged. */
    logLines,
    async begin(role: 'web' | 'worker'): Promise<Running> {
      const one = await startProduct({ ...env, ROLE: role }, (line) => void logLines.push(line));
      running.push(one);
      return one;
    },
    async close(): Promise<void> {
      for (const one of running) await stopProduct(one);
      await db.close();
      await server.leave();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Ground = Awaited<ReturnType<typeof openGround>>;
