import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import { buttonsOf, labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  sendAll,
  somePeople,
  statusCounts,
} from '../../../support/delivery.ts';

describe('what only a person can find out or decide', () => {
  let desk: CampaignDesk;
  let campaignId: string;
  beforeEach(async () => {
    desk = await campaignDesk();
    await somePeople(desk.db, 12);
    await aSender(desk.db);
    campaignId = await aRunningCampaign(desk.db, { people: 12 });
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const worker = (fate: Parameters<typeof memoryCarrier>[0]) =>
    aWorker(desk.db, memoryCarrier(fate).carrier, desk.clock);
  const said = (who: CampaignDesk['ana'], words: string) =>
    who.waitForMessage('general', (m) => m.ephemeralTo === who.id && m.text.includes(words));

  it('lists unconfirmed messages, sends one again after a warning, and closes one', async () => {
    await sendAll(desk.db, [worker({ fate: () => 'lost-answer' })]);
    expect(await statusCounts(desk.db)).toEqual({ unconfirmed: 12 });
    succeeded(await desk.ana.command('general', '/campaign unconfirmed ver'));
    const operators = await said(desk.ana, '12 mensagens estão sem confirmação');
    succeeded(await desk.ana.click('Encerrar', operators));
    await said(desk.ana, 'Isto exige o papel');

    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    const list = await said(desk.marcus, '12 messages are unconfirmed');
    expect(list.text).toContain('+1 (203) •••-0000 · Ana Silva · Nov 24, 2026, 10:05');
    expect(list.text).toContain('10 of 12 shown, the oldest first.');
    const buttons = buttonsOf(list.blocks);
    expect(buttons).toHaveLength(20);
    expect(buttons[0]).toMatchObject({ label: 'Send again' });
    expect(buttons[0]?.confirm).toContain('may get it twice');
    expect(buttons[1]).toMatchObject({ label: 'Close', confirm: '' });

    succeeded(await desk.marcus.click('Send again', list));
    const eleven = await said(desk.marcus, '11 messages are unconfirmed');
    expect(await statusCounts(desk.db)).toEqual({ unconfirmed: 11, queued: 1 });
    succeeded(await desk.marcus.click('Close', eleven));
    await said(desk.marcus, '10 messages are unconfirmed');
    expect(await statusCounts(desk.db)).toEqual({ unconfirmed: 10, queued: 1, failed: 1 });
    const { rows } = await desk.db.pool.query(
      `select action, actor from audit_log where action like 'delivery.%' order by seq`,
    );
    expect(rows).toEqual([
      { action: 'delivery.sent-again', actor: desk.marcus.id },
      { action: 'delivery.closed', actor: desk.marcus.id },
    ]);
  });

  it('answers a second click on the same message, and has nothing to list in the end', async () => {
    await sendAll(desk.db, [worker({ fate: (n) => (n === 0 ? 'lost-answer' : 'accepted') })]);
    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    succeeded(await desk.alex.command('general', '/campaign unconfirmed'));
    const mine = await said(desk.marcus, '1 message is unconfirmed');
    const theirs = await said(desk.alex, '1 message is unconfirmed');
    succeeded(await desk.marcus.click('Close', mine));
    await said(desk.marcus, 'No message of *Verão* is unconfirmed');
    succeeded(await desk.alex.click('Send again', theirs));
    await said(desk.alex, 'settled already');
    expect(await statusCounts(desk.db)).toEqual({ sent: 11, failed: 1 });
  });

  it('lets a completed campaign run once more for a message that is sent again', async () => {
    await sendAll(desk.db, [worker({ fate: (n) => (n === 0 ? 'lost-answer' : 'accepted') })]);
    await desk.db.pool.query(`update phone_campaigns set status = 'completed'`);
    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    succeeded(await desk.marcus.click('Send again', await said(desk.marcus, '1 message')));
    await said(desk.marcus, 'No message');
    const again = memoryCarrier();
    await sendAll(desk.db, [aWorker(desk.db, again.carrier, desk.clock)]);
    expect(again.got).toHaveLength(1);
    expect(await statusCounts(desk.db)).toEqual({ sent: 12 });
    await desk.control.advance();
    expect(await desk.store.find(campaignId)).toMatchObject({ status: 'completed' });
  });

  it('only closes what a canceled campaign has left', async () => {
    await sendAll(desk.db, [worker({ fate: () => 'lost-answer' })]);
    await desk.control.cancel(campaignId, desk.ana.id);
    succeeded(await desk.marcus.command('general', '/campaign unconfirmed'));
    const list = await said(desk.marcus, '12 messages');
    expect(new Set(labelsOf(list.blocks))).toEqual(new Set(['Close']));
    const { rows } = await desk.db.pool.query<{ id: string }>(
      'select id from phone_communications limit 1',
    );
    const resolve = aWorker(desk.db, memoryCarrier().carrier, desk.clock).store.resolve(
      { communicationId: rows[0]?.id ?? '', attempt: 1 },
      'again',
      'U1',
      desk.clock.now(),
    );
    expect(await resolve).toBeNull();
  });

  it.each(['why +1 203 555 0000', 'why (203) 555-0000', 'why <tel:+12035550000|203 555 0000>'])(
    'says of a person, by %s, each rule, what it says now, and what became of them',
    async (typed) => {
      await sendAll(desk.db, [worker({ fate: () => 'accepted' })]);
      succeeded(await desk.marcus.command('general', `/campaign ${typed}`));
      const { text, blocks } = await said(desk.marcus, 'Why +1 (203) •••-0000?');
      expect(text).toContain('*Ana Silva* · rules of CT · America/New_York');
      expect(text).toContain('*They may get a text now*, until Nov 24, 2026, 20:00');
      expect(text.match(/✓/g)).toHaveLength(10);
      expect(text).toContain('1 attempt (10:05) in the last 24 hours');
      expect(text).toContain('• *Verão* · sent, Nov 24, 2026, 10:05');
      expect(textOf(blocks)).toContain('They agreed to texts');
      expect(JSON.stringify(blocks)).not.toContain('5550000');
    },
  );

  it('names the next lawful moment, the next free attempt, and everything that stands against', async () => {
    for (const at of ['10:00', '11:00', '12:00']) {
      await desk.db.pool.query(
        `with c as (insert into phone_communications (campaign_id, type, direction, status, phone, step, created_at)
           values ($1, 'sms', 'outbound', 'failed', $2, extract(hour from $3::time)::int, '2026-11-20') returning id)
         insert into delivery_attempts (communication_id, n, phone, channel, sender_id, token, outcome, reserved, attempted_at, call_started_at)
         select id, 1, $2, 'sms', 'sms', $3::text, 'failed', 0, ('2026-11-24 ' || $3::text || ' America/New_York')::timestamptz, now() from c`,
        [campaignId, phoneOf(1), at],
      );
    }
    desk.clock.advance(11 * 3600_000);
    succeeded(await desk.marcus.command('general', `/campaign why ${phoneOf(1)}`));
    const held = await said(desk.marcus, '•••-0001');
    expect(held.text).toContain('*Not now, but from Nov 25, 2026, 10:00.*');
    expect(held.text).toMatch(/✗ Outside .*; next lawful moment Nov 25, 2026, 09:00/);
    expect(held.text).toContain(
      '3 attempts (10:00, 11:00, 12:00) in the last 24 hours, three are allowed; the next one from Nov 25, 2026, 10:00',
    );
    await desk.db.pool.query(
      `update phone_contacts set opted_out = true, dead = true, consent_sms = 'revoked' where phone = $1`,
      [phoneOf(2)],
    );
    await desk.db.pool.query(
      `update phone_communications set status = 'failed', error_code = '30005' where phone = $1`,
      [phoneOf(2)],
    );
    succeeded(await desk.ana.command('general', `/campaign why ${phoneOf(2)}`));
    const blocked = await said(desk.ana, '•••-0002');
    expect(blocked.text).toContain('*Como está, não recebe nada.*');
    expect(blocked.text).toMatch(/não entregue.*O número não está em serviço \(código 30005\)/);
  });

  it('says so when the number is none, is nobody, or the asker may not know', async () => {
    for (const [typed, words] of [
      ['why', 'not a US phone number'],
      ['why Ana', 'not a US phone number'],
      ['why +1 212 555 9999', 'Nothing is known about this number'],
    ]) {
      succeeded(await desk.marcus.command('general', `/campaign ${typed}`));
      await said(desk.marcus, words ?? '');
    }
    succeeded(await desk.vera.command('general', `/campaign why ${phoneOf(1)}`));
    await said(desk.vera, 'Isto exige o papel');
    await desk.db.pool.query(
      `insert into suppressions (phone, reason, source, created_by, created_at)
       values ('+12125559999', 'opt-out', 'sms', 'person', now())`,
    );
    succeeded(await desk.marcus.command('general', '/campaign why +1 212 555 9999'));
    const { text } = await said(desk.marcus, 'not among the contacts');
    expect(text).toContain('✗ They opted out');
  });

  it('warns once when a budget that only warns is passed, in the thread and as an alarm', async () => {
    await desk.db.pool.query(
      `update phone_campaigns set stop_on_budget_reached = false, total_budget = 0.05`,
    );
    expect(await desk.control.warnBudgets()).toEqual([]);
    await desk.db.pool.query('update campaign_budgets set spent = 0.04, reserved = 0.01');
    expect(await desk.control.warnBudgets()).toEqual([]);
    await desk.db.pool.query('update campaign_budgets set reserved = 0.02');
    const warned = await Promise.all([
      desk.control.warnBudgets(),
      desk.control.warnBudgets(),
      desk.control.warnBudgets(),
    ]);
    expect(warned.flat()).toEqual([campaignId]);
    await desk.work();
    const alarm = await desk.marcus.waitForMessage('alerts', () => true);
    expect(alarm.text).toContain(
      'The budget is reached. It goes on up to the approved worst case.',
    );
    await desk.db.pool.query('update phone_campaigns set stop_on_budget_reached = true');
    await desk.db.pool.query(`delete from campaign_events`);
    expect(await desk.control.warnBudgets()).toEqual([]);
  });
});
