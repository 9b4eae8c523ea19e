import { expect, it } from 'vitest';
import { slackReplyDesk } from '../../../../src/adapters/slack/conversations/reply-desk.ts';
import { repliesMessage } from '../../../../src/adapters/slack/conversations/reply-view.ts';
import type { PostRequest } from '../../../../src/adapters/slack/posting.ts';
import { createWords } from '../../../../src/adapters/slack/words/words.ts';
import type { ReplyNotice } from '../../../../src/features/conversations/index.ts';
import { buttonsOf, expectSendable, textOf } from '../../../support/blocks.ts';

const words = createWords();
const reader = words.in('pt-BR', 'America/New_York');

const notice = (part: Partial<ReplyNotice> = {}): ReplyNotice => ({
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  contactId: null,
  maskedPhone: '+1 (203) •••-0123',
  name: 'Ana Silva',
  label: 'reply',
  text: 'Tem voo direto?',
  channel: 'sms',
  campaignId: null,
  campaignName: 'Verão',
  optedOut: false,
  receivedAt: new Date('2026-11-24T15:05:00Z'),
  decided: null,
  ...part,
});

it('shows who answered what, in blocks and in the plain text alike', () => {
  const { text, blocks } = repliesMessage(reader, [
    notice(),
    notice({ name: '', campaignName: null }),
  ]);
  for (const shown of [text, textOf(blocks)]) {
    expect(shown).toContain('2 pessoas responderam');
    expect(shown).toContain('*Ana Silva* +1 (203) •••-0123');
    expect(shown).toContain('sobre *Verão*');
    expect(shown).toContain('Tem voo direto?');
    expect(shown).toContain('Fora dos contatos');
  }
});

it('asks a person to read an unclear text, and offers the opt-out with a second question', () => {
  const { blocks } = repliesMessage(reader, [notice({ label: 'unclear' })]);
  expect(textOf(blocks)).toContain('podem ser pedidos para sair');
  const [optOut, keep] = buttonsOf(blocks);
  expect(optOut).toMatchObject({ label: 'É um pedido para sair', value: notice().id });
  expect(keep).toMatchObject({ label: 'Não é pedido para sair', value: notice().id });
  expect(optOut?.confirm).toContain('+1 (203) •••-0123');
});

it('stays inert and inside the limits whatever people write and are called', () => {
  const hostile = '<!channel> *@here* <https://evil.example|click> & `x`\n> quote'.repeat(40);
  const many = Array.from({ length: 10 }, (_, n) =>
    notice({
      id: `7c9e6679-7425-40de-944b-${String(n).padStart(12, '0')}`,
      text: hostile,
      name: hostile.slice(0, 255),
      campaignName: hostile.slice(0, 255),
      label: 'unclear',
    }),
  );
  for (const locale of ['en', 'pt-BR'] as const) {
    const { text, blocks } = repliesMessage(words.in(locale, 'America/New_York'), many);
    expectSendable('message', blocks);
    expect(text.length).toBeLessThan(4000);
    // Their words stand in rich text, which Slack does not parse; all the rest is escaped.
    const parsed = blocks.filter(({ type }) => type !== 'rich_text');
    expect(text + textOf(parsed)).not.toContain('<!channel>');
    expect(text + textOf(parsed)).not.toContain('<https://evil');
  }
});

it('says what a colleague made of it, and asks nothing any more', () => {
  const decided = { by: 'U01MARCUSRE', at: new Date('2026-11-24T15:10:00Z') };
  const { text, blocks } = repliesMessage(reader, [
    notice({ label: 'opt_out', optedOut: true, decided }),
    notice({
      id: '7c9e6679-7425-40de-944b-000000000002',
      optedOut: true,
      label: 'unclear',
      decided: null,
    }),
    notice({ id: '7c9e6679-7425-40de-944b-000000000003', label: 'reply', decided }),
  ]);
  for (const shown of [text, textOf(blocks)]) {
    expect(shown).toContain('*Pedido para sair*, diz <@U01MARCUSRE>, 24 de nov. de 2026, 10:10');
    expect(shown).toContain('*Não é pedido para sair*, diz <@U01MARCUSRE>');
    expect(shown).toContain('*Descadastrada*: nada mais é enviado');
  }
  expect(buttonsOf(blocks).map(({ id }) => id.split(':')[0])).toEqual([
    'conversations.opt-out',
    'conversations.keep',
    'conversations.opt-out',
  ]);
});

it('keeps one message for what came in together, named after its first text', async () => {
  const posted: PostRequest[] = [];
  const desk = slackReplyDesk({
    poster: {
      async keep(request) {
        posted.push(request);
        return { channel: request.channel, ts: '1.2', first: true, imagesLeftOut: false };
      },
    },
    channel: 'C1',
    words: reader,
  });
  await desk.announce([notice(), notice({ id: '7c9e6679-7425-40de-944b-000000000002' })]);
  await desk.announce([]);
  expect(posted.map(({ key, channel }) => [key, channel])).toEqual([
    [`replies:${notice().id}`, 'C1'],
  ]);
});
