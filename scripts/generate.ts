import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * Writes the Prisma client into src/adapters/db/generated. `prisma generate` insists on a schema
 * engine that it never runs and would download; any existing file satisfies it.
 */
const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  cwd: new URL('..', import.meta.url),
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  },
});
if (status !== 0) {
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}The Prisma client could not be generated.\n`);
  process.exitCode = 1;
}
