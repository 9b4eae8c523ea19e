import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listStore } from '../../../src/adapters/db/contact-list-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import { fileStore } from '../../../src/adapters/db/file-store.ts';
import { importStore } from '../../../src/adapters/db/import-store.ts';
import { savedFilterStore } from '../../../src/adapters/db/saved-filter-store.ts';
import { sheetReader } from '../../../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../../../src/adapters/files/sheet-writer.ts';
import { textOf } from '../../../src/adapters/sandbox/slack/client.ts';
import { registerContacts } from '../../../src/adapters/slack/contacts/handlers.ts';
import {
  createContactService,
  createImportService,
  createListService,
  createProviderService,
  createSavedFilterService,
  createValidationService,
  importConfirmed,
  importUndoAsked,
  importUploaded,
  validationConfirmed,
} from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type SlackWorld, slackWorld } from '../../support/slack-world.ts';
import { pretender } from '../../support/validations.ts';

const list = `Nome;Telefone;Estado;Consentimento;Data do consentimento
João <!channel> Silva;(203) 555-0123;CT;sim;10/03/2025
Maria Santos;561-555-0456;FL;sim;11/03/2025
Carlos Oliveira;860 555 0789;CT;não;
Ana Costa;+1 954 555 0321;FL;;
Sem Telefone;;CT;;
`;

function registerEverything(world: SlackWorld) {
  const { db, clock, queue } = world;
  const imports = createImportService({
    store: importStore(db),
    files: fileStore(db),
    reader: sheetReader(),
    writer: sheetWriter,
    jobs: queue,
    clock,
    timeZone: 'America/New_York',
  });
  const { lookup } = pretender((phone) => ({ valid: !phone.endsWith('789') }));
  const rows = validationStore(db);
  const validations = createValidationService({
    store: rows,
    jobs: queue,
    clock,
    monotonic: () => performance.now(),
    wait: async () => {},
    lookups: [lookup],
  });
  const providers = createProviderService({ store: rows, lookups: [lookup], clock });
  const contacts = createContactService({ store: contactStore(db), clock });
  const desk = registerContacts(world.slack, {
    imports,
    validations,
    providers,
    monthStart: () => new Date('2026-11-01T04:00:00Z'),
    pictures: null,
    find: {
      contacts,
      imports,
      lists: createListService({ store: listStore(db), clock }),
      savedFilters: createSavedFilterService({ store: savedFilterStore(db), clock }),
      charts: { contactMap: () => Promise.reject(new Refusal('unavailable', 'reports.charts')) },
      poster: { uploadImage: () => Promise.reject(new Error('nothing is uploaded here')) },
    },
  });
  queue.answer(importUndoAsked, ({ importId, by }: { importId: string; by: string }) =>
    desk.undoImport(importId, by),
  );
  queue.answer(importUploaded, ({ importId }: { importId: string }, run) =>
    desk.preview(importId, run),
  );
  queue.answer(importConfirmed, ({ importId }: { importId: string }, run) =>
    desk.runImport(importId, run),
  );
  queue.answer(validationConfirmed, ({ batchId }: { batchId: string }, run) =>
    desk.runValidation(batchId, run),
  );
}

describe('/contacts in a workspace', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await slackWorld();
    registerEverything(world);
    await world.start();
  });
  afterAll(() => world.close());

  it('answers help and unknown words in the language of the person', async () => {
    await world.ana.command('general', '/contacts imprt');
    const help = await world.ana.waitForMessage('general', (m) => m.ephemeralTo === world.ana.id);
    expect(help.text).toContain('Não conheço `/contacts imprt`.');
    expect(help.text).toContain('Você quis dizer `/contacts import`?');
  });

  it('lists the contacts when nothing else is asked, and says where the help is', async () => {
    await world.alex.command('general', '/contacts');
    const list = await world.alex.waitForMessage('general', (m) => m.ephemeralTo === world.alex.id);
    expect(textOf(list.blocks)).toContain('There are no contacts yet');
    await world.alex.command('general', '/contacts help');
    await world.alex.waitForMessage('general', (m) => m.text.includes('/contacts find maria CT'));
  });

  it('lets a viewer find but not import', async () => {
    await world.vera.command('general', '/contacts import');
    const refusal = await world.vera.waitForMessage(
      'general',
      (m) => m.ephemeralTo === world.vera.id,
    );
    expect(refusal.text).toContain('papel de *operador*');
    expect((await world.vera.state()).views).toEqual([]);
  });

  it('says under the field what is wrong with a file', async () => {
    await world.ana.command('general', '/contacts import');
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.import-form');
    const empty = await world.ana.upload('vazio.csv', Buffer.from(''));
    const result = await world.ana.submit({ file: empty });
    const shown = JSON.stringify([result.errors, textOf((await world.ana.view()).view)]);
    expect(shown).toContain('vazio.csv');
    await world.ana.close();
  });

  it('imports a list from the form to the report', async () => {
    await world.ana.command('general', '/contacts import');
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.import-form');
    const file = await world.ana.upload('contatos.csv', Buffer.from(list));
    await world.ana.submit({ file });
    expect(textOf((await world.ana.view()).view)).toContain('A prévia chega em instantes');
    await world.ana.close();
    const preview = await world.ana.waitForMessage('dm', (m) => m.text.includes('Prévia'));
    const shown = textOf(preview.blocks);
    expect(shown).toContain('contatos.csv');
    expect(shown).toContain('Importar 4 linhas');
    expect(shown).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(preview)).not.toMatch(/555-?0123|5550456/);

    await world.ana.click('contacts.confirm-import', preview);
    const form = await world.ana.waitForView(
      ({ view }) => view.callback_id === 'contacts.attest-form',
    );
    expect(textOf(form.view)).toContain('2 pessoas concordaram');
    const refused = await world.ana.submit({
      channels: ['sms'],
      textKept: 'Drive/consent.pdf',
      sure: [],
    });
    expect(refused.errors).toMatchObject({ sure: expect.any(String) });
    await world.ana.submit({ channels: ['sms'], textKept: 'Drive/consent.pdf', sure: ['yes'] });
    const report = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Importação concluída'),
    );
    expect(report.ts).toBe(preview.ts);
    expect(textOf(report.blocks)).toContain('Obter linhas rejeitadas');
    await world.queue.settle();
    const rejects = await world.ana.waitForMessage(
      'dm',
      (m) => m.files.length > 0,
      5_000,
      report.ts,
    );
    const content = String(await world.ana.download(rejects.files[0] ?? file));
    expect(content).toContain('Sem Telefone');
  });

  it('tells who clicks a second time that it is done', async () => {
    const report = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Importação concluída'),
    );
    await world.ana.click('contacts.rejects', report);
    const { rows } = await world.db.pool.query('select id from imports limit 1');
    // An old preview still on the screen of the person: the same id, clicked a week later.
    await expect(
      world.slack.clients.quick.chat.postMessage({
        channel: report.channel,
        text: 'old',
        blocks: [
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: 'contacts.cancel-import',
                value: rows[0].id,
                text: { type: 'plain_text', text: 'Old cancel' },
              },
            ],
          },
        ],
      }),
    ).resolves.toMatchObject({ ok: true });
    const old = await world.ana.waitForMessage('dm', (m) => m.text === 'old');
    await world.ana.click('Old cancel', old);
    const told = await world.ana.waitForMessage('dm', (m) => m.ephemeralTo === world.ana.id);
    expect(told.text).not.toContain('Referência');
    const after = await world.db.pool.query('select status from imports limit 1');
    expect(after.rows[0].status).toBe('completed');
  });

  it('finds people page by page, with masked numbers for a viewer', async () => {
    await world.vera.command('general', '/contacts find estado:CT');
    const found = await world.vera.waitForMessage('general', (m) => m.text.includes('Mostrando'));
    expect(found.text).toContain('Mostrando 1–2 de 2');
    expect(found.text).toContain('(203) •••-0123');
    await world.ana.command('general', '/contacts find Maria');
    const seen = await world.ana.waitForMessage('general', (m) => m.text.includes('Maria'));
    expect(seen.text).toContain('+1(561)555-0456');
    expect(seen.text).toContain('consentimento dado');
  });

  it('explains a filter that it does not understand', async () => {
    await world.ana.command('general', '/contacts find score:muito');
    await world.ana.waitForMessage('general', (m) =>
      m.text.includes('Não entendi “score:muito” neste'),
    );
  });

  it('validates numbers within the price that was agreed to', async () => {
    await world.ana.command('general', '/contacts validate');
    const plan = await world.ana.waitForMessage('general', (m) => /no máximo/i.test(m.text));
    const start = await world.ana.find('contacts.start-validation', plan);
    expect(textOf([start.element])).toContain('Validar 4 números');
    expect(JSON.stringify(start.element)).toContain('no máximo US$');
    await world.ana.click('contacts.start-validation', plan);
    const done = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Números verificados'),
    );
    expect(done.text).toContain('3 — celular');
    await world.ana.command('general', '/contacts validate');
    await world.ana.waitForMessage('general', (m) => m.text.includes('Não há o que perguntar'));
  });

  it('imports a list of opt-outs after a yes to its numbers, and undoes it', async () => {
    const optOuts = 'Telefone\n561-555-0456\n203-555-0199\n';
    await world.ana.upload('descadastrados.csv', Buffer.from(optOuts), 'dm');
    const preview = await world.ana.waitForMessage(
      'dm',
      (m) => m.text.includes('descadastrados.csv') && m.text.includes('Prévia'),
    );
    expect(preview.text).toContain('Descadastrados');
    const confirm = await world.ana.find('contacts.confirm-list', preview);
    expect(textOf([confirm.element])).toContain('Proibir 2 números');
    expect(JSON.stringify(confirm.element)).toContain('1 contato deixa de receber mensagens');
    await world.ana.click('contacts.confirm-list', preview);
    const report = await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === preview.ts && m.text.includes('Importação concluída'),
    );
    const silent = async () => {
      const { rows } = await world.db.pool.query(
        `select opted_out from phone_contacts where phone = '+15615550456'`,
      );
      return rows[0].opted_out;
    };
    expect(await silent()).toBe(true);
    const undo = await world.ana.find('contacts.undo-import', report);
    expect(JSON.stringify(undo.element)).toContain('2 números ficam liberados');
    await world.ana.click('contacts.undo-import', report);
    const undone = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Importação desfeita'),
    );
    expect([undone.ts, await silent()]).toEqual([report.ts, false]);
    expect(JSON.stringify(undone.blocks)).not.toContain('contacts.undo-import');
  });

  it('lets a person say what the file is', async () => {
    await world.ana.upload('numeros.csv', Buffer.from('Telefone\n203-555-0123\n'), 'dm');
    const preview = await world.ana.waitForMessage(
      'dm',
      (m) => m.text.includes('numeros.csv') && m.text.includes('Prévia'),
    );
    expect(preview.text).toContain('Contatos');
    await world.ana.click('contacts.open-mapping', preview);
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.mapping-form');
    await world.ana.submit({ kind: 'dnc-national', scrubbedOn: '2026-11-20' });
    await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === preview.ts && m.text.includes('vale por 31 dias'),
    );
  });

  it('takes a list that is dropped into the conversation, and says no to anything else', async () => {
    await world.ana.upload('foto.png', Buffer.from('not a list'), 'dm');
    await world.ana.waitForMessage('dm', (m) => m.text.includes('foto.png* não é uma lista'));
    await world.ana.upload('mais.csv', Buffer.from(list), 'dm');
    await world.ana.waitForMessage(
      'dm',
      (m) => m.text.includes('mais.csv') && m.text.includes('Prévia'),
    );
    await world.ana.upload('torta.xlsx', Buffer.from('PK\u0003\u0004 torta'), 'dm');
    await world.ana.waitForMessage('dm', (m) => m.text.includes('torta.xlsx* está danificado'));
    const said = (await world.ana.messages('dm')).map(({ text }) => text);
    expect(said.filter((text) => text.includes('torta.xlsx'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('mais.csv'))).toHaveLength(1);
  });

  it('had no fault, no bug and no late acknowledgement on the way', async () => {
    await world.queue.settle();
    expect((await world.ana.state()).faults).toEqual([]);
    expect(world.queue.failures).toEqual([]);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(Math.max(...(await world.ana.acks()).map(({ ms }) => ms))).toBeLessThan(2_500);
  });
});
