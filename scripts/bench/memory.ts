import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { familyOf, memoryOf } from '../demo/memory.ts';
import { figure, type Row } from './table.ts';

/** Only Linux says what processes share. */
export const canWeigh = process.platform === 'linux';

/** Proportional set sizes in MB of a bot and of its own database server, with all their processes. */
export async function scales(pid: number, dataDir: string) {
  const server = await serverOf(dataDir);
  return async () => {
    if (!canWeigh) return { bot: 0, database: 0, together: 0 };
    const bot = await memoryOf(await familyOf(pid, server));
    const database = await memoryOf(await familyOf(server));
    return { bot, database, together: bot + database };
  };
}

export async function databaseMemory(dataDir: string, when: string): Promise<Row[]> {
  if (!canWeigh) return [];
  const family = await familyOf(await serverOf(dataDir));
  return [figure(`memory of the database ${when}`, `${await memoryOf(family)} MB`)];
}

async function serverOf(dataDir: string): Promise<number> {
  const pidFile = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8');
  return Number(pidFile.split('\n')[0]);
}
