import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels } from '../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../../src/adapters/sandbox/slack/client.ts';
import { labelsOf, textOf } from '../../support/blocks.ts';
import { type ContactWork, contactWork } from '../../support/contact-work.ts';
import { aRunningCampaign, phoneOf, somePeople, tuesday } from '../../support/delivery.ts';
import { importFile } from '../../support/imports.ts';

const list = `Nome;Telefone;Estado;Cidade;Consentimento;Data do consentimento;Texto do consentimento
Maria <!channel> Souza;203-555-0001;CT;Danbury;sim;10/03/2025;Eu aceito receber ofertas
`;

describe('the card of a contact', () => {
  let world: ContactWork;
  beforeEach(async () => {
    world = await contactWork();
    await importFile(world.db, Buffer.from(list));
    await somePeople(world.db, 1);
    await world.services.scores.pass();
  });
  afterEach(async () => {
    const { faults } = await world.ana.state();
    const bugs = world.log.filter(({ level }) => level === 'error');
    await world.close();
    expect([faults, bugs]).toEqual([[], []]);
  });

  const idOf = async (n: number) =>
    (await world.db.pool.query('select id from phone_contacts where phone = $1', [phoneOf(n)]))
      .rows[0].id;
  const contact = async (n: number) =>
    (await world.db.pool.query('select * from phone_contacts where phone = $1', [phoneOf(n)]))
      .rows[0];
  type Person = ContactWork['ana'];
  const cardOf = async (who: Person, text: string | RegExp) => {
    const shown = await who.waitForView(({ view }) => textOf(view).match(text) !== null);
    return shown.view;
  };
  const show = async (who: Person, typed: string, text: string | RegExp) => {
    succeeded(await who.command('general', `/contacts show ${typed}`));
    return cardOf(who, text);
  };

  it('shows who it is, what the score counts, and why they can be contacted now', async () => {
    const view = await show(world.alex, '(203) 555-0001', 'Danbury');
    const text = textOf(view);
    expect(text).toContain('Maria <!channel> Souza');
    expect(text).toContain('+1(203)555-0001');
    expect(text).toContain(
      '*Score 20* (cold): consent with its exact text +15, new in the last 30 days +5',
    );
    // The number is from New York, the address in Connecticut: both bind.
    expect(text).toContain('*Whose rules*\nCT · New York time');
    expect(text).toContain('They may get a text now');
    expect(text).toContain('✓ They agreed to texts');
    expect(labelsOf(view)).toEqual([
      'Overview',
      'Messages (0)',
      'Consent',
      'Validation',
      'Edit',
      'Opt out',
      'Forget',
    ]);
  });

  it('lets a viewer read a masked card and do nothing', async () => {
    const view = await show(world.vera, 'souza', 'Danbury');
    expect(textOf(view)).toContain('+1 (203) •••-0001');
    expect(JSON.stringify(view)).not.toMatch(/555-?0001/);
    expect(labelsOf(view)).toHaveLength(4);
  });

  it('asks who is meant when several are, and opens the one that is chosen', async () => {
    await world.db.pool.query(`update phone_contacts set name = 'Maria Lima' where phone = $1`, [
      phoneOf(0),
    ]);
    const which = await show(world.ana, 'maria', '2 pessoas combinam');
    expect(labelsOf(which)).toEqual(['Ficha do contato', 'Ficha do contato']);
    succeeded(await world.ana.click(`contacts.card:${await idOf(1)}`));
    expect(textOf(await cardOf(world.ana, 'Pode ser contatada agora'))).toContain('Danbury');
    await world.ana.close();
    expect(textOf((await world.ana.view()).view)).toContain('Maria Lima');
  });

  it('says it when nobody matches and when nothing was typed', async () => {
    await show(world.ana, 'zzz', 'Ninguém combina');
    await world.ana.close();
    await show(world.ana, '', '/contacts show Maria Silva');
  });

  it('shows every message, each consent with its source and text, each provider with its age', async () => {
    await aRunningCampaign(world.db, { people: 1, from: 1 });
    await world.db.pool.query(
      `insert into phone_communications (type, direction, status, phone, message, label, created_at, carrier_id)
       select 'sms', 'inbound', 'received', $1, 'Pergunta *' || n || '* <!here>', 'reply', $2::timestamptz - n * interval '1 hour', 'SM' || n
         from generate_series(1, 8) n`,
      [phoneOf(1), tuesday],
    );
    await world.db.pool.query(
      `insert into phone_validations (phone_contact_id, provider, is_valid, line_type, carrier, validated_at, answered_at, validation_cost)
       select $1, p, p = 'twilio', t, 'T-Mobile', a, a, 0.008
         from (values ('twilio', 3, 'mobile'), ('numverify', 40, 'landline'), ('twilio', 100, 'mobile')) v (p, d, t)
        cross join lateral (select $2::timestamptz - d * interval '1 day' as a) at`,
      [await idOf(1), tuesday],
    );
    await show(world.ana, '203 555 0001', 'Danbury');
    succeeded(await world.ana.click('contacts.card-tab:messages'));
    const messages = await cardOf(world.ana, 'Página 1 de 2');
    expect(textOf(messages)).toContain('*Verão* · espera o envio');
    expect(textOf(messages)).toContain('Pergunta *1* <!here>');
    succeeded(await world.ana.click('contacts.card-tab:next'));
    expect(textOf(await cardOf(world.ana, 'Página 2 de 2'))).toContain('Pergunta *8*');
    succeeded(await world.ana.click('contacts.card-tab:consent'));
    const consent = textOf(await cardOf(world.ana, 'Aceitou'));
    expect(consent).toContain(
      '*Aceitou* (documentado) · SMS e WhatsApp · dado em 10 de mar. de 2025',
    );
    expect(consent).toContain('Fonte: importação de *lista.csv*, linha 2');
    expect(consent).toContain('Eu aceito receber ofertas');
    succeeded(await world.ana.click('contacts.card-tab:validation'));
    const validation = textOf(await cardOf(world.ana, 'O que se acredita'));
    // 1 × 2^(-3/180) of weight for it, 0.6 × 2^(-40/180) against, 0.2 of the numbering plan for it.
    expect(validation).toContain('Número: *existe* · 66% de certeza');
    expect(validation).toContain('Em serviço: *não se sabe*');
    expect(validation).toContain('Linha: *celular* · 62% de certeza');
    expect(validation).toContain('Linha: celular (Twilio, 66%) · fixo (Numverify, 34%)');
    expect(validation).toContain('*Twilio*: válido · celular · T-Mobile · há 3 dias');
    expect(validation).toContain('*Numverify*: inválido · fixo · T-Mobile · há 40 dias');
    expect(validation).toContain('*Plano de numeração*: válido');
    expect(validation.indexOf('há 100 dias')).toBeGreaterThan(
      validation.indexOf('Respostas mais antigas'),
    );
  });

  it('is edited, with complaints under the fields, and tells the slower of two people', async () => {
    await show(world.ana, '203 555 0001', 'Danbury');
    succeeded(await world.ana.click('contacts.card-edit'));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.edit-form');
    const wrong = await world.ana.submit({ state: 'Lisboa', zip: '12' });
    expect(wrong.errors).toMatchObject({
      state: expect.stringContaining('estado dos EUA'),
      zip: expect.any(String),
    });
    await show(world.alex, '203 555 0001', 'Danbury');
    succeeded(await world.alex.click('contacts.card-edit'));
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.edit-form');
    await world.alex.submit({ city: 'Stamford', tags: 'vip, natal' });
    await cardOf(world.alex, 'Saved: city and tags');
    await world.ana.submit({ state: 'CT', zip: '06810', city: 'Hartford' });
    await cardOf(world.ana, 'Outra pessoa mudou este contato');
    expect(await contact(1)).toMatchObject({ city: 'Stamford', tags: ['vip', 'natal'], zip: null });
  });

  it('opts out, says so when somebody else was faster, and back in with newer evidence only', async () => {
    await show(world.ana, '203 555 0001', 'Danbury');
    await show(world.alex, '203 555 0001', 'Danbury');
    const { element } = await world.ana.find('contacts.card-opt-out');
    expect(JSON.stringify(element)).toContain('Nada espera para ser enviado');
    succeeded(await world.ana.click('contacts.card-opt-out'));
    await cardOf(world.ana, 'foi descadastrado de tudo');
    succeeded(await world.alex.click('contacts.card-opt-out'));
    await cardOf(world.alex, 'had opted out before you clicked');
    expect(await contact(1)).toMatchObject({ opted_out: true });
    succeeded(await world.ana.click('contacts.card-opt-in'));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.opt-in-form');
    await world.ana.submit({ text: 'Quero voltar a receber', day: '2026-11-23', time: '09:00' });
    await cardOf(
      world.ana,
      'A pessoa disse não em 24 de nov. de 2026, 10:05, e a sua prova não é posterior',
    );
    expect(await contact(1)).toMatchObject({ opted_out: true });
  });

  it('forgets for an admin only, and says what stays', async () => {
    await show(world.ana, '203 555 0001', 'Danbury');
    expect(labelsOf((await world.ana.view()).view)).not.toContain('Esquecer');
    await show(world.alex, '203 555 0001', 'Danbury');
    succeeded(await world.alex.click('contacts.card-forget'));
    const text = textOf(await cardOf(world.alex, 'Kept as proof'));
    expect(text).toContain('No name');
    expect(text).toContain('the number, its suppression and the consent ledger stay');
    expect(labelsOf((await world.alex.view()).view)).toHaveLength(4);
    // Ana's card is of before.
    succeeded(await world.ana.click('contacts.card-edit'));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.edit-form');
    await world.ana.submit({ name: 'Maria de novo' });
    await cardOf(world.ana, 'dados desta pessoa foram apagados');
    expect(await contact(1)).toMatchObject({ name: '' });
  });

  it('says that a made-up id is nobody', async () => {
    const { channel, ts } = await world.slack.post.toChannel(sandboxChannels.general.id, {
      text: 'old',
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'contacts.card',
              value: "' or true",
              text: { type: 'plain_text', text: 'Card' },
            },
          ],
        },
      ],
    });
    expect(channel).toBe(sandboxChannels.general.id);
    const old = await world.ana.waitForMessage('general', (m) => m.ts === ts);
    succeeded(await world.ana.click('Card', old));
    await cardOf(world.ana, 'não existe mais');
  });

  it('changes the weights only after its effect was shown, and only for an admin', async () => {
    succeeded(await world.ana.command('general', '/contacts score'));
    const seen = await world.ana.waitForMessage('general', (m) =>
      m.text.includes('Respondeu nos últimos 7 dias'),
    );
    expect(labelsOf(seen.blocks)).toEqual([]);
    succeeded(await world.alex.command('general', '/contacts score'));
    const mine = await world.alex.waitForMessage('general', (m) =>
      m.text.includes('Answered in the last 7 days'),
    );
    succeeded(await world.alex.click('contacts.score-edit', mine));
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.score-form');
    await world.alex.submit({ 'consent-documented': '90' });
    const effect = textOf(await cardOf(world.alex, 'change band'));
    expect(effect).toContain(
      '*2 contacts change band*, 2 get another score, of 2. The mean goes from *20* to *95*.',
    );
    expect(effect).toContain('hot: 0 → *2*');
    await world.alex.submit({});
    await world.alex.waitForMessage('dm', (m) => m.text.includes('Everybody is scored anew'));
    await world.services.scores.pass();
    expect(await contact(1)).toMatchObject({ lead_score: 95 });
  });
});
