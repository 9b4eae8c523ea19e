import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { savedFilterStore } from '../../../src/adapters/db/saved-filter-store.ts';
import {
  createApprovalService,
  createDraftService,
  type DraftPatch,
} from '../../../src/features/campaigns/index.ts';
import {
  createContactService,
  createSavedFilterService,
} from '../../../src/features/contacts/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { somePeople, stoppedClock } from '../../support/delivery.ts';

const text = 'Ola {{firstName}}! Fly2Any: voos para o Brasil. Responda STOP para sair.';

describe('a saved filter', () => {
  let fresh: FreshDatabase;
  let saved: ReturnType<typeof createSavedFilterService>;
  let contacts: ReturnType<typeof createContactService>;
  let drafts: ReturnType<typeof createDraftService>;
  let approvals: ReturnType<typeof createApprovalService>;

  beforeEach(async () => {
    fresh = await freshDatabase();
    const clock = stoppedClock();
    const { db } = fresh;
    saved = createSavedFilterService({ store: savedFilterStore(db), clock });
    contacts = createContactService({ store: contactStore(db), clock });
    const team = {
      require: async (id: string) => ({ id, name: id, role: 'admin' as const }),
    } as unknown as Parameters<typeof createDraftService>[0]['team'];
    const needs = { store: createCampaignStore(db), team, clock };
    const jobs = { enqueue: async () => {} };
    drafts = createDraftService({ ...needs, jobs, timeZone: 'America/New_York' });
    approvals = createApprovalService(needs);
    await somePeople(db, 12);
    await db.pool.query(
      `update phone_contacts set tags = '["vip"]'
        where id in (select id from phone_contacts order by phone limit 4)`,
    );
  });
  afterEach(() => fresh.close());

  const vips = () => saved.save({ name: 'VIPs', filter: { tags: ['vip'] }, replace: false }, 'U1');
  const whole = (savedFilter: string): DraftPatch => ({
    name: 'Verão',
    filter: { savedFilter },
    template: text,
    budget: { total: new Decimal(5), daily: null, stopWhenReached: true },
    step: 5,
  });

  async function aDraft(savedFilter: string) {
    const draft = await drafts.begin('UANA', 'Verão');
    return drafts.save(draft.id, draft.version, whole(savedFilter), 'UANA');
  }

  it('is kept by name, once, changed on purpose, renamed, and taken away; all of it is on record', async () => {
    const { id } = await vips();
    await expect(vips()).rejects.toMatchObject({
      code: 'contacts.filter-name-taken',
      fields: { name: 'contacts.filter-name-taken' },
    });
    const changed = { name: ' VIPs ', filter: { tags: ['vip'], states: ['CT'] }, replace: true };
    expect(await saved.save(changed, 'U2')).toMatchObject({ id, filter: changed.filter });
    await saved.save({ name: 'Outro', filter: {}, replace: false }, 'U1');
    await expect(saved.rename(id, 'Outro', 'U1')).rejects.toMatchObject({
      code: 'contacts.filter-name-taken',
    });
    await saved.rename(id, 'Gente boa', 'U1');
    expect((await saved.list()).map(({ name }) => name)).toEqual(['Gente boa', 'Outro']);
    await saved.remove(id, 'U1');
    await expect(saved.get(id)).rejects.toMatchObject({ code: 'contacts.saved-filter-gone' });
    await expect(saved.save({ name: ' ', filter: {}, replace: false }, 'U1')).rejects.toMatchObject(
      { code: 'contacts.filter-name' },
    );
    const { rows } = await fresh.db.pool.query<{ action: string }>(
      'select action from audit_log order by seq',
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'saved-filter.saved',
      'saved-filter.changed',
      'saved-filter.saved',
      'saved-filter.renamed',
      'saved-filter.removed',
    ]);
    expect(await verifyChain(fresh.db.pool)).toMatchObject({ intact: true });
  });

  it('does not lean on another one', async () => {
    const { id } = await vips();
    const nested = { name: 'Mais', filter: { savedFilter: id }, replace: false };
    await expect(saved.save(nested, 'U1')).rejects.toMatchObject({
      code: 'contacts.filter-nested',
    });
  });

  it('finds whoever fits now, and the rest of a filter narrows it', async () => {
    const { id } = await vips();
    expect(await contacts.count({ savedFilter: id })).toBe(4);
    const { rows } = await contacts.find({ savedFilter: id });
    expect(rows).toHaveLength(4);
    expect(await contacts.count({ savedFilter: id, ids: [rows[0]?.id ?? ''] })).toBe(1);
    expect(await contacts.count({ savedFilter: id, tags: ['other'] })).toBe(0);
    await fresh.db.pool.query(`update phone_contacts set tags = '["vip"]'`);
    expect(await contacts.count({ savedFilter: id })).toBe(12);
  });

  it('gives a campaign whoever fits when it is staged, and changes nothing of that later', async () => {
    const { id } = await vips();
    const draft = await aDraft(id);
    expect((await drafts.reach(draft)).matched).toBe(4);
    await saved.save({ name: 'VIPs', filter: {}, replace: true }, 'U1');
    const submitted = await drafts.submit(draft.id, draft.version, 'UANA');
    await approvals.stage(draft.id, submitted.version);
    await saved.save({ name: 'VIPs', filter: { tags: ['nobody'] }, replace: true }, 'U1');
    const { rows } = await fresh.db.pool.query<{ n: number }>(
      'select count(distinct phone)::int as n from phone_communications where campaign_id = $1',
      [draft.id],
    );
    expect(rows[0]?.n).toBe(12);
    const approval = await approvals.find(draft.id);
    expect(approval?.snapshot.matched).toBe(12);
  });

  it('stays while a campaign that has not begun would ask it again', async () => {
    const { id } = await vips();
    const draft = await aDraft(id);
    await expect(saved.remove(id, 'U1')).rejects.toMatchObject({
      code: 'contacts.filter-in-use',
      values: { name: 'VIPs', campaigns: 'Verão', n: 1 },
    });
    await fresh.db.pool.query(`update phone_campaigns set status = 'completed' where id = $1`, [
      draft.id,
    ]);
    await saved.remove(id, 'U1');
  });

  it('that is gone all the same lets nobody be reached, instead of everybody', async () => {
    const { id } = await vips();
    const draft = await aDraft(id);
    await fresh.db.pool.query('delete from saved_filters');
    const gone = { kind: 'conflict', code: 'contacts.saved-filter-gone' };
    await expect(drafts.reach(draft)).rejects.toMatchObject(gone);
    await expect(contacts.find(draft.filter)).rejects.toMatchObject(gone);
    await expect(drafts.submit(draft.id, draft.version, 'UANA')).rejects.toMatchObject(gone);
  });
});
