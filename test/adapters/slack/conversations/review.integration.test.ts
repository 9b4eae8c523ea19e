import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentStore } from '../../../../src/adapters/db/consent-store.ts';
import { conversationStore } from '../../../../src/adapters/db/conversation-store.ts';
import { sandboxChannels } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import { registerConversations } from '../../../../src/adapters/slack/conversations/handlers.ts';
import { slackReplyDesk } from '../../../../src/adapters/slack/conversations/reply-desk.ts';
import { createConsentService } from '../../../../src/features/consent/index.ts';
import {
  type ConversationService,
  type ConversationStore,
  createConversationService,
} from '../../../../src/features/conversations/index.ts';
import { labelsOf } from '../../../support/blocks.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import {
  aRunningCampaign,
  aWorker,
  memoryCarrier,
  phoneOf,
  somePeople,
  statusCounts,
} from '../../../support/delivery.ts';

describe('the replies channel', () => {
  let desk: CampaignDesk;
  let conversations: ConversationService;
  let store: ConversationStore;
  let trouble: Error | null;
  beforeEach(async () => {
    trouble = null;
    desk = await campaignDesk(({ db, clock, slack }) => {
      store = conversationStore(db);
      conversations = createConversationService({
        store: {
          ...store,
          markAnnounced: async (ids, at) => {
            if (trouble) throw trouble;
            await store.markAnnounced(ids, at);
          },
        },
        consent: createConsentService({ store: consentStore(db) }),
        isStopped: async () => false,
        delivery: aWorker(db, memoryCarrier().carrier, clock).receipts,
      });
      registerConversations(slack, { conversations });
    });
    await somePeople(desk.db, 20);
    await aRunningCampaign(desk.db, { people: 20 });
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  let texts = 0;
  async function hear(person: number, body: string): Promise<void> {
    texts += 1;
    desk.clock.advance(1000);
    await conversations.receive({
      carrierId: `SM-in-${texts}`,
      channel: 'sms',
      from: phoneOf(person),
      to: '+18605550100',
      body,
      optOutType: null,
      at: desk.clock.now(),
    });
  }
  const announce = () =>
    conversations.announce(
      slackReplyDesk({
        poster: desk.poster,
        channel: sandboxChannels.replies.id,
        words: desk.slack.channelReader,
      }),
      desk.clock.now(),
    );
  const shown = async () => (await desk.ana.messages('replies')).filter((m) => !m.ephemeralTo);
  const told = (who: CampaignDesk['ana'], words: string) =>
    who.waitForMessage('replies', (m) => m.ephemeralTo === who.id && m.text.includes(words));
  const labelOf = async (person: number) =>
    (
      await desk.db.pool.query(
        `select label from phone_communications where phone = $1 and direction = 'inbound'`,
        [phoneOf(person)],
      )
    ).rows.map(({ label }) => label);
  const unclear = 'quero cancelar minha passagem';

  it('shows many together, each once and in order, without a full number', async () => {
    for (let n = 0; n < 13; n += 1) await hear(n, `Quanto custa para ${n} pessoas?`);
    expect([await announce(), await announce(), await announce()]).toEqual([10, 3, 0]);
    const messages = await shown();
    expect(messages).toHaveLength(2);
    const all = messages.map(({ blocks }) => textOf(blocks)).join('\n');
    for (let n = 0; n < 13; n += 1) {
      expect(all.split(`Quanto custa para ${n} pessoas?`)).toHaveLength(2);
    }
    expect(JSON.stringify(messages)).not.toMatch(/555\d{4}/);
    expect(all).toContain('+1 (203) •••-0003 · SMS · not an answer to a campaign');
  });

  it('shows each once when the process dies between the post and its record', async () => {
    await hear(1, 'Tem voo direto?');
    trouble = new Error('killed');
    await expect(announce()).rejects.toThrow('killed');
    trouble = null;
    await hear(2, 'E em dezembro?');
    expect(await announce()).toBe(2);
    expect(await announce()).toBe(0);
    const messages = await shown();
    expect(messages).toHaveLength(1);
    expect(textOf(messages[0]?.blocks)).toMatch(/Tem voo direto\?(.|\n)*E em dezembro\?/);
  });

  it('holds what waits for an unclear person until a colleague says that it is no opt-out', async () => {
    await hear(1, unclear);
    expect(await labelOf(1)).toEqual(['unclear']);
    expect(await statusCounts(desk.db)).toMatchObject({ queued: 19, skipped: 1 });
    await announce();
    const [message] = await shown();
    if (!message) throw new Error('nothing was shown');
    expect(labelsOf(message.blocks)).toEqual([
      'It is an opt-out',
      'Not an opt-out',
      'Contact card',
    ]);
    succeeded(await desk.vera.click('Not an opt-out', message));
    await told(desk.vera, 'Isto exige o papel');
    succeeded(await desk.ana.click('Not an opt-out', message));
    await told(desk.ana, 'A resposta de +1 (203) •••-0001 não é pedido para sair');
    expect(await labelOf(1)).toEqual(['reply']);
    expect(await statusCounts(desk.db)).toMatchObject({ queued: 20 });
    const [after] = await shown();
    expect(textOf(after?.blocks)).toContain(`*Not an opt-out*, says <@${desk.ana.id}>`);
    expect(labelsOf(after?.blocks)).toEqual(['Opt out', 'Contact card']);
    const { rows } = await desk.db.pool.query(
      `select actor, action, detail from audit_log where subject like 'reply:%'`,
    );
    expect(rows).toEqual([
      { actor: desk.ana.id, action: 'reply.read', detail: { label: 'reply' } },
    ]);
  });

  it('opts out whom a colleague understood so, for good, and says who decided', async () => {
    await hear(1, unclear);
    await hear(2, 'Quero sim!');
    await announce();
    const [message] = await shown();
    if (!message) throw new Error('nothing was shown');
    const stale = message;
    succeeded(await desk.marcus.click('It is an opt-out', message));
    await told(desk.marcus, '+1 (203) •••-0001 is opted out of everything');
    expect(await labelOf(1)).toEqual(['opt_out']);
    const { rows } = await desk.db.pool.query(
      'select reason, source, created_by from suppressions where phone = $1 and lifted_at is null',
      [phoneOf(1)],
    );
    expect(rows).toEqual([{ reason: 'opt-out', source: 'slack', created_by: desk.marcus.id }]);
    const [after] = await shown();
    expect(textOf(after?.blocks)).toContain(`*Opt-out*, says <@${desk.marcus.id}>`);
    expect(textOf(after?.blocks)).toContain('Quero sim!');
    expect(labelsOf(after?.blocks)).toEqual(['Contact card', 'Opt out', 'Contact card']);

    // Somebody whose Slack still shows the buttons.
    const copy = await desk.slack.post.toChannel(sandboxChannels.general.id, {
      text: 'stale',
      blocks: stale.blocks,
    });
    const old = await desk.ana.waitForMessage('general', ({ ts }) => ts === copy.ts);
    succeeded(await desk.ana.click('Not an opt-out', old));
    await desk.ana.waitForMessage('general', ({ text }) => text.includes('Alguém já decidiu'));
    expect(await labelOf(1)).toEqual(['opt_out']);
    expect(await statusCounts(desk.db)).toMatchObject({ queued: 19, skipped: 1 });
  });

  it('keeps holding while another text of the same person waits to be read', async () => {
    await hear(1, unclear);
    await hear(1, unclear);
    await announce();
    const [message] = await shown();
    if (!message) throw new Error('nothing was shown');
    succeeded(await desk.ana.click('Not an opt-out', message));
    await told(desk.ana, 'não é pedido para sair');
    expect(await statusCounts(desk.db)).toMatchObject({ queued: 19, skipped: 1 });
    const [second] = await shown();
    if (!second) throw new Error('nothing is shown');
    succeeded(await desk.ana.click('Not an opt-out', second));
    await expect.poll(() => statusCounts(desk.db), { timeout: 5000 }).toMatchObject({ queued: 20 });
  });
});
