import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Campaign } from '../../../../src/features/campaigns/index.ts';
import { buttonsOf, expectSendable } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople } from '../../../support/delivery.ts';
import { goBack, goodText, shownTo, wizardAt } from '../../../support/wizard.ts';

describe('the campaign wizard', () => {
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
  const values = async () => JSON.stringify((await ana.view()).values);

  const closeAndKeep = async () => {
    succeeded(await ana.close());
    return ana.waitForMessage('dm', ({ text }) => text.includes('está salvo'));
  };

  const clickAndSee = async (button: string, text: string) => {
    succeeded(await ana.click(button));
    await ana.waitForView(({ view }) => textOf(view).includes(text));
  };

  it('goes five steps forth, keeps all that was entered, and asks for approval', async () => {
    await wizardAt(ana, 1);
    expect(await shownTo(ana)).toContain('Passo 1 de 5');
    succeeded(
      await ana.submit({ 'campaigns.name': ' Verão ', 'campaigns.objective': 'retention' }),
    );
    expect(await shownTo(ana)).toContain('12 pessoas receberiam');
    succeeded(
      await ana.submit({
        'campaigns.states': ['FL'],
        'campaigns.segments': ['vip'],
        'campaigns.tags': ['natal'],
        'campaigns.score-min': '50',
      }),
    );
    succeeded(await ana.submit({ 'campaigns.template': goodText }));
    succeeded(
      await ana.submit({
        'campaigns.end-date': '2026-12-24',
        'campaigns.allowed-from': '10:00',
        'campaigns.allowed-to': '18:00',
        'campaigns.weekdays': ['weekdays'],
      }),
    );
    expect(await shownTo(ana)).toContain('Passo 5 de 5');
    succeeded(
      await ana.submit({
        'campaigns.total': '25.50',
        'campaigns.daily': '10',
        'campaigns.stop': null,
      }),
    );
    expect(await shownTo(ana)).toContain('sendo preparada');
    const campaign = await draft();
    expect(campaign).toMatchObject({
      name: 'Verão',
      objective: 'retention',
      status: 'submitted',
      filter: { states: ['FL'], segments: ['vip'], tags: ['natal'], leadScoreMin: 50 },
      template: goodText,
      schedule: {
        kind: 'immediate',
        endDate: '2026-12-24',
        allowedFrom: '10:00',
        allowedTo: '18:00',
        weekdaysOnly: true,
      },
      createdBy: ana.id,
      editors: [ana.id],
    });
    expect(campaign.budget.total?.toString()).toBe('25.5');
    expect(campaign.budget).toMatchObject({ stopWhenReached: false });
    expect(desk.jobs).toEqual([{ campaignId: campaign.id, version: campaign.version }]);
  });

  it('goes back with what stands half entered, and finds all of it again on the way forth', async () => {
    await wizardAt(ana, 4);
    await ana.fill({ 'campaigns.allowed-from': '11:00' });
    await goBack(ana);
    expect(await values()).toContain(goodText);
    await ana.fill({ 'campaigns.template': '{{broken' });
    await goBack(ana);
    expect(await values()).toContain('"value":"CT"');
    await ana.fill({ 'campaigns.score-min': '10' });
    await goBack(ana);
    await ana.fill({ 'campaigns.name': 'Inverno' });
    succeeded(await ana.submit());
    expect(await values()).toContain('"value":"10"');
    await ana.fill({ 'campaigns.score-min': '0' });
    succeeded(await ana.submit());
    expect(await values()).toContain('{{broken');
    succeeded(await ana.submit({ 'campaigns.template': goodText }));
    expect(await values()).toContain('11:00');
    expect(await draft()).toMatchObject({ name: 'Inverno', filter: { states: ['CT'] } });
  });

  it('keeps what was typed when the window is closed, and goes on there later', async () => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': 'Só um começo' });
    // The workspace hears of typed text with the next click.
    await clickAndSee('campaigns.preview', 'Só um começo');
    const saved = await closeAndKeep();
    expect(saved.text).toContain('com o que estava no formulário');
    expect(await draft()).toMatchObject({ status: 'draft', step: 3, template: 'Só um começo' });
    succeeded(await ana.click('Continuar', saved));
    await ana.waitForView(() => true);
    expect(await shownTo(ana)).toContain('Passo 3 de 5');
    expect(await values()).toContain('Só um começo');
  });

  it('does not empty the draft when a closed window says nothing', async () => {
    await wizardAt(ana, 4);
    await goBack(ana);
    await ana.fill({ 'campaigns.template': null });
    succeeded(await ana.click('campaigns.preview'));
    await ana.waitForView(({ view }) => textOf(view).includes('Escreva a mensagem'));
    const saved = await closeAndKeep();
    expect(saved.text).toContain('até o último passo concluído');
    expect((await draft()).template).toBe(goodText);
  });

  it('opens a draft from the list at the step that comes next', async () => {
    await wizardAt(ana, 4);
    await closeAndKeep();
    succeeded(await desk.marcus.command('general', '/campaign list'));
    const list = await desk.marcus.waitForMessage('general', ({ text }) => text.includes('Verão'));
    succeeded(await desk.marcus.click('Continue', list));
    await desk.marcus.waitForView(() => true);
    expect(await shownTo(desk.marcus)).toContain('Step 4 of 5');
  });

  it('counts the audience anew with every choice', async () => {
    await wizardAt(ana, 2);
    await desk.db.pool.query(
      `update phone_contacts set opted_out = true, consent_sms = 'revoked' where phone like '%2'`,
    );
    await ana.fill({ 'campaigns.states': ['FL'] });
    await ana.waitForView(({ view }) => textOf(view).includes('3 pessoas'));
    const text = await shownTo(ana);
    expect(text).toContain('*3 pessoas correspondem*\n−1  ');
    expect(text).toContain('= 2 pessoas receberiam');
    succeeded(await ana.pressEnter('campaigns.score-min', '81'));
    await ana.waitForView(({ view }) => textOf(view).includes('ninguém receberia'));
    expect(await values()).toContain('"value":"FL"');
    expect((await draft()).filter).toEqual({});
  });

  it('shows the text as people would read it, and what makes it dear', async () => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await clickAndSee('campaigns.preview', 'Olá Ana!');
    const text = await shownTo(ana);
    expect(text).toContain('2 segmentos');
    expect(text).toContain('á ã');
  });

  it('replaces the text by one without accents, also the second time', async () => {
    await wizardAt(ana, 3);
    await ana.fill({ 'campaigns.template': goodText });
    await clickAndSee('campaigns.preview', 'Olá Ana!');
    await clickAndSee('campaigns.plain', 'Ola Ana!');
    expect(await values()).toContain('para nao receber mais.');
    expect(await values()).not.toContain('Olá');
    expect(buttonsOf((await ana.view()).view).map(({ id }) => id)).not.toContain('campaigns.plain');
    await ana.fill({ 'campaigns.template': `${goodText} Amanhã!` });
    await clickAndSee('campaigns.preview', 'Amanhã!');
    await clickAndSee('campaigns.plain', 'Amanha!');
    succeeded(await ana.submit());
    expect((await draft()).template).toMatch(/^Ola .* Amanha!$/);
    await goBack(ana);
    expect(await values()).toContain('Amanha!');
  });

  it('tells whoever was slower that somebody else changed the draft, and changes nothing', async () => {
    await wizardAt(ana, 3);
    const { id, version } = await draft();
    await desk.drafts.save(id, version, { name: 'De outra pessoa' }, desk.marcus.id);
    succeeded(await ana.submit({ 'campaigns.template': goodText }));
    expect(await shownTo(ana)).toContain('Alguém alterou De outra pessoa');
    expect(await values()).toContain(goodText);
    succeeded(await ana.click('campaigns.back'));
    await ana.waitForView(({ view }) => textOf(view).includes('Alguém alterou De outra pessoa'));
    succeeded(await ana.close());
    await ana.waitForMessage('dm', ({ text }) => text.includes('Alguém alterou'));
    expect(await draft()).toMatchObject({ name: 'De outra pessoa', template: '' });
  });

  it('never takes back a submission from a form that was opened before it', async () => {
    await wizardAt(ana, 5);
    const { id, version } = await draft();
    succeeded(await desk.marcus.command('general', '/campaign list'));
    const list = await desk.marcus.waitForMessage('general', ({ text }) => text.includes('Verão'));
    succeeded(await desk.marcus.click('Continue', list));
    await desk.marcus.waitForView(() => true);
    const saved = await desk.drafts.save(
      id,
      version,
      {
        budget: { total: (await draft()).budget.total, daily: null, stopWhenReached: true },
      },
      ana.id,
    );
    await desk.db.pool.query(
      `update phone_campaigns set status = 'submitted', version = $2 where id = $1`,
      [id, saved.version - 1],
    );
    succeeded(await desk.marcus.submit({ 'campaigns.total': '9' }));
    expect(await shownTo(desk.marcus)).toContain('waiting for approval');
    succeeded(await desk.marcus.close());
    expect((await draft()).status).toBe('submitted');
    expect((await draft()).editors).toEqual([ana.id]);
  });

  it('is no business of a viewer', async () => {
    succeeded(await desk.vera.command('general', '/campaign new'));
    await desk.vera.waitForMessage('general', ({ text }) => text.includes('papel'));
    expect((await desk.vera.state()).views).toEqual([]);
    expect(await desk.store.list({ limit: 10 })).toEqual([]);
  });

  it('opens from the global shortcut and from the empty list', async () => {
    succeeded(await ana.command('general', '/campaign list'));
    const empty = await ana.waitForMessage('general', ({ text }) => text.includes('nenhuma'));
    succeeded(await ana.click('Nova campanha', empty));
    await ana.waitForView(() => true);
    await closeAndKeep();
    succeeded(await ana.shortcut('campaigns.new'));
    await ana.waitForView(() => true);
    expectSendable('modal', (await ana.view()).view);
    expect(await desk.store.list({ limit: 10 })).toHaveLength(2);
  });
});
