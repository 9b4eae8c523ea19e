import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../../src/adapters/sandbox/slack/page-contract.ts';
import { labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople, statusCounts } from '../../../support/delivery.ts';
import { submitted } from '../../../support/wizard.ts';

describe('a campaign that was approved', () => {
  let desk: CampaignDesk;
  let id: string;
  beforeEach(async () => {
    desk = await campaignDesk();
    await somePeople(desk.db, 12);
    id = await submitted(desk, desk.ana, { name: 'Verão 2026' });
    await desk.approvals.approve(id, (await desk.store.find(id))?.version ?? 0, desk.marcus.id);
    await desk.work();
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const card = async (): Promise<Message> => {
    const [first] = (await desk.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    if (!first) throw new Error('there is no card');
    return first;
  };
  const cardSays = (words: string) =>
    desk.marcus.waitForMessage(
      'approvals',
      ({ ephemeralTo, text }) => !ephemeralTo && text.includes(words),
    );
  const said = async (who: CampaignDesk['ana'], words: string, channel = 'approvals') =>
    who.waitForMessage(channel, (m) => m.ephemeralTo === who.id && m.text.includes(words));
  const status = async () => (await desk.store.find(id))?.status;
  const thread = async () => {
    const { ts } = await card();
    return (await desk.marcus.messages('approvals', ts))
      .slice(1)
      .map(({ text }) => text)
      .join('\n');
  };

  it('is paused, resumed and canceled from its card, each by who may, each told in the thread', async () => {
    expect(labelsOf((await card()).blocks)).toEqual([
      'Pause campaign',
      'Cancel campaign',
      'Stop all sending',
    ]);
    succeeded(await desk.ana.click('Pause campaign', await card()));
    await said(desk.ana, 'está pausada');
    expect((await cardSays('Paused by a person')).text).toContain('0 of 12 done');
    succeeded(await desk.ana.click('Resume campaign', await card()));
    await said(desk.ana, 'Isto exige o papel');
    succeeded(await desk.marcus.click('Resume campaign', await card()));
    await said(desk.marcus, 'goes on with the people who are left');
    await cardSays('Sending');
    succeeded(await desk.ana.click('Cancel campaign', await card()));
    await said(desk.ana, 'está cancelada');
    const canceled = await cardSays('Canceled');
    expect(labelsOf(canceled.blocks)).toEqual([]);
    expect(await statusCounts(desk.db)).toEqual({ canceled: 12 });
    await desk.work();
    expect(await thread()).toMatch(/paused it\..*\n?.*resumed it\.(.|\n)*canceled it\./);
  });

  it('answers a click that comes too late with how it stands', async () => {
    const before = await card();
    await desk.control.cancel(id, desk.ana.id);
    succeeded(await desk.ana.click('Pause campaign', before));
    await said(desk.ana, '*Verão 2026* está cancelada, então isso não é possível agora');
    expect(labelsOf((await cardSays('Canceled')).blocks)).toEqual([]);
  });

  it('stops with everything else, and goes on when an approver lets it', async () => {
    succeeded(await desk.ana.click('Stop all sending', await card()));
    await said(desk.ana, 'Todos os envios estão parados');
    const stopped = await cardSays('All sending is stopped');
    expect(labelsOf(stopped.blocks)).toContain('Let sending go on');
    await desk.work();
    const alarm = await desk.marcus.waitForMessage('alerts', ({ text }) =>
      text.includes('stopped all sending'),
    );
    expect(alarm.text).toContain(`*Verão 2026*\n10:05 · <@${desk.ana.id}> stopped all sending.`);
    succeeded(await desk.ana.click('Let sending go on', stopped));
    await said(desk.ana, 'Isto exige o papel');
    succeeded(await desk.marcus.click('Let sending go on', stopped));
    await said(desk.marcus, 'Sending goes on.');
    expect((await desk.store.killSwitch()).engaged).toBe(false);
  });

  it('says that the product itself stopped, and why', async () => {
    await desk.control.killBySystem('carrier-30002');
    await desk.control.pauseBySystem(id, 'budget');
    await desk.work();
    const { text } = await desk.marcus.waitForMessage('alerts', (m) => m.text.includes('paused'));
    expect(text).toContain('The app stopped all sending: the carrier refuses (code 30002).');
    expect(text).toContain('The app paused it: the budget is used up.');
    expect((await card()).text).toContain('Paused: the budget is used up');
  });

  it('redraws what only one person sees instead of leaving a dead button there', async () => {
    succeeded(await desk.ana.command('general', '/campaign show verao'));
    const shown = await said(desk.ana, 'Em envio', 'general');
    succeeded(await desk.ana.click('Pausar campanha', shown));
    const after = await said(desk.ana, 'Pausada por uma pessoa', 'general');
    expect(labelsOf(after.blocks)).toContain('Retomar campanha');
    await cardSays('Paused by a person');
  });

  it('is found by its name in every notation, or as the only one there is', async () => {
    for (const [typed, answer] of [
      ['show VERAO', 'Sending'],
      ['show “Verão 2026”', 'Sending'],
      ['show', 'Sending'],
      ['cancel', 'Sending'],
      ['show inverno', 'No campaign starts with “inverno” here'],
      ['resume', 'There is no campaign for that now'],
      ['resume verão', 'No campaign starts with “verão” here'],
    ] as const) {
      const before = (await desk.marcus.messages('general')).length;
      succeeded(await desk.marcus.command('general', `/campaign ${typed}`));
      await vi.waitUntil(async () => (await desk.marcus.messages('general')).length > before);
      expect((await desk.marcus.latestMessage('general'))?.text).toContain(answer);
    }
  });

  it('asks which one when several begin alike, and takes the exact name', async () => {
    for (const name of ['Verão 2026 B', 'R&B <x>']) {
      const draft = await desk.drafts.begin(desk.ana.id, name);
      expect(draft.status).toBe('draft');
    }
    succeeded(await desk.marcus.command('general', '/campaign show ver'));
    await said(desk.marcus, 'Which one: Verão 2026', 'general');
    succeeded(await desk.marcus.command('general', '/campaign show Verão 2026'));
    await said(desk.marcus, 'Sending', 'general');
    succeeded(await desk.marcus.command('general', '/campaign show r&b <x>'));
    await said(desk.marcus, '*R&amp;B &lt;x&gt;*\nDraft', 'general');
  });

  it('is paused by a word, and everything is stopped and started by one', async () => {
    succeeded(await desk.ana.command('general', '/campaign pause ver'));
    await said(desk.ana, 'está pausada', 'general');
    await cardSays('Paused by a person');
    succeeded(await desk.alex.command('general', '/campaign resume'));
    const shown = await said(desk.alex, 'Paused', 'general');
    succeeded(await desk.alex.click('Resume campaign', shown));
    await said(desk.alex, 'Sending', 'general');
    expect(await status()).toBe('running');
    for (const [typed, answer] of [
      ['stop', 'Todos os envios estão parados'],
      ['stop', 'já estavam parados'],
    ] as const) {
      succeeded(await desk.ana.command('general', `/campaign ${typed}`));
      await said(desk.ana, answer, 'general');
    }
    for (const answer of ['Sending goes on.', 'Nothing was stopped.']) {
      succeeded(await desk.marcus.command('general', '/campaign start'));
      await said(desk.marcus, answer, 'general');
    }
  });

  it('lists the latest with what can be done next, for a viewer too', async () => {
    desk.clock.advance(1000);
    await desk.drafts.begin(desk.ana.id, 'Rascunho <!channel>');
    succeeded(await desk.vera.command('general', '/campaign list'));
    const list = await said(desk.vera, 'Verão 2026', 'general');
    expect(list.text).toContain('*Rascunho &lt;!channel&gt;*\nRascunho');
    // A draft goes on with whoever may draft.
    expect(labelsOf(list.blocks)).toEqual(['Ver']);
    succeeded(await desk.vera.click('Ver', list));
    await said(desk.vera, '0 de 12', 'general');
    succeeded(await desk.ana.command('general', '/campaign list'));
    const own = await said(desk.ana, 'Rascunho &lt;!channel&gt;', 'general');
    expect(labelsOf(own.blocks)).toEqual(['Continuar', 'Ver']);
  });

  it('answers help, nothing and an unknown word with what there is', async () => {
    for (const [typed, words] of [
      ['', 'O que /campaign faz'],
      ['help', '/campaign why +1 203 555 0123'],
      ['puase Verão', 'Você quis dizer `/campaign pause`?'],
      ['<!channel>', 'Não conheço `/campaign &'],
    ]) {
      succeeded(await desk.ana.command('general', `/campaign ${typed}`));
      const answer = await said(desk.ana, words ?? '', 'general');
      expect(textOf(answer.blocks)).not.toContain('<!channel>');
    }
  });
});
