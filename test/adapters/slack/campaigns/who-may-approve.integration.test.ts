import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../../src/adapters/sandbox/slack/page-contract.ts';
import { expectSendable } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople, statusCounts } from '../../../support/delivery.ts';
import { submitted } from '../../../support/wizard.ts';

describe('who may approve a campaign', () => {
  let desk: CampaignDesk;
  beforeEach(async () => {
    desk = await campaignDesk();
    await somePeople(desk.db, 12);
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const card = async (): Promise<Message> => {
    const cards = (await desk.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    const newest = cards.at(-1);
    if (!newest) throw new Error('there is no card');
    return newest;
  };
  const told = (who: CampaignDesk['ana'], words: string) =>
    who.waitForMessage('approvals', (m) => m.ephemeralTo === who.id && m.text.includes(words));
  const version = async (id: string) => (await desk.store.find(id))?.version ?? 0;
  /** Somebody else writes all of it anew and submits it. */
  async function rewrite(id: string, by: string): Promise<void> {
    const text = 'Fly2Any: voos para o Brasil. Responda SAIR para sair.';
    await desk.drafts.save(id, await version(id), { name: 'Outra', template: text }, by);
    await desk.drafts.submit(id, await version(id), by);
    await desk.work();
  }

  it('is nobody who ever wrote it, also after a rejection, and the answer says who is', async () => {
    const id = await submitted(desk, desk.alex);
    await desk.approvals.reject(id, await version(id), desk.marcus.id, 'Sem preço');
    await rewrite(id, desk.ana.id);
    succeeded(await desk.alex.click('Approve', await card()));
    const { text } = await told(desk.alex, 'You had a hand in this campaign');
    expect(text).toContain('never created, changed or submitted it, not even before a rejection.');
    expect(text).toMatch(/That can be Marcus Reed\.$/);
    succeeded(await desk.alex.click('Reject', await card()));
    await desk.alex.waitForView(() => true);
    succeeded(await desk.alex.submit({ 'campaigns.reason': 'x' }));
    await desk.alex.waitForView(({ view }) => textOf(view).includes('That can be Marcus Reed'));
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
    succeeded(await desk.marcus.click('Approve', await card()));
    await told(desk.marcus, 'You approved');
  });

  it('says so when everybody who could has had a hand in it, until one more is made', async () => {
    const id = await submitted(desk, desk.alex);
    await rewrite(id, desk.marcus.id);
    succeeded(await desk.marcus.click('Approve', await card()));
    await told(desk.marcus, 'Nobody is left who may: an admin can give one more person');
    await desk.team.setRole(desk.alex.id, desk.vera.id, 'approver');
    succeeded(await desk.marcus.click('Approve', await card()));
    await told(desk.marcus, 'That can be Vera Lima.');
    succeeded(await desk.vera.click('Approve', await card()));
    await told(desk.vera, 'Você aprovou');
  });

  it('is told whole in a window too, where mentions are written out', async () => {
    const id = await submitted(desk, desk.alex);
    const show = {
      type: 'button' as const,
      action_id: `campaigns.show:${id}`,
      text: { type: 'plain_text' as const, text: 'Show' },
      value: id,
    };
    for (const who of [desk.alex, desk.marcus]) {
      await desk.slack.clients.quick.views.publish({
        user_id: who.id,
        view: { type: 'home', blocks: [{ type: 'actions', elements: [show] }] },
      });
      succeeded(await who.click('Show', 'home'));
      await who.waitForView(({ view }) => textOf(view).includes('asks for approval'));
    }
    succeeded(await desk.alex.click('Approve'));
    const { view } = await desk.alex.waitForView((top) =>
      textOf(top.view).includes('That can be Marcus Reed.'),
    );
    expectSendable('modal', view);
    expect(textOf(view)).toContain('asks for approval');
  });
});
