import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { createDeliveryStore } from '../../../src/adapters/db/delivery-store.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import {
  type ConversationService,
  createConversationService,
  type InboundMessage,
  type ReplyNotice,
} from '../../../src/features/conversations/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aRunningCampaign, phoneOf, somePeople, tuesday } from '../../support/delivery.ts';

const later = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000);
const person = phoneOf(1);

let fresh: FreshDatabase;
let conversations: ConversationService;
let campaignId: string;
let stopped = false;
let story: string[];
let ids = 0;

beforeEach(async () => {
  fresh = await freshDatabase();
  const { db } = fresh;
  await somePeople(db, 4);
  campaignId = await aRunningCampaign(db, { people: 4 });
  await db.pool.query(
    `update phone_communications set status = 'delivered', sent_at = $2, delivered_at = $2,
            message = 'Fly2Any: passagem para o Brasil. Responda PARE para sair' where phone = $1`,
    [person, tuesday],
  );
  story = [];
  stopped = false;
  const delivery = createDeliveryStore(db);
  conversations = createConversationService({
    store: conversationStore(db),
    consent: createConsentService({ store: consentStore(db) }),
    isStopped: async () => stopped,
    delivery: {
      arrived: async () => {},
      async waitUntilQuiet(phone) {
        const { opted_out } = await contact(phone);
        story.push(`waited, opted out already: ${opted_out}`);
        return true;
      },
      cancelQueued: (phone, reason) => delivery.cancelQueued(phone, reason, later(1)),
      cancelFollowUps: (phone) => delivery.cancelFollowUps(phone, later(1)),
      requeueReviewed: (phone) => delivery.requeueReviewed(phone),
    },
  });
});
afterEach(() => fresh.close());

function text(body: string, part: Partial<InboundMessage> = {}): InboundMessage {
  ids += 1;
  return {
    carrierId: `SM${ids}`,
    channel: 'sms',
    from: person,
    to: '+18605550100',
    body,
    optOutType: null,
    at: later(12),
    ...part,
  };
}

const rows = async <Row>(sql: string, params: unknown[] = []): Promise<Row[]> =>
  (await fresh.db.pool.query(sql, params)).rows;

async function contact(phone: string) {
  const [row] = await rows<{ opted_out: boolean; consent_sms: string; last_inbound_at: Date }>(
    'select opted_out, consent_sms, last_inbound_at from phone_contacts where phone = $1',
    [phone],
  );
  if (!row) throw new Error('no such contact');
  return row;
}

const outbound = async (phone: string) =>
  (
    await rows<{
      status: string;
      reasons: string[];
      response: string | null;
      minutes: string | null;
    }>(
      `select status, reasons, response, extract(epoch from response_time) / 60 as minutes
         from phone_communications where phone = $1 and campaign_id = $2 and direction = 'outbound'`,
      [phone, campaignId],
    )
  )[0];

describe('an opt-out', () => {
  it('is on disk before anything is waited for, and confirmed once in the language of the person', async () => {
    const { reply } = await conversations.receive(text('para de me mandar mensagem por favor'));
    expect(story).toEqual(['waited, opted out already: true']);
    expect(reply).toContain('Voce nao vai mais receber');
    expect(await contact(person)).toMatchObject({ opted_out: true, consent_sms: 'revoked' });
    expect((await conversations.receive(text('PARE!!!'))).reply).toBeNull();
  });

  it('answers a bare STOP in the language of the message it answers', async () => {
    expect((await conversations.receive(text('STOP'))).reply).toContain('Voce nao vai mais');
  });

  it('is not answered a second time when the carrier has answered', async () => {
    expect(await conversations.receive(text('STOP', { optOutType: 'STOP' }))).toEqual({
      reply: null,
    });
    expect((await contact(person)).opted_out).toBe(true);
  });

  it('counts by what the carrier took it for, not by our reading', async () => {
    await conversations.receive(text('ok', { optOutType: 'STOP' }));
    expect((await contact(person)).opted_out).toBe(true);
  });

  it('takes what waits for this number out of the queue, and nobody else', async () => {
    const other = phoneOf(2);
    await conversations.receive(text('SAIR', { from: other }));
    const states = await rows<{ phone: string; status: string }>(
      `select phone, status from phone_communications where direction = 'outbound' and campaign_id is not null and phone <> $1 order by phone`,
      [person],
    );
    expect(states.filter(({ status }) => status === 'skipped').map(({ phone }) => phone)).toEqual([
      other,
    ]);
  });

  it('holds for a number that is no contact', async () => {
    const stranger = '+14075550177';
    expect((await conversations.receive(text('stop', { from: stranger }))).reply).not.toBeNull();
    const suppressed = await rows('select 1 from suppressions where phone = $1', [stranger]);
    expect(suppressed).toHaveLength(1);
  });

  it('is not an answer to the campaign', async () => {
    await conversations.receive(text('Pare'));
    expect(await outbound(person)).toMatchObject({ status: 'delivered', response: null });
  });
});

describe('a webhook that comes again', () => {
  it('changes nothing and is not answered, also after the person has come back', async () => {
    const stop = text('STOP');
    await conversations.receive(stop);
    await conversations.receive(text('START', { at: later(20) }));
    expect(await conversations.receive(stop)).toEqual({ reply: null });
    expect((await contact(person)).opted_out).toBe(false);
  });

  it('is answered once when it comes twice at the same time', async () => {
    const stop = text('stop');
    const answers = await Promise.all([1, 2, 3, 4].map(() => conversations.receive(stop)));
    expect(answers.filter(({ reply }) => reply !== null).length).toBeLessThanOrEqual(1);
    const [counts] = await rows<{ inbound: number; answers: number }>(
      `select count(*) filter (where direction = 'inbound')::int as inbound,
              count(*) filter (where purpose = 'confirmation')::int as answers from phone_communications`,
    );
    expect(counts?.inbound).toBe(1);
    expect(counts?.answers).toBeLessThanOrEqual(1);
  });

  it('still opts out when the first try broke off in the middle', async () => {
    const stop = text('STOP');
    await conversationStore(fresh.db).record(stop, 'opt_out');
    expect((await conversations.receive(stop)).reply).not.toBeNull();
    expect((await contact(person)).opted_out).toBe(true);
  });

  it('is not lifted by an older START that comes again', async () => {
    const start = text('START', { at: later(10) });
    await conversationStore(fresh.db).record(start, 'opt_in');
    await conversations.receive(text('STOP', { at: later(12) }));
    await conversations.receive({ ...start, at: later(20) });
    expect(await contact(person)).toMatchObject({ opted_out: true, consent_sms: 'revoked' });
  });
});

describe('an answer in words', () => {
  it('is attributed to the latest message, with the time it took', async () => {
    expect(await conversations.receive(text('Quanto custa?'))).toEqual({ reply: null });
    expect(await outbound(person)).toMatchObject({ status: 'replied', response: 'Quanto custa?' });
    expect(Number((await outbound(person))?.minutes)).toBe(12);
    expect((await contact(person)).last_inbound_at).toEqual(later(12));
  });

  it('keeps the time of the first answer when there are more', async () => {
    await conversations.receive(text('Oi'));
    await conversations.receive(text('Tem voo direto?', { at: later(50) }));
    expect(Number((await outbound(person))?.minutes)).toBe(12);
    expect((await outbound(person))?.response).toBe('Tem voo direto?');
  });

  it.each([
    ['failed on its way', tuesday],
    ['was refused at once', null],
  ])('stops the next step of a drip, also when the message before it %s', async (_, sentAt) => {
    await rows(
      `update phone_communications set status = 'failed', sent_at = $2, created_at = $3 where phone = $1`,
      [person, sentAt, tuesday],
    );
    await rows(
      `insert into phone_communications (phone_contact_id, campaign_id, type, direction, purpose, status,
              phone, step, sender_id, segments, message, due_at, created_at)
       select phone_contact_id, campaign_id, type, direction, purpose, 'queued', phone, 2, sender_id,
              segments, 'Ainda temos lugares', $2, created_at
         from phone_communications where phone = $1 and step = 1`,
      [person, later(5)],
    );
    await conversations.receive(text('sim'));
    expect(
      await rows('select status, reasons from phone_communications where phone = $1 and step = 2', [
        person,
      ]),
    ).toEqual([{ status: 'skipped', reasons: ['replied'] }]);
  });

  it('survives whatever a phone can send', async () => {
    for (const body of ['', '\u0000', '👍🏽', '<!channel>', 'x'.repeat(9_000), '\ud83d']) {
      await conversations.receive(text(body));
    }
    expect(
      await rows("select 1 from phone_communications where direction = 'inbound'"),
    ).toHaveLength(6);
  });
});

describe('the way back and help', () => {
  it('lets the person come back by their own words, kept as evidence', async () => {
    await conversations.receive(text('PARE'));
    const { reply } = await conversations.receive(text('Voltar', { at: later(30) }));
    expect(reply).toContain('volta a receber');
    expect(await contact(person)).toMatchObject({ opted_out: false, consent_sms: 'documented' });
    const [grant] = await rows(
      "select text_shown from consent_events where kind = 'grant' and source = 'sms'",
    );
    expect(grant).toEqual({ text_shown: 'Voltar' });
  });

  it('confirms again when the person opts out again', async () => {
    await conversations.receive(text('PARE'));
    await conversations.receive(text('Voltar', { at: later(30) }));
    expect((await conversations.receive(text('PARE', { at: later(40) }))).reply).not.toBeNull();
  });

  it('does not bring back whom a do-not-call list forbids', async () => {
    await fresh.db.pool.query(
      `insert into suppressions (phone, reason, source, created_by, created_at) values ($1, 'litigator', 'list', 'U1', $2)`,
      [person, tuesday],
    );
    expect(await conversations.receive(text('START'))).toEqual({ reply: null });
  });

  it('helps, also somebody who opted out', async () => {
    await conversations.receive(text('PARE'));
    expect((await conversations.receive(text('AJUDA'))).reply).toContain('Fly2Any');
  });

  it('sends nothing while all sending is stopped, but the confirmation of an opt-out', async () => {
    stopped = true;
    expect(await conversations.receive(text('AJUDA'))).toEqual({ reply: null });
    expect((await conversations.receive(text('PARE'))).reply).toContain('pedido foi atendido');
  });
});

describe('the replies channel', () => {
  const shown: ReplyNotice[][] = [];
  const desk = {
    announce: async (notices: readonly ReplyNotice[]) => void shown.push([...notices]),
  };
  beforeEach(() => {
    shown.length = 0;
  });

  it('sees replies and unclear texts together, without the number, once', async () => {
    await conversations.receive(text('Tem voo direto?'));
    await conversations.receive(
      text('quero cancelar minha passagem', { from: phoneOf(2), at: later(13) }),
    );
    await conversations.receive(text('PARE', { from: phoneOf(3) }));
    expect(await conversations.announce(desk, later(13))).toBe(2);
    expect(await conversations.announce(desk, later(14))).toBe(0);
    expect(shown[0]?.map(({ label, campaignName }) => [label, campaignName])).toEqual([
      ['reply', 'Verão'],
      ['unclear', null],
    ]);
    expect(JSON.stringify(shown)).not.toContain(person);
  });

  it('keeps what could not be shown for the next time', async () => {
    await conversations.receive(text('Oi'));
    const silent = { announce: () => Promise.reject(new Error('Slack is away')) };
    await expect(conversations.announce(silent, later(13))).rejects.toThrow('Slack is away');
    expect(await conversations.announce(desk, later(14))).toBe(1);
  });

  it('lets a colleague opt out whoever meant it', async () => {
    await conversations.receive(text('quero cancelar minha passagem'));
    await conversations.announce(desk, later(13));
    const id = shown[0]?.[0]?.id ?? '';
    expect(await conversations.optOutAs('U1', id, later(15))).toEqual({
      maskedPhone: '+1 (203) •••-0001',
      first: true,
    });
    expect((await contact(person)).opted_out).toBe(true);
    await expect(conversations.optOutAs('U1', 'nonsense', later(15))).rejects.toMatchObject({
      code: 'conversations.gone',
    });
  });

  it('takes what waits for an unclear person out of the queue', async () => {
    await conversations.receive(
      text('quero cancelar minha passagem', { from: phoneOf(2), at: later(13) }),
    );
    expect(await outbound(phoneOf(2))).toMatchObject({ status: 'skipped', reasons: ['in-review'] });
    expect((await contact(phoneOf(2))).opted_out).toBe(false);
  });
});
