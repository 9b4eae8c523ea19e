import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import { expectSendable, labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople, statusCounts } from '../../../support/delivery.ts';
import { goBack, goodText, shownTo, wizardAt } from '../../../support/wizard.ts';

const later = 'Fly2Any: ainda temos lugares, {{firstName}}! Responda SAIR para parar.';

describe('follow-ups in the wizard and on the card', () => {
  let desk: CampaignDesk;
  let ana: CampaignDesk['ana'];
  beforeEach(async () => {
    desk = await campaignDesk();
    ana = desk.ana;
    await somePeople(desk.db, 12);
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const draft = async () => (await desk.store.list({ limit: 1 }))[0];
  const followUps = async () => (await draft())?.schedule.followUps;
  const add = async (n: number) => {
    succeeded(await ana.click('Adicionar um lembrete'));
    await ana.waitForView(({ view }) => textOf(view).includes(`Lembrete ${n}`));
  };

  async function submittedWith(days: string, text = later): Promise<void> {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await add(1);
    succeeded(
      await ana.submit({ 'campaigns.follow-up-text-1': text, 'campaigns.follow-up-days-1': days }),
    );
    succeeded(await ana.submit());
    succeeded(await ana.submit({ 'campaigns.total': '25' }));
    await ana.close();
    await desk.work();
  }
  const card = async () => {
    const [only] = (await desk.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    if (!only) throw new Error('there is no card');
    return only;
  };

  it('are added up to three, keep what was typed, and are dropped by emptying them', async () => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await add(1);
    expect(JSON.stringify((await ana.view()).values)).toContain(goodText);
    await ana.fill({ 'campaigns.follow-up-text-1': later });
    await add(2);
    await add(3);
    expect(labelsOf((await ana.view()).view.blocks)).not.toContain('Adicionar um lembrete');
    succeeded(
      await ana.submit({
        'campaigns.follow-up-days-1': '2',
        'campaigns.follow-up-text-3': later,
        'campaigns.follow-up-days-3': '9',
      }),
    );
    expect(await followUps()).toEqual([
      { afterDays: 2, template: later },
      { afterDays: 9, template: later },
    ]);
    expect(await shownTo(ana)).toContain('Passo 4 de 5');
    await goBack(ana);
    expect(await shownTo(ana)).toContain('Depois de 9 dias');
    succeeded(await ana.submit({ 'campaigns.follow-up-text-1': null }));
    expect(await followUps()).toEqual([{ afterDays: 9, template: later }]);
    succeeded(await ana.submit({ 'campaigns.allowed-from': '10:00' }));
    expect(await followUps()).toEqual([{ afterDays: 9, template: later }]);
    expect(await shownTo(ana)).toContain('Depois de 9 dias');
  });

  it('are previewed as people read them, and written without accents with the message', async () => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await add(1);
    await ana.fill({ 'campaigns.follow-up-text-1': `Olá! ${later}` });
    succeeded(await ana.click('Pré-visualizar'));
    await ana.waitForView(({ view }) =>
      textOf(view).includes('Olá! Fly2Any: ainda temos lugares, Ana!'),
    );
    succeeded(await ana.click('Escrever sem acentos'));
    await ana.waitForView(({ view }) => textOf(view).includes('Ola! Fly2Any: ainda temos'));
    succeeded(await ana.submit());
    expect((await followUps())?.[0]?.template).toBe(`Ola! ${later}`);
  });

  it.each([
    ['Uma oferta sem nome. Responda SAIR.', '3', 'campaigns.follow-up-text-1', 'Fly2Any'],
    [`${later} {{cpf}}`, '3', 'campaigns.follow-up-text-1', 'cpf'],
    ['{% for x in y %}Fly2Any SAIR{% endfor %}', '3', 'campaigns.follow-up-text-1', 'for'],
    [later, '61', 'campaigns.follow-up-days-1', '60'],
  ])('complain under their own field: %s after %s days', async (text, days, field, words) => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await add(1);
    const answer = await ana.submit({
      'campaigns.follow-up-text-1': text,
      'campaigns.follow-up-days-1': days,
    });
    expect(JSON.stringify(answer)).toContain(field);
    expect(JSON.stringify(answer)).toContain(words);
    expect(await shownTo(ana)).toContain('Passo 3 de 5');
  });

  it('stand on the request with their text and their cost, and are approved with it', async () => {
    await submittedWith('3');
    const { text, blocks } = await card();
    expectSendable('message', blocks);
    for (const said of [text, textOf(blocks)]) {
      expect(said).toContain('*After 3 days* without an answer:');
      expect(said).toContain('Fly2Any: ainda temos lugares, Ana!');
      expect(said).toContain('$0.45');
      expect(said).toContain('1 follow-up');
    }
    const { rows } = await desk.db.pool.query(
      'select step, after_days, message, count(*)::int as people from campaign_follow_ups group by 1, 2, 3',
    );
    expect(rows).toEqual([
      {
        step: 2,
        after_days: 3,
        message: 'Fly2Any: ainda temos lugares, Ana! Responda SAIR para parar.',
        people: 12,
      },
    ]);
    succeeded(await desk.marcus.click('Approve', await card()));
    await desk.marcus.waitForMessage('approvals', (m) => m.text.includes('You approved'));
    await desk.work();
    expect(await statusCounts(desk.db)).toEqual({ queued: 12 });
    expect((await card()).text).toContain('Follow-ups: 0 sent, 0 waiting');
  });

  it('cannot be changed between the request and the decision', async () => {
    await submittedWith('3');
    await desk.db.pool.query(
      `update campaign_follow_ups set message = 'something else' where step = 2`,
    );
    succeeded(await desk.marcus.click('Approve', await card()));
    await desk.marcus.waitForMessage('approvals', (m) =>
      m.text.includes('is not what was submitted'),
    );
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
  });

  it('go with a rejection and with an edit, and are staged anew', async () => {
    await submittedWith('3');
    const campaign = await draft();
    await desk.approvals.reject(campaign?.id ?? '', campaign?.version ?? 0, desk.marcus.id, 'no');
    const count = async () =>
      (await desk.db.pool.query('select count(*)::int as n from campaign_follow_ups')).rows[0].n;
    expect(await count()).toBe(0);
    const again = await draft();
    const sent = await desk.drafts.submit(again?.id ?? '', again?.version ?? 0, ana.id);
    await desk.work();
    expect(await count()).toBe(12);
    await desk.drafts.save(sent.id, sent.version, { name: 'Outono' }, ana.id);
    expect(await count()).toBe(0);
  });
});
