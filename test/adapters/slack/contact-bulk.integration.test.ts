import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels } from '../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../../src/adapters/sandbox/slack/client.ts';
import { actions, button } from '../../../src/adapters/slack/blocks.ts';
import { buttonsOf, labelsOf, textOf } from '../../support/blocks.ts';
import { type ContactWork, contactWork } from '../../support/contact-work.ts';
import { phoneOf, somePeople } from '../../support/delivery.ts';

describe('/contacts bulk in a workspace', () => {
  let world: ContactWork;
  beforeEach(async () => {
    world = await contactWork();
    await somePeople(world.db, 12);
    await world.db.pool.query(`update phone_contacts set segment = 'vip' where phone < $1`, [
      phoneOf(2),
    ]);
  });
  afterEach(async () => {
    await world.queue.settle();
    const { faults } = await world.ana.state();
    const bugs = world.log.filter(({ level }) => level === 'error');
    const { failures } = world.queue;
    await world.close();
    expect([faults, bugs, failures]).toEqual([[], [], []]);
  });

  type Person = ContactWork['ana'];
  const menu = async (who: Person, typed = '') => {
    succeeded(await who.command('general', `/contacts bulk ${typed}`));
    return who.waitForMessage(
      'general',
      (m) => m.ephemeralTo === who.id && buttonsOf(m.blocks).length > 2,
    );
  };
  const seen = async (who: Person, text: string | RegExp) =>
    (await who.waitForView(({ view }) => textOf(view).match(text) !== null)).view;
  const told = (who: Person, text: string) =>
    who.waitForMessage('dm', (m) => m.text.includes(text));
  const segments = async () =>
    (await world.db.pool.query('select segment from phone_contacts order by phone')).rows.map(
      (row) => row.segment,
    );

  it('takes over what was found in a list, a saved filter too, and from nobody else', async () => {
    const filter = { segments: ['vip'] };
    const saved = await world.services.savedFilters.save(
      { name: 'Os melhores', filter, replace: false },
      world.ana.id,
    );
    const selection = await world.services.lists.saveSelection(world.ana.id, {
      filter: { savedFilter: saved.id },
    });
    const { ts } = await world.slack.post.toChannel(sandboxChannels.general.id, {
      text: 'a list',
      blocks: [actions([button({ id: 'contacts.bulk', label: 'Agir', value: selection })])],
    });
    const list = await world.ana.waitForMessage('general', (m) => m.ts === ts);
    succeeded(await world.ana.click('contacts.bulk', list));
    const shown = await world.ana.waitForMessage(
      'general',
      (m) => m.ephemeralTo === world.ana.id && buttonsOf(m.blocks).length > 2,
    );
    expect(shown.text).toContain('*2 contatos*');
    succeeded(await world.marcus.click('contacts.bulk', list));
    await world.marcus.waitForMessage(
      'general',
      (m) => m.ephemeralTo === world.marcus.id && /list/i.test(m.text),
    );
  });

  it('segments after a dialog with real numbers, tells the result, and undoes it', async () => {
    const shown = await menu(world.ana, 'estado:CT');
    expect(shown.text).toContain('*12 contatos* para `estado:CT`');
    succeeded(await world.ana.click('contacts.bulk-begin:segment', shown));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    await world.ana.submit({ segment: 'vip' });
    const review = await seen(world.ana, 'Colocar');
    expect(textOf(review)).toContain('Colocar *12 contatos* no segmento *vip*. 2 já estão nele.');
    expect(textOf(review)).toContain('Segmentar 10');
    await world.ana.submit({});
    await seen(world.ana, 'Em andamento');
    const done = await told(
      world.ana,
      '*10 contatos estão agora no segmento vip*; 2 já estavam nele.',
    );
    expect(new Set(await segments())).toEqual(new Set(['vip']));
    const [undo] = buttonsOf(done.blocks);
    expect(undo?.confirm).toContain('10 contatos recebem de volta');
    succeeded(await world.ana.click('contacts.bulk-undo', done));
    const undone = await told(world.ana, '*Desfeito para 10 contatos*');
    expect(undone.ts).toBe(done.ts);
    expect(buttonsOf(undone.blocks)).toEqual([]);
    expect((await segments()).filter((segment) => segment === 'geral')).toHaveLength(10);
  });

  it.each([
    ['segment', { segment: 'vip' }, 'já estão no segmento'],
    ['untag', { tag: 'natal' }, 'Nenhum dos 2 contatos tem a etiqueta'],
  ])('offers nothing to confirm where %s would change nothing', async (action, entered, text) => {
    const shown = await menu(world.ana, 'segmento:vip');
    succeeded(await world.ana.click(`contacts.bulk-begin:${action}`, shown));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    await world.ana.submit(entered);
    const view = await seen(world.ana, text);
    expect(view).not.toHaveProperty('submit.text');
    const { rows } = await world.db.pool.query(
      `select * from contact_bulks where status <> 'chosen'`,
    );
    expect(rows).toEqual([]);
  });

  it('promises an opt-out only to those who are not out yet', async () => {
    const out = async (n: number) => {
      const shown = await menu(world.ana, 'segmento:vip');
      succeeded(await world.ana.click('contacts.bulk-begin:opt-out', shown));
      return seen(world.ana, n === 0 ? 'Todos os 2 contatos já saíram' : `Descadastrar ${n}`);
    };
    await out(2);
    for (const n of [1, 0]) {
      await world.db.pool.query(
        `insert into suppressions (phone, reason, source, created_by, created_at)
         values ($1, 'opt-out', 'reply', 'x', now())`,
        [phoneOf(n)],
      );
      expect(textOf(await out(n))).not.toContain('Descadastrar 2');
    }
  });

  it('is refused to a viewer, says it when nobody matches, and does not understand nonsense', async () => {
    succeeded(await world.vera.command('general', '/contacts bulk'));
    await world.vera.waitForMessage('general', (m) => m.text.includes('papel de *operador*'));
    succeeded(await world.ana.command('general', '/contacts bulk estado:AK'));
    await world.ana.waitForMessage('general', (m) => m.text.includes('Ninguém combina'));
    succeeded(await world.ana.command('general', '/contacts bulk score:muito'));
    await world.ana.waitForMessage('general', (m) =>
      m.text.includes('Não entendi “score:muito” neste filtro'),
    );
  });

  it('says that more people match by now, and changes nothing', async () => {
    const shown = await menu(world.ana);
    succeeded(await world.ana.click('contacts.bulk-begin:tag', shown));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    expect((await world.ana.submit({ tag: ' ; ' })).errors).toMatchObject({
      tag: 'Escreva uma etiqueta.',
    });
    await world.ana.submit({ tag: 'natal' });
    await seen(world.ana, '12 contatos');
    await world.db.pool.query(
      `insert into phone_contacts (phone, state, area_code) values ('+12035559999', 'CT', '203')`,
    );
    await world.ana.submit({});
    await seen(world.ana, 'Você viu 12 contatos, e agora combinam 13');
    const { rows } = await world.db.pool.query(`select * from phone_contacts where tags <> '[]'`);
    expect(rows).toEqual([]);
  });

  it('opts out with the number of messages that wait, without a way back for all', async () => {
    const shown = await menu(world.alex, 'segment:vip');
    succeeded(await world.alex.click('contacts.bulk-begin:opt-out', shown));
    const review = textOf(await seen(world.alex, 'Opt'));
    expect(review).toContain('Opt *2 contacts* out of everything');
    expect(review).toContain('No message waits for them.');
    expect(review).toContain('It cannot be undone');
    await world.alex.submit({});
    const done = await told(world.alex, '*2 contacts are opted out of everything*');
    expect(labelsOf(done.blocks)).toEqual([]);
    const { rows } = await world.db.pool.query(
      'select count(*)::int as n from phone_contacts where opted_out',
    );
    expect(rows[0].n).toBe(2);
  });

  it('exports into the thread of the own messages, masked for an operator, and deletes it after a day', async () => {
    const shown = await menu(world.ana, 'segmento:vip');
    succeeded(await world.ana.click('contacts.bulk-begin:export', shown));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    await world.ana.submit({ format: 'csv' });
    expect(textOf(await seen(world.ana, 'Escrever'))).toContain('Os telefones saem mascarados');
    await world.ana.submit({});
    const ready = await told(
      world.ana,
      '*O seu arquivo está pronto*: 2 contatos, telefones mascarados',
    );
    const first = await world.ana.waitForMessage('dm', (m) => m.files.length > 0, 5_000, ready.ts);
    const [file] = first.files;
    if (!file) throw new Error('no file came');
    const content = String(await world.ana.download(file));
    expect(content).toContain('Nome;Telefone;Estado');
    expect(content).toContain('+1 (203) •••-0000');
    expect(content).not.toMatch(/555-?0000/);
    succeeded(await world.ana.click('contacts.bulk-file', ready));
    await world.queue.settle();
    const files = async () => (await world.ana.messages('dm', ready.ts)).flatMap((m) => m.files);
    await expect.poll(async () => (await files()).length).toBe(2);
    await world.db.pool.query(`update contact_bulks set expires_at = '2026-01-01'`);
    await world.desk.expire();
    expect(await files()).toEqual([]);
    await told(world.ana, 'foi apagada depois do seu dia');
    expect((await world.db.pool.query('select * from files')).rows).toEqual([]);
  });

  const exportOf = async () => {
    const { bulks } = world.services;
    const chosen = await bulks.choose({ segments: ['vip'] }, world.ana.id);
    const order = { action: 'export', format: 'csv' } as const;
    const agreed = { id: randomUUID(), order, agreed: 2 };
    return bulks.confirm(chosen.id, agreed, world.ana.id, { start: false });
  };
  const calm = { touch: async () => {}, stopping: new AbortController().signal };
  /** Every file that came to the person, with the message in whose thread it lies. */
  const arrived = async () => {
    const top = await world.ana.messages('dm');
    const under = await Promise.all(top.map(({ ts }) => world.ana.messages('dm', ts)));
    const inThreads = under.flatMap((replies, index) =>
      replies
        .filter(({ files, ts }) => files.length > 0 && ts !== top[index]?.ts)
        .map(() => top[index]?.text ?? ''),
    );
    const beside = top.filter(({ files }) => files.length > 0).map(() => 'beside');
    return [...inThreads, ...beside];
  };

  it('sends the file into the thread of a new message when the one of before a crash is gone', async () => {
    const { id } = await exportOf();
    const lost = await world.slack.post.toPerson(world.ana.id, { text: 'Escrevendo o arquivo' });
    await world.services.bulks.setMessage(id, lost.channel, lost.ts);
    await world.slack.clients.patient.chat.delete(lost);
    await world.desk.run(id, calm);
    await world.desk.run(id, calm);
    expect(await arrived()).toEqual([expect.stringContaining('O seu arquivo está pronto')]);
    const ready = await told(world.ana, 'O seu arquivo está pronto');
    expect((await world.services.bulks.get(id)).messageTs).toBe(ready.ts);
  });

  it('sends a file that did not get through by the next try, and by the button', async () => {
    const { id } = await exportOf();
    const { patient } = world.slack.clients;
    const upload = patient.filesUploadV2;
    patient.filesUploadV2 = () => Promise.reject(new Error('the connection broke'));
    await expect(world.desk.run(id, calm)).rejects.toThrow('broke');
    patient.filesUploadV2 = upload;
    expect(await arrived()).toEqual([]);
    await world.services.bulks.resume();
    await world.queue.settle();
    expect(await arrived()).toHaveLength(1);
    // The message that the file belongs to is deleted; another copy of it is still on the screen.
    const { channel, messageTs } = await world.services.bulks.get(id);
    const again = [button({ id: 'contacts.bulk-file', label: 'Mais uma vez', value: id })];
    const copy = await world.slack.post.toPerson(world.ana.id, {
      text: 'a copy',
      blocks: [actions(again)],
    });
    await patient.chat.delete({ channel: channel ?? '', ts: messageTs ?? '' });
    const shown = await told(world.ana, 'a copy');
    succeeded(await world.ana.click('contacts.bulk-file', shown));
    await expect.poll(arrived).toEqual(['a copy']);
    expect((await world.services.bulks.get(id)).messageTs).toBe(copy.ts);
  });

  it('sends the file beside its message when that was deleted under it', async () => {
    const { id } = await exportOf();
    await world.desk.run(id, calm);
    const bulk = await world.services.bulks.get(id);
    const at = { channel: bulk.channel ?? '', ts: bulk.messageTs ?? '' };
    await world.slack.clients.patient.chat.delete(at);
    const words = await world.slack.readerOf(world.ana.id);
    await world.desk.sendFileAgain(bulk, null, words);
    expect(await arrived()).toEqual(['beside']);
  });

  it('gives an admin a workbook with numbers in full', async () => {
    const shown = await menu(world.alex, 'segment:vip');
    succeeded(await world.alex.click('contacts.bulk-begin:export', shown));
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    await world.alex.submit({ format: 'xlsx' });
    expect(textOf(await seen(world.alex, 'Write'))).toContain('Phone numbers are in full');
    await world.alex.submit({});
    const ready = await told(world.alex, '*Your file is ready*: 2 contacts, phone numbers in full');
    const sent = await world.alex.waitForMessage('dm', (m) => m.files.length > 0, 5_000, ready.ts);
    expect(sent.files[0]?.name).toMatch(/\.xlsx$/);
  });

  it('makes a draft campaign of them, or gives them to one that is there', async () => {
    const shown = await menu(world.ana, 'segmento:vip');
    const begin = async () => {
      succeeded(await world.ana.click('contacts.bulk-begin:campaign', shown));
      await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-campaign-form');
    };
    await begin();
    expect((await world.ana.submit({ draft: 'new' })).errors).toMatchObject({
      name: expect.any(String),
    });
    await world.ana.submit({ draft: 'new', name: 'Natal' });
    expect(textOf(await seen(world.ana, 'público'))).toContain(
      'O público de *Natal* passa a ser *2 contatos*; pelas regras de hoje 2 deles podem ser alcançados por SMS.',
    );
    await world.ana.submit({});
    expect(textOf(await seen(world.ana, 'Pronto'))).toContain('O botão para continuar está');
    const done = await told(world.ana, 'O público de *Natal* está definido: 2 contatos');
    expect(buttonsOf(done.blocks)[0]?.id).toBe('campaigns.resume-draft');
    const campaigns = async () =>
      (await world.db.pool.query('select id, name, status, target_filter from phone_campaigns'))
        .rows;
    expect(await campaigns()).toMatchObject([
      { name: 'Natal', status: 'draft', target_filter: { segments: ['vip'] } },
    ]);
    const [draft] = await campaigns();
    await begin();
    await world.ana.submit({ draft: draft.id });
    expect(textOf(await seen(world.ana, 'público'))).toContain('O que estava lá é substituído.');
    // Somebody edits the draft while the dialog is open.
    await world.db.pool.query('update phone_campaigns set version = version + 1');
    await world.ana.submit({});
    await seen(world.ana, 'Alguém alterou Natal');
    expect(await campaigns()).toHaveLength(1);
    const { rows } = await world.db.pool.query(
      `select action from audit_log where subject like 'bulk:%'`,
    );
    expect(rows).toEqual([{ action: 'contacts.bulk-handed-over' }]);
  });

  it('validates within the price that the dialog named', async () => {
    const shown = await menu(world.ana, 'segmento:vip');
    succeeded(await world.ana.click('contacts.bulk-begin:validate', shown));
    expect(textOf(await seen(world.ana, 'Perguntar'))).toMatch(
      /\*2 números\* de 2 contatos .*no máximo US\$/,
    );
    await world.ana.submit({});
    await told(world.ana, 'Números verificados');
    succeeded(await world.ana.click('contacts.bulk-begin:validate', shown));
    await seen(world.ana, 'Não há o que perguntar');
  });

  it('does not let somebody else go on with it', async () => {
    const shown = await menu(world.ana, 'segmento:vip');
    const value = buttonsOf(shown.blocks)[0]?.value ?? '';
    const { channel, ts } = await world.slack.post.toChannel(sandboxChannels.general.id, {
      text: 'borrowed',
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'contacts.bulk-begin',
              value: value.replace('segment', 'opt-out'),
              text: { type: 'plain_text', text: 'Borrowed' },
            },
          ],
        },
      ],
    });
    expect(channel).toBe(sandboxChannels.general.id);
    const borrowed = await world.marcus.waitForMessage('general', (m) => m.ts === ts);
    succeeded(await world.marcus.click('Borrowed', borrowed));
    await seen(world.marcus, 'started by somebody else');
  });
});
