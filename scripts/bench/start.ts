import { freePort, type Running, startProduct, stopProduct } from '../demo/product.ts';
import { limited, type Row } from './table.ts';

/**
 * The real product, started on an empty folder (with nothing compiled yet, its database still to be
 * made), stopped, and started again; the second one keeps running.
 */
export async function startTwice(
  dataDir: string,
  log: (line: string) => void,
): Promise<{ rows: Row[]; running: Running; baseUrl: string }> {
  const port = await freePort();
  // What the compiler kept of earlier runs lies in the folder for temporary files.
  const env = {
    ROLE: 'all',
    DATA_DIR: dataDir,
    PORT: String(port),
    TMPDIR: dataDir,
    LOCALE: 'pt-BR',
  };
  const first = await startProduct(env, log);
  await stopProduct(first);
  const running = await startProduct(env, log);
  const rows = [
    limited('first start to ready', first.readyMs / 1000, { value: 10, unit: 's' }),
    limited('second start to ready', running.readyMs / 1000, { value: 5, unit: 's' }),
  ];
  return { rows, running, baseUrl: `http://127.0.0.1:${port}` };
}
