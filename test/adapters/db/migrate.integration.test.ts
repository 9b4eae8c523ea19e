import { expect, it } from 'vitest';
import { freshDatabase } from '../../support/database.ts';

it('clones', async () => {
  const t = await freshDatabase();
  expect((await t.db.pool.query('select * from kill_switch')).rows).toHaveLength(1);
  expect(await t.db.prisma.killSwitch.count()).toBe(1);
  await t.close();
});
