import { connect } from '../../src/adapters/db/database.ts';
import { openEmbedded } from '../../src/adapters/db/embedded-server.ts';

/**
 * A process that uses the embedded database: `node --import tsx embedded-child.ts DATA_DIR [writer]`.
 * Says `url …`, as a writer `ack n` for every row that was committed, and leaves at SIGTERM.
 */
const [dataDir = '', writer] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const server = await openEmbedded({ dataDir, onLost: (error) => say(`lost ${error.message}`) });
const db = connect(server.url);
let leaving = false;
process.once('SIGTERM', () => {
  leaving = true;
});
say(`url ${server.url}`);

if (writer) await db.pool.query('create table if not exists written (n bigserial primary key)');
while (!leaving) {
  if (writer) {
    const rows = await db.pool
      .query('insert into written default values returning n')
      .catch(() => null);
    if (rows) say(`ack ${rows.rows[0].n}`);
  }
  await new Promise((done) => setTimeout(done, 2));
}
await db.close();
await server.leave();
say('left');
