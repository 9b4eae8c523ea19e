import { setTimeout as delay } from 'node:timers/promises';
import { bulkStore } from '../../src/adapters/db/bulk-store.ts';
import type { Database } from '../../src/adapters/db/database.ts';
import { exportRows } from '../../src/adapters/db/export-rows.ts';
import { exportWriter } from '../../src/adapters/files/export-writer.ts';
import {
  createBulkService,
  createExportService,
  type OnProgress,
} from '../../src/features/contacts/index.ts';
import { includes, type Role } from '../../src/features/team/index.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { Refusal } from '../../src/shared/errors.ts';
import type { JobRun } from '../../src/shared/jobs.ts';

/** Actions on many contacts as the product wires them; `U1` and `U2` are operators, `U4` an admin. */
export function bulkServices(
  db: Database,
  clock: Clock,
  {
    atOnce = 3,
    roles = { U1: 'operator', U2: 'operator', U4: 'admin' },
  }: { atOnce?: number; roles?: Record<string, Role> } = {},
) {
  const store = bulkStore(db);
  const team = {
    async require(userId: string, role: Role) {
      const held = roles[userId] ?? 'viewer';
      if (!includes(held, role)) throw new Refusal('forbidden', 'team.needs-role', { role, held });
      return { role: held } as never;
    },
  };
  const exports = createExportService({
    store,
    source: exportRows(db),
    writer: exportWriter,
    team,
    clock,
    timeZone: 'America/New_York',
  });
  const enqueued: unknown[] = [];
  const service = createBulkService({
    store,
    exports,
    team,
    clock,
    wait: (ms) => delay(ms),
    atOnce,
    jobs: { enqueue: async (_job, payload) => void enqueued.push(payload) },
  });
  const look = {
    header: (column: string) => column,
    said: (_: string, code: string) => code,
    delimiter: ',',
  };
  const bulks = {
    ...service,
    run: (id: string, run: JobRun, onProgress?: OnProgress) =>
      service.run(id, run, look, onProgress),
  };
  return { store, exports, bulks, enqueued };
}
