import { existsSync } from 'node:fs';
import { type Config, readConfig } from './app/config.ts';
import { createLog } from './app/log.ts';
import { type Product, start } from './app/start.ts';

// What is set in the environment already wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');

let config: Config;
let product: Product;
try {
  config = readConfig(process.env);
  product = await start(config, createLog(config.logLevel));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}

if (product.url) {
  const what = config.mode === 'sandbox' ? 'Fly2Any Phone sandbox' : 'Fly2Any Phone';
  process.stdout.write(`${what} is ready: ${product.url}\n`);
} else {
  process.stdout.write('Fly2Any Phone worker is ready\n');
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await product.stop();
    process.exit();
  });
}
