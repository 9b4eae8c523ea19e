import { validationStore } from '../../src/adapters/db/contact-validation-store.ts';
import { connect } from '../../src/adapters/db/database.ts';
import { createValidationService } from '../../src/features/contacts/index.ts';
import { openNumverify, openTwilio } from './lookups.ts';

/**
 * A worker on a batch of lookups, to be killed: `node --import tsx validation-child.ts DATABASE
 * CARRIER BATCH`. Says `at N` after every round and `ended STATUS`.
 */
const [databaseUrl = '', carrierUrl = '', batchId = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const db = connect(databaseUrl, { max: 4 });
const service = createValidationService({
  store: validationStore(db),
  lookups: [openNumverify(carrierUrl), openTwilio(carrierUrl)],
  jobs: { enqueue: async () => {} },
  clock: { now: () => new Date() },
  monotonic: () => performance.now(),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});
const run = { touch: async () => {}, stopping: new AbortController().signal };
const { batch } = await service.run(batchId, run, ({ checked }) => void say(`at ${checked}`));
say(`ended ${batch.status}`);
await db.close();
