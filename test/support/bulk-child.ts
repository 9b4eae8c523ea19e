/** A worker that says how far it is, to be killed in the middle: `tsx bulk-child.ts URL BULK`. */
import { connect } from '../../src/adapters/db/database.ts';
import { bulkServices } from './bulk.ts';
import { tuesday } from './delivery.ts';

const [url = '', bulkId = ''] = process.argv.slice(2);
const { bulks } = bulkServices(connect(url), { now: () => tuesday }, { atOnce: 20 });
const run = { touch: async () => {}, stopping: new AbortController().signal };
await bulks.run(bulkId, run, (done) => void process.stdout.write(`${done}\n`));
