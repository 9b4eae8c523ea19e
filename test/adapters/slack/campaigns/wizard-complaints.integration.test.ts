import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Campaign } from '../../../../src/features/campaigns/index.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople } from '../../../support/delivery.ts';
import { goodText, shownTo, wizardAt } from '../../../support/wizard.ts';

describe('a wizard step that is not right', () => {
  let desk: CampaignDesk;
  let ana: CampaignDesk['ana'];
  beforeEach(async () => {
    desk = await campaignDesk();
    ana = desk.ana;
    await somePeople(desk.db, 12);
    await desk.db.pool.query(
      `update phone_contacts set state = 'FL', segment = 'vip', tags = '["natal"]', lead_score = 80
        where phone like '%1' or phone like '%2'`,
    );
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const draft = async (): Promise<Campaign> => {
    const [campaign] = await desk.store.list({ limit: 1 });
    if (!campaign) throw new Error('there is no campaign');
    return campaign;
  };

  it.each([
    ['Oi {{nickname}}! Fly2Any. Responda SAIR', 'nickname'],
    ['{% for i in (1..9) %}Fly2Any SAIR{% endfor %}', '“for” não é permitido'],
    ['Fly2Any {{ name | bold }}. Responda SAIR', '“bold” não é permitido'],
    ['Fly2Any {{ name . Responda SAIR', 'Confira as chaves'],
    ['Passagens baratas. Responda SAIR', 'Fly2Any'],
    ['Fly2Any: passagens baratas', 'como parar'],
    ['Fly2Any https://bit.ly/x Responda SAIR', 'bit.ly'],
    [`Fly2Any. Responda SAIR ${'x'.repeat(1600)}`, '1.600'],
  ])('says under the message what is wrong with %j', async (template, complaint) => {
    await wizardAt(ana, 3);
    const before = await draft();
    const result = await ana.submit({ 'campaigns.template': template });
    expect(Object.keys(result.errors ?? {})).toEqual(['campaigns.template:0']);
    expect(Object.values(result.errors ?? {})[0]).toContain(complaint);
    expect(await draft()).toEqual(before);
    succeeded(await ana.submit({ 'campaigns.template': goodText }));
    expect((await draft()).template).toBe(goodText);
  });

  it('says under the field what is wrong with the name', async () => {
    await wizardAt(ana, 1);
    const result = await ana.submit({ 'campaigns.name': '\u200e \u200e' });
    expect(result.errors).toEqual({ 'campaigns.name': 'Dê um nome à campanha.' });
  });

  it.each([
    [{ 'campaigns.start-date': '2026-11-23' }, 'campaigns.start-date', 'já passou'],
    [
      { 'campaigns.start-date': '2026-12-01', 'campaigns.end-date': '2026-11-30' },
      'campaigns.end-date',
      'antes do primeiro',
    ],
    [
      {
        'campaigns.start-date': '2026-12-01',
        'campaigns.allowed-from': '18:00',
        'campaigns.allowed-to': '10:00',
      },
      'campaigns.allowed-to',
      'termina antes de começar',
    ],
  ])('says under the field what is wrong with the schedule %j', async (answers, field, why) => {
    await wizardAt(ana, 4);
    await ana.fill({ 'campaigns.kind': 'scheduled' });
    await ana.waitForView(({ view }) => textOf(view).includes('Primeiro dia'));
    const result = await ana.submit(answers);
    expect(Object.keys(result.errors ?? {})).toEqual([field]);
    expect(result.errors?.[field]).toContain(why);
    succeeded(
      await ana.submit({
        'campaigns.start-date': '2026-12-01',
        'campaigns.start-time': '10:30',
        'campaigns.end-date': '2026-12-02',
        'campaigns.allowed-from': '09:00',
        'campaigns.allowed-to': '20:00',
      }),
    );
    expect((await draft()).schedule).toMatchObject({ startDate: '2026-12-01', startTime: '10:30' });
    expect(await shownTo(ana)).toContain('10:30');
  });

  it.each([
    [{ 'campaigns.total': '0' }, 'campaigns.total', 'acima de zero'],
    [{ 'campaigns.total': '5', 'campaigns.daily': '6' }, 'campaigns.daily', 'não maior'],
  ])('says under the field what is wrong with the budget %j', async (answers, field, why) => {
    await wizardAt(ana, 5);
    const result = await ana.submit(answers);
    expect(Object.keys(result.errors ?? {})).toEqual([field]);
    expect(result.errors?.[field]).toContain(why);
    succeeded(await ana.submit({ 'campaigns.total': '5', 'campaigns.daily': '5' }));
    expect((await draft()).status).toBe('submitted');
  });

  it('does not go on with nobody in the audience', async () => {
    await wizardAt(ana, 2);
    const result = await ana.submit({ 'campaigns.states': ['FL'], 'campaigns.score-min': '100' });
    expect(result.errors?.['campaigns.states']).toContain('Ninguém receberia');
    succeeded(await ana.submit({ 'campaigns.score-min': '80' }));
    expect(await shownTo(ana)).toContain('Passo 3 de 5');
  });

  it('says on top of the last step what has become wrong with an earlier one', async () => {
    await wizardAt(ana, 5);
    const before = await draft();
    await desk.db.pool.query('update phone_contacts set opted_out = true');
    succeeded(await ana.submit({ 'campaigns.total': '25' }));
    expect(await shownTo(ana)).toContain('Ninguém receberia esta mensagem');
    expect(await draft()).toEqual(before);
    await desk.db.pool.query('update phone_contacts set opted_out = false');
    succeeded(await ana.submit());
    expect((await draft()).status).toBe('submitted');
  });

  it('says that there is nobody at all when there are no contacts', async () => {
    await desk.db.pool.query('delete from phone_contacts');
    await wizardAt(ana, 2);
    expect(await shownTo(ana)).toContain('Ninguém corresponde');
    succeeded(await ana.submit());
    expect(await shownTo(ana)).toContain('Amplie o público');
    expect(await shownTo(ana)).toContain('Passo 2 de 5');
  });
});
