import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offers } from '../../scripts/demo/script.ts';
import type { sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import type { Message } from '../../src/adapters/sandbox/slack/page-contract.ts';
import { oldWindow } from '../support/old-window.ts';
import { messyList } from './messy-list.ts';
import { lawfulTuesday, type RunningProduct, runningProduct } from './running-product.ts';
import {
  importList,
  request,
  secretsOf,
  step,
  type Team,
  team,
  whispered,
} from './sandbox-team.ts';

const days = 24 * 60 * 60 * 1000;
const tuesday = lawfulTuesday();

describe('buttons pressed twice, late or by the wrong person', () => {
  let product: RunningProduct;
  let cast: Team;

  beforeAll(async () => {
    product = await runningProduct();
    await product.moveClock(tuesday);
    cast = team(product.url);
    await importList(product, cast);
  });
  afterAll(() => product?.close());

  async function pressOld(who: keyof typeof sandboxPeople, card: Message, actionId: string) {
    const { signingSecret } = await secretsOf(product);
    return oldWindow({ url: product.url, signingSecret })(who, card, actionId);
  }
  const status = async (name: string) =>
    (
      await product.rows<{ status: string }>('select status from phone_campaigns where name = $1', [
        name,
      ])
    )[0]?.status;
  const decisions = (name: string) =>
    product.rows(
      `select a.decision, a.decided_by from approvals a join phone_campaigns k on k.id = a.campaign_id where k.name = $1`,
      [name],
    );

  it('lets neither a viewer nor the author approve, each told in their language', async () => {
    const card = await request(cast, 'Páscoa');
    for (const who of ['vera', 'ana'] as const) {
      await cast[who].click('campaigns.approve', card);
      await whispered(cast[who], 'approvals', 'exige o papel de *aprovador*');
    }
    expect(await status('Páscoa')).toBe('submitted');
  });

  it('lets nobody decide on their own campaign, whatever their role', async () => {
    await cast.alex.command('general', `/fly team <@${cast.ana.id}> approver`);
    const card = await request(cast, 'Junina');
    await cast.ana.click('campaigns.approve', card);
    await whispered(cast.ana, 'approvals', 'outra pessoa precisa decidir');
    expect(await decisions('Junina')).toEqual([{ decision: null, decided_by: null }]);
  });

  it('approves once, however often and by how many it is pressed', async () => {
    const card = await request(cast, 'Carnaval');
    const press = (who: 'marcus' | 'alex') => pressOld(who, card, 'campaigns.approve');
    const acks = await Promise.all([press('marcus'), press('alex'), press('marcus')]);
    expect(acks.map(({ status: code }) => code)).toEqual([200, 200, 200]);
    await cast.marcus.waitForMessage(
      'approvals',
      (m) => m.ts === card.ts && !offers('campaigns.approve')(m),
    );
    expect(await decisions('Carnaval')).toMatchObject([{ decision: 'approved' }]);
    await expect.poll(() => status('Carnaval'), { timeout: 20_000 }).toBe('completed');
    await pressOld('marcus', card, 'campaigns.approve');
    await whispered(cast.marcus, 'approvals', 'approved this already');
    const doubles = await product.rows(
      `select c.phone from phone_communications c join delivery_attempts a on a.communication_id = c.id
        where a.outcome <> 'refused' group by c.phone having count(*) filter (where a.outcome <> 'failed') > 1`,
    );
    expect(doubles).toEqual([]);
    expect(
      await product.rows(
        `select count(*)::int as rows, count(distinct c.phone)::int as people
           from phone_communications c join phone_campaigns k on k.id = c.campaign_id
          where k.name = 'Carnaval' and c.direction = 'outbound'`,
      ),
    ).toEqual([{ rows: messyList.agreed, people: messyList.agreed }]);
  }, 40_000);

  it('does not approve what was rejected', async () => {
    const card = await request(cast, 'Férias');
    await cast.marcus.click('campaigns.reject', card);
    await cast.marcus.waitForView((open) => open.view.callback_id === 'campaigns.reject-form');
    await cast.marcus.submit({ 'campaigns.reason': 'Sem o preço certo' });
    await expect.poll(() => decisions('Férias')).toMatchObject([{ decision: 'rejected' }]);
    await pressOld('alex', card, 'campaigns.approve');
    await whispered(cast.alex, 'approvals', 'rejected this already');
    expect(await status('Férias')).toBe('draft');
  });

  it('takes an edit as the end of the request before it', async () => {
    const card = await request(cast, 'Outono');
    await cast.ana.click('campaigns.edit', card);
    await cast.ana.waitForView(step(1));
    await cast.ana.submit({ 'campaigns.name': 'Outono 2' });
    await cast.ana.waitForView(step(2));
    await cast.ana.close();
    await pressOld('marcus', card, 'campaigns.approve');
    await whispered(cast.marcus, 'approvals', 'Open it again with');
    expect(await status('Outono 2')).toBe('draft');
  });

  it('finds a request of last week too old', async () => {
    const card = await request(cast, 'Inverno');
    await product.moveClock(new Date(tuesday.getTime() + 8 * days));
    await cast.marcus.click('campaigns.approve', card);
    await whispered(cast.marcus, 'approvals', 'too old to be decided on');
    expect(await status('Inverno')).toBe('submitted');
    expect(
      await product.rows(`select 1 from phone_communications c join phone_campaigns k on k.id = c.campaign_id
                           where k.name = 'Inverno' and c.status <> 'staged'`),
    ).toEqual([]);
    expect(product.troubles()).toEqual([]);
  });
});
