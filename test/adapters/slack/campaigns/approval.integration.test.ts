import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../../src/adapters/sandbox/slack/page-contract.ts';
import { expectSendable, labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { somePeople, statusCounts } from '../../../support/delivery.ts';
import { goodText, shownTo, submitted } from '../../../support/wizard.ts';

const days = 24 * 3600_000;

describe('a request for approval', () => {
  let desk: CampaignDesk;
  let person: Pick<CampaignDesk, 'ana' | 'marcus' | 'vera' | 'alex'>;
  beforeEach(async () => {
    desk = await campaignDesk();
    person = desk;
    await somePeople(desk.db, 12);
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const card = async (): Promise<Message> => {
    const cards = (await person.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    expect(cards).toHaveLength(1);
    const [only] = cards;
    if (!only) throw new Error('there is no card');
    return only;
  };
  const told = async (who: CampaignDesk['ana'], words: string) =>
    who.waitForMessage(
      'approvals',
      ({ ephemeralTo, text }) => ephemeralTo === who.id && text.includes(words),
    );
  const thread = async () => {
    const { ts } = await card();
    return (await person.marcus.messages('approvals', ts)).slice(1).map(({ text }) => text);
  };

  it('shows who would get it, what it says, what it costs, and who vouches for the consent', async () => {
    const { rows } = await desk.db.pool.query<{ id: string }>(
      `insert into imports (status, file_name, file_sha256, attestation, created_by, created_at)
       values ('completed', 'lista <!channel>.csv', 'x', $1, 'U1', now()) returning id`,
      [JSON.stringify({ seller: 'Fly2Any LLC', signedBy: person.ana.id, signedAt: '2026-11-01' })],
    );
    await desk.db.pool.query('update phone_contacts set import_id = $1', [rows[0]?.id]);
    await desk.db.pool.query(
      `update phone_contacts set opted_out = true, consent_sms = 'revoked' where phone like '%2'`,
    );
    await submitted(desk, person.ana);
    const { blocks, text } = await card();
    const read = textOf(blocks);
    for (const said of [text, read]) {
      expect(said).toContain('Verão');
      expect(said).toContain(`<@${person.ana.id}> asks for approval`);
      expect(said).toContain('*12 people match*\n−1  They opted out\n*= 11 people would get it*');
      expect(said).toContain('nothing stands against the text');
      expect(said).toContain(
        `Consent of 11 people rests on the word of <@${person.ana.id}> (lista &lt;!channel&gt;.csv, Fly2Any LLC)`,
      );
      expect(said).toContain('$0.27 ($0.14 without accents)');
      expect(said).toContain('Simulated carrier');
    }
    expect(read).toContain('Olá Ana! Fly2Any: voos para o Brasil');
    expect(labelsOf(blocks)).toEqual(['Approve', 'Reject', 'Edit campaign']);
    const approve = await person.marcus.find('campaigns.approve', await card());
    expect(JSON.stringify(approve.element.confirm)).toContain('11 people, for $0.27 at most');
  });

  it('is refused in words to its author, and granted to a second person', async () => {
    await submitted(desk, person.alex);
    succeeded(await person.alex.click('Approve', await card()));
    await told(person.alex, 'You had a hand in this campaign');
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
    succeeded(await person.marcus.click('Approve', await card()));
    await told(person.marcus, 'You approved *Verão*');
    expect(await statusCounts(desk.db)).toEqual({ queued: 12 });
    expect(labelsOf((await card()).blocks)).toEqual([
      'Pause campaign',
      'Edit campaign',
      'Cancel campaign',
      'Stop all sending',
    ]);
    expect((await card()).text).toContain('Scheduled');
    await desk.work();
    expect(await thread()).toEqual([
      `10:05 · <@${person.marcus.id}> approved it.\n10:05 · Sending has started.`,
    ]);
  });

  it('answers a second click with who was faster', async () => {
    await submitted(desk, person.ana);
    const before = await card();
    succeeded(await person.marcus.click('Approve', before));
    await told(person.marcus, 'You approved');
    // Somebody whose Slack still shows the buttons.
    const approval = await desk.approvals.find((await desk.store.list({ limit: 1 }))[0]?.id ?? '');
    const stale = await desk.slack.post.toChannel('C01GENERALX', {
      text: 'stale',
      blocks: before.blocks,
    });
    const old = await person.alex.waitForMessage('general', ({ ts }) => ts === stale.ts);
    const heard = (words: string) =>
      person.alex.waitForMessage('general', ({ text }) => text.includes(words));
    succeeded(await person.alex.click('Approve', old));
    await heard(`<@${person.marcus.id}> approved this already, Nov 24, 2026, 10:05.`);
    succeeded(await person.alex.click('Reject', old));
    await person.alex.waitForView(() => true);
    succeeded(await person.alex.submit({ 'campaigns.reason': 'zu spät' }));
    expect(await shownTo(person.alex)).toContain(`<@${person.marcus.id}> approved this already`);
    expect(approval?.decidedBy).toBe(person.marcus.id);
    expect(await statusCounts(desk.db)).toEqual({ queued: 12 });
  });

  it('lets exactly one of two clicks at the same moment decide', async () => {
    await submitted(desk, person.ana);
    const shown = await card();
    await Promise.all([
      person.marcus.click('Approve', shown),
      person.alex.click('Approve', shown),
      person.marcus.click('Approve', shown),
    ]);
    const answers = async () =>
      (await person.marcus.messages('approvals'))
        .concat(await person.alex.messages('approvals'))
        .filter(({ ephemeralTo }) => ephemeralTo).length;
    await vi.waitUntil(async () => (await answers()) === 3, { timeout: 10_000 });
    const { rows } = await desk.db.pool.query(
      `select count(*)::int as n from audit_log where action = 'campaign.approved'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is too old after a week, and says what to do', async () => {
    await submitted(desk, person.ana);
    desk.clock.advance(7 * days + 1000);
    succeeded(await person.marcus.click('Approve', await card()));
    await told(person.marcus, 'too old to be decided on');
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
  });

  it.each([
    ['Approve', 'vera'],
    ['Reject', 'vera'],
    ['Edit campaign', 'vera'],
    ['Approve', 'ana'],
  ] as const)('%s is no business of %s', async (button, who) => {
    await submitted(desk, person.alex);
    succeeded(await person[who].click(button, await card()));
    await told(person[who], 'papel de');
    expect((await person[who].state()).views).toEqual([]);
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
  });

  it('is rejected with a reason, which the thread and the card tell; then a new card asks again', async () => {
    const id = await submitted(desk, person.ana);
    const first = await card();
    succeeded(await person.marcus.click('Reject', first));
    await person.marcus.waitForView(() => true);
    const nothing = await person.marcus.submit({ 'campaigns.reason': '\u200e\u200e' });
    expect(nothing.errors).toEqual({ 'campaigns.reason': 'Say what should change.' });
    succeeded(await person.marcus.submit({ 'campaigns.reason': 'Preço errado <!here>' }));
    await person.marcus.waitForMessage('approvals', ({ text }) => text.includes('Rejected by'));
    const rejected = await card();
    expect(rejected.text).toContain(
      `Rejected by <@${person.marcus.id}>: Preço errado &lt;!here&gt;`,
    );
    expect(labelsOf(rejected.blocks)).toEqual([]);
    await desk.work();
    expect((await thread()).join()).toContain('rejected it: Preço errado &lt;!here&gt;');
    expect(await desk.store.find(id)).toMatchObject({ status: 'draft' });

    const draft = await desk.store.find(id);
    await desk.drafts.submit(id, draft?.version ?? 0, person.ana.id);
    await desk.work();
    const cards = (await person.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    expect(cards.map(({ blocks }) => labelsOf(blocks).length)).toEqual([0, 3]);
    succeeded(await person.marcus.click('Approve', cards.at(-1) ?? first));
    await told(person.marcus, 'You approved');
  });

  it('is void with the first change, before and after it was approved', async () => {
    const id = await submitted(desk, person.ana);
    succeeded(await person.marcus.click('Approve', await card()));
    await told(person.marcus, 'You approved');
    succeeded(await person.ana.click('Edit campaign', await card()));
    await person.ana.waitForView(() => true);
    succeeded(await person.ana.close());
    expect(await desk.store.find(id)).toMatchObject({ status: 'scheduled' });

    succeeded(await person.ana.click('Edit campaign', await card()));
    await person.ana.waitForView(() => true);
    succeeded(await person.ana.submit({ 'campaigns.name': 'Inverno' }));
    expect(await shownTo(person.ana)).toContain('Passo 2 de 5');
    expect(await desk.store.find(id)).toMatchObject({ status: 'draft', name: 'Inverno' });
    expect(await statusCounts(desk.db)).toEqual({});
    await desk.work();
    const voided = await card();
    expect(voided.text).toContain(`<@${person.ana.id}> edited it, so this request is void`);
    expect(labelsOf(voided.blocks)).toEqual([]);
    expect((await thread()).at(-1)).toContain('the approval is void');
    for (const answer of [{}, { 'campaigns.template': `${goodText} Já!` }, {}, {}]) {
      succeeded(await person.ana.submit(answer));
    }
    await desk.work();
    expect(await statusCounts(desk.db)).toEqual({ staged: 12 });
    const cards = (await person.marcus.messages('approvals')).filter((m) => !m.ephemeralTo);
    expect(cards).toHaveLength(2);
    expect(textOf(cards[1]?.blocks)).toContain('Já!');
  });

  it('opens in a window from Home, where it is decided and drawn anew', async () => {
    const id = await submitted(desk, person.ana);
    const show = {
      type: 'button' as const,
      action_id: `campaigns.show:${id}`,
      text: { type: 'plain_text' as const, text: 'Show' },
      value: id,
    };
    await desk.slack.clients.quick.views.publish({
      user_id: person.marcus.id,
      view: { type: 'home', blocks: [{ type: 'actions', elements: [show] }] },
    });
    succeeded(await person.marcus.click('Show', 'home'));
    await person.marcus.waitForView(({ view }) => textOf(view).includes('asks for approval'));
    succeeded(await person.marcus.click('Reject'));
    await person.marcus.waitForView(({ view }) => textOf(view).includes('What should change?'));
    succeeded(await person.marcus.close());
    succeeded(await person.marcus.click('Approve'));
    const { view } = await person.marcus.waitForView((top) =>
      textOf(top.view).includes('Scheduled'),
    );
    expectSendable('modal', view);
    expect(labelsOf(view.blocks)).toContain('Pause campaign');
    await person.marcus.waitForMessage('approvals', ({ text }) => text.includes('Scheduled'));
    succeeded(await person.marcus.click('Pause campaign'));
    await person.marcus.waitForView((top) => textOf(top.view).includes('Paused by a person'));
    await person.marcus.waitForMessage('approvals', ({ text }) => text.includes('Paused by'));
  });

  it('tells its writer in their own words when it cannot be staged, and gives the draft back', async () => {
    const id = await submitted(desk, person.ana, { name: 'Primeira' });
    const version = (await desk.store.find(id))?.version ?? 0;
    await desk.drafts.save(id, version, { name: 'Segunda' }, person.ana.id);
    const edited = await desk.store.find(id);
    await desk.drafts.submit(id, edited?.version ?? 0, person.ana.id);
    await desk.db.pool.query('update phone_contacts set opted_out = true');
    await desk.work();
    const dm = await person.ana.waitForMessage('dm', ({ text }) => text.includes('Segunda'));
    expect(dm.text).toContain('voltou a ser rascunho. Ninguém receberia esta mensagem');
    expect(labelsOf(dm.blocks)).toEqual(['Continuar']);
    await desk.work();
    expect(await person.ana.messages('dm')).toHaveLength(1);
    expect(await desk.store.find(id)).toMatchObject({ status: 'draft' });
  });

  it('takes no value from a button that is not one of ours', async () => {
    await submitted(desk, person.ana);
    const posted = await desk.slack.post.toChannel('C01GENERALX', {
      text: 'forged',
      blocks: ['campaigns.approve', 'campaigns.pause', 'campaigns.send-again'].map((id) => ({
        type: 'actions' as const,
        elements: [
          {
            type: 'button' as const,
            action_id: id,
            text: { type: 'plain_text' as const, text: id },
            value: "1'; drop table phone_campaigns",
          },
        ],
      })),
    });
    const message = await person.marcus.waitForMessage('general', ({ ts }) => ts === posted.ts);
    for (const id of ['campaigns.approve', 'campaigns.pause', 'campaigns.send-again']) {
      succeeded(await person.marcus.click(id, message));
    }
    await person.marcus.waitForMessage('general', ({ text }) => text.includes('forgotten'));
  });
});
