import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savedFilterStore } from '../../../../src/adapters/db/saved-filter-store.ts';
import { succeeded } from '../../../../src/adapters/sandbox/slack/client.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople, tuesday } from '../../../support/delivery.ts';
import { goodText, shownTo, wizardAt } from '../../../support/wizard.ts';

describe('a campaign to a saved filter', () => {
  let desk: CampaignDesk;
  let ana: CampaignDesk['ana'];
  beforeEach(async () => {
    desk = await campaignDesk();
    ana = desk.ana;
    await somePeople(desk.db, 12);
    await desk.db.pool.query(
      `update phone_contacts set tags = '["natal"]' where phone like '%1' or phone like '%2'`,
    );
    const natal = { name: 'Natal', filter: { tags: ['natal'] }, replace: false };
    await savedFilterStore(desk.db).save(natal, 'U1', tuesday);
  });
  afterEach(() => desk.close());

  const draft = async () => (await desk.store.list({ limit: 1 }))[0];

  it('is chosen in the audience step, says its definition, and is asked again when it is submitted', async () => {
    await wizardAt(ana, 2);
    await ana.choose('campaigns.saved-filter', 'Natal');
    await ana.waitForView(({ view }) => JSON.stringify(view).includes('etiqueta natal'));
    expect(await shownTo(ana)).toContain('*3 pessoas correspondem*');
    succeeded(await ana.submit({}));
    const saved = await savedFilterStore(desk.db).list();
    expect((await draft())?.filter).toEqual({ savedFilter: saved[0]?.id });
    // Somebody more fits by the time it is submitted.
    await desk.db.pool.query(`update phone_contacts set tags = '["natal"]' where phone like '%3'`);
    succeeded(await ana.submit({ 'campaigns.template': goodText }));
    succeeded(await ana.submit({}));
    succeeded(await ana.submit({ 'campaigns.total': '25' }));
    await ana.close();
    await desk.work();
    const { rows } = await desk.db.pool.query<{ n: number }>(
      'select count(*)::int as n from phone_communications',
    );
    expect(rows[0]?.n).toBe(4);
  });

  it('is not widened to everybody when the filter is gone', async () => {
    await wizardAt(ana, 2);
    succeeded(await ana.submit({ 'campaigns.saved-filter': 'Natal' }));
    await desk.db.pool.query('delete from saved_filters');
    succeeded(await ana.click('campaigns.back'));
    await ana.waitForView(({ view }) => JSON.stringify(view).includes('foi excluído'));
    expect(await shownTo(ana)).toContain('*Ninguém corresponde*');
    await ana.submit({});
    await ana.waitForView(({ view }) => JSON.stringify(view).includes('base.warning'));
    expect((await draft())?.filter.savedFilter).toBeDefined();
    succeeded(await ana.submit({ 'campaigns.saved-filter': 'nenhum' }));
    expect((await draft())?.filter).toEqual({});
  });
});
