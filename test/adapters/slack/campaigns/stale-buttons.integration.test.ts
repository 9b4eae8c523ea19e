import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../../src/adapters/sandbox/slack/page-contract.ts';
import { labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import {
  aSender,
  aWorker,
  memoryCarrier,
  sendAll,
  somePeople,
  statusCounts,
} from '../../../support/delivery.ts';
import { submitted } from '../../../support/wizard.ts';

describe('a button that was drawn for another state of things', () => {
  let desk: CampaignDesk;
  let id: string;
  beforeEach(async () => {
    desk = await campaignDesk();
    await somePeople(desk.db, 12);
    await aSender(desk.db);
    id = await submitted(desk, desk.ana, { name: 'Verão 2026' });
    await approve();
    await desk.work();
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const version = async () => (await desk.store.find(id))?.version ?? 0;
  const status = async () => (await desk.store.find(id))?.status;
  const approve = async () => desk.approvals.approve(id, await version(), desk.marcus.id);
  /** The newest card, as it is in the channel now. */
  const card = async (): Promise<Message> => {
    await desk.work();
    const cards = (await desk.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    const newest = cards.at(-1);
    if (!newest) throw new Error('there is no card');
    return newest;
  };
  const said = (who: CampaignDesk['ana'], words: string, channel = 'approvals') =>
    who.waitForMessage(channel, (m) => m.ephemeralTo === who.id && m.text.includes(words));
  /** All that a decision would leave behind. */
  const decided = async () => {
    const { rows } = await desk.db.pool.query(
      `select (select count(*) from campaign_events)::int as events, (select count(*) from audit_log)::int as audit,
              (select json_agg(k order by id) from (select id, status, version, decisions from phone_campaigns) k) as campaigns,
              (select json_agg(s) from (select * from kill_switch) s) as stopped`,
    );
    return { ...rows[0], messages: await statusCounts(desk.db) };
  };
  const unchanged = async (press: () => Promise<unknown>) => {
    const before = await decided();
    await press();
    expect(await decided()).toEqual(before);
  };

  it('pauses nothing from before others paused and resumed, and works on the present card', async () => {
    const old = await card();
    await desk.control.pause(id, desk.marcus.id);
    await desk.control.resume(id, desk.alex.id);
    await unchanged(async () => {
      await desk.press('ana', old, 'campaigns.pause');
      await said(
        desk.ana,
        'Já se decidiu algo sobre *Verão 2026* depois que este botão apareceu: agora está em envio. Seu clique não mudou nada.',
      );
      await desk.press('marcus', old, 'campaigns.cancel');
      await said(
        desk.marcus,
        'Something was decided about *Verão 2026* since this button was drawn: it is running now. Your click changed nothing.',
      );
    });
    expect((await desk.press('ana', await card(), 'campaigns.pause')).status).toBe(200);
    await said(desk.ana, 'está pausada');
    expect(await status()).toBe('paused');
  });

  it('does not resume what was paused for another reason since', async () => {
    await desk.control.pause(id, desk.ana.id);
    const old = await card();
    await desk.control.resume(id, desk.marcus.id);
    await desk.control.pauseBySystem(id, 'double-send');
    await unchanged(async () => {
      await desk.press('marcus', old, 'campaigns.resume');
      await said(desk.marcus, 'it is paused now');
    });
    await desk.press('marcus', await card(), 'campaigns.resume');
    await said(desk.marcus, 'goes on with the people who are left');
  });

  it('cancels no later version than the one that was shown', async () => {
    const old = await card();
    await desk.db.pool.query(`update phone_campaigns set status = 'scheduled'`);
    await desk.drafts.save(id, await version(), { name: 'Outono' }, desk.ana.id);
    await desk.drafts.submit(id, await version(), desk.ana.id);
    await desk.work();
    await approve();
    await unchanged(async () => {
      await desk.press('marcus', old, 'campaigns.cancel');
      await said(desk.marcus, 'Something was decided about *Outono*');
    });
    await desk.press('marcus', await card(), 'campaigns.cancel');
    await said(desk.marcus, '*Outono* is canceled');
  });

  it('still works when the campaign only began by itself', async () => {
    await desk.db.pool.query(`update phone_campaigns set status = 'scheduled'`);
    await desk.outbox.refreshCards();
    const cards = (await desk.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    const scheduled = cards.at(-1);
    if (!scheduled) throw new Error('there is no card');
    expect(scheduled.text).toContain('Scheduled');
    await desk.control.advance();
    expect(await status()).toBe('running');
    await desk.press('ana', scheduled, 'campaigns.pause');
    await said(desk.ana, 'está pausada');
  });

  it('takes one of two who decide at the same moment, and tells the other how it stands', async () => {
    const shown = await card();
    await Promise.all([
      desk.press('ana', shown, 'campaigns.pause'),
      desk.press('marcus', shown, 'campaigns.cancel'),
    ]);
    const texts = await Promise.all(
      [desk.ana, desk.marcus].map(
        async (who) =>
          (await who.waitForMessage('approvals', (m) => m.ephemeralTo === who.id)).text,
      ),
    );
    expect(texts.filter((text) => /está pausada\.|is canceled\./.test(text))).toHaveLength(1);
    expect((await desk.store.find(id))?.decisions).toBe(1);
  });

  it('draws again what only one person sees, with why', async () => {
    succeeded(await desk.ana.command('general', '/campaign show verao'));
    const shown = await said(desk.ana, 'Em envio', 'general');
    await desk.control.pause(id, desk.marcus.id);
    await desk.control.resume(id, desk.marcus.id);
    succeeded(await desk.ana.click('Pausar campanha', shown));
    await said(desk.ana, 'Já se decidiu algo', 'general');
    expect(await status()).toBe('running');
    const again = (await desk.ana.messages('general')).find(({ ts }) => ts === shown.ts);
    if (!again) throw new Error('it is gone');
    succeeded(await desk.ana.click('Pausar campanha', again));
    await said(desk.ana, 'Pausada por uma pessoa', 'general');
  });

  it('makes nothing of ids and values that no button of ours has', async () => {
    const shown = await card();
    const other = await desk.drafts.begin(desk.ana.id, 'Outra');
    const [own] = [await desk.store.find(id)];
    const forged: [value: string, answer: string][] = [
      ['11111111-1111-4111-8111-111111111111:1:0', 'does not exist'],
      [`${other.id}:${own?.version}:${own?.decisions}`, '*Outra* is a draft'],
      [id, 'Something was decided'],
      [`${id}:${own?.version}:7`, 'Something was decided'],
      [`${id}:999999999:0`, 'Something was decided'],
    ];
    const nonsense = ['', 'x', `${id}:1`, `${id}:1:0:0`, `${id}:-1:0`, `${id}:1e3:0`, `${id}::`];
    nonsense.push(`${id}:99999999999999999999:0`, `${id}' or '1'='1:1:0`, `${id}:1: 0`);
    forged.push(...nonsense.map((value): [string, string] => [value, 'has forgotten']));
    await unchanged(async () => {
      for (const [value, answer] of forged) {
        const before = (await desk.marcus.messages('approvals')).length;
        await desk.press('marcus', shown, 'campaigns.pause', { value });
        await expect
          .poll(async () => (await desk.marcus.messages('approvals')).length)
          .toBe(before + 1);
        expect((await desk.marcus.latestMessage('approvals'))?.text).toContain(answer);
      }
    });
    await desk.press('vera', shown, 'campaigns.pause');
    await said(desk.vera, 'Isto exige o papel');
    expect(await status()).toBe('running');
  });

  it('ends no other stop than the one that was shown', async () => {
    await desk.control.kill(desk.ana.id);
    const old = await card();
    await desk.control.unkill(desk.marcus.id);
    desk.clock.advance(1_000);
    await desk.control.killBySystem('carrier-30002');
    await unchanged(async () => {
      await desk.press('marcus', old, 'campaigns.unkill');
      await said(desk.marcus, 'was stopped once more since this button was drawn');
      for (const value of ['all', '0', '-1', 'x', '9'.repeat(40)]) {
        await desk.press('marcus', old, 'campaigns.unkill', { value });
      }
      await said(desk.marcus, 'has forgotten');
    });
    await desk.press('marcus', await card(), 'campaigns.unkill');
    await said(desk.marcus, 'Sending goes on.');
    await desk.press('marcus', old, 'campaigns.unkill');
    await said(desk.marcus, 'Nothing was stopped.');
  });

  it('sends nothing a third time because of a list from before the second', async () => {
    const { carrier } = memoryCarrier({ fate: () => 'lost-answer' });
    await sendAll(desk.db, [aWorker(desk.db, carrier, desk.clock)]);
    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    const old = await said(desk.marcus, '12 messages are unconfirmed', 'general');
    succeeded(await desk.alex.command('general', '/campaign unconfirmed'));
    const theirs = await said(desk.alex, '12 messages', 'general');
    succeeded(await desk.alex.click('Send again', theirs));
    await said(desk.alex, '11 messages', 'general');
    await sendAll(desk.db, [aWorker(desk.db, carrier, desk.clock)]);
    expect(await statusCounts(desk.db)).toEqual({ unconfirmed: 12 });
    await unchanged(async () => {
      succeeded(await desk.marcus.click('Send again', old));
      await said(desk.marcus, 'was sent again since. Your click changed nothing', 'general');
    });
    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    const present = await desk.marcus.waitForMessage(
      'general',
      (m) => m.ts > old.ts && labelsOf(m.blocks).includes('Send again'),
    );
    succeeded(await desk.marcus.click('Close', present));
    await said(desk.marcus, '11 messages', 'general');
  });
});
