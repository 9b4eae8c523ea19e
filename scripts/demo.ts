import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { problems, say } from './demo/account.ts';
import { openGround } from './demo/ground.ts';
import { tellStory } from './demo/story.ts';

const { values } = parseArgs({
  options: { contacts: { type: 'string' }, out: { type: 'string' } },
});
if (!values.contacts || !values.out) {
  process.stderr.write('usage: npm run demo -- --contacts FILE --out DIR\n');
  process.exit(2);
}
const out = resolve(values.out);
await mkdir(out, { recursive: true });
const ground = await openGround();

let failed: unknown = null;
try {
  await tellStory(ground, resolve(values.contacts), out);
} catch (error) {
  failed = error;
}
await ground.close();
await writeFile(join(out, 'product.log'), `${ground.logLines.join('\n')}\n`);
if (failed) say(`FAIL  ${failed instanceof Error ? failed.message : String(failed)}`);
say(
  failed || problems.length > 0
    ? `the demo failed; see ${join(out, 'product.log')}`
    : `done; ${join(out, 'summary.json')}`,
);
process.exitCode = failed || problems.length > 0 ? 1 : 0;
