import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded } from '../../../src/adapters/sandbox/slack/client.ts';
import type { ImportView } from '../../../src/features/contacts/index.ts';
import { labelsOf, textOf } from '../../support/blocks.ts';
import { type ContactWork, contactWork } from '../../support/contact-work.ts';

const list = Buffer.from('Nome;Telefone\nAna;203-555-0101\nBia;203-555-0102\nSem telefone;\n');
const agreed = Buffer.from(
  'Nome;Telefone;Consentimento;Data do consentimento\nAna;203-555-0101;sim;10/03/2025\nBia;203-555-0102;;\n',
);
const stops = Buffer.from('Telefone\n203-555-0101\n203-555-0102\n');
const calm = { touch: async () => {}, stopping: new AbortController().signal };

describe('imports that something comes in between', () => {
  let world: ContactWork;
  beforeEach(async () => {
    world = await contactWork();
  });
  afterEach(async () => {
    await world.queue.settle();
    const { faults } = await world.ana.state();
    const bugs = world.log.filter(({ level }) => level === 'error');
    const { failures } = world.queue;
    await world.close();
    expect([faults, bugs, failures]).toEqual([[], [], []]);
  });

  /** A file as it is taken in, before anything else is done about it. */
  const taken = (fileName: string, content: Uint8Array = list, keep = true): Promise<ImportView> =>
    world.services.imports.start({ fileName, content, owner: world.ana.id, keep });
  const told = (text: string | RegExp) =>
    world.ana.waitForMessage('dm', (m) => m.text.match(text) !== null);
  const previewOf = (fileName: string) => told(new RegExp(`Prévia(.|\\n)*${fileName}`));
  const counted = async (fileName: string, content?: Uint8Array) => {
    const { id } = await taken(fileName, content);
    await world.contacts.preview(id, calm);
    return { id, shown: await previewOf(fileName) };
  };
  const imported = async (id: string) => {
    await world.services.imports.confirm(id, null, world.ana.id);
    await world.queue.settle();
  };

  it('after a crash, counts a file that was taken in and tells whoever sent it', async () => {
    const { id } = await taken('perdida.csv');
    const dropped = await taken('desistiu.csv');
    await world.services.imports.cancel(dropped.id, world.ana.id);
    await taken('do-terminal.csv', list, false);
    const { id: old } = await taken('antiga.csv');
    await world.db.pool.query(
      `update imports set created_at = created_at - interval '25 hours' where id = $1`,
      [old],
    );
    await world.services.imports.resume();
    await world.queue.settle();
    const shown = await previewOf('perdida.csv');
    expect((await world.services.imports.get(id)).messageTs).toBe(shown.ts);
    const everything = await world.ana.messages('dm');
    expect(everything.map(({ text }) => text).join()).not.toMatch(/desistiu|do-terminal|antiga/);
    // Once it has its numbers, the next start leaves it alone.
    await world.services.imports.resume();
    await world.queue.settle();
    expect(await world.ana.messages('dm')).toHaveLength(everything.length);
  });

  it('does not draw a preview over an import that was confirmed meanwhile', async () => {
    const { id } = await counted('uma.csv');
    await imported(id);
    const report = await told('Importação concluída');
    await world.contacts.preview(id, calm);
    const now = await world.ana.waitForMessage('dm', (m) => m.ts === report.ts);
    expect(now.text).toBe(report.text);
  });

  it('puts refused rows into the thread of the report that replaced a lost message', async () => {
    const { id, shown } = await counted('uma.csv');
    await world.slack.clients.patient.chat.delete({ channel: shown.channel, ts: shown.ts });
    await imported(id);
    const report = await told('Importação concluída');
    expect((await world.services.imports.get(id)).messageTs).toBe(report.ts);
    await world.ana.waitForMessage('dm', (m) => m.files.length > 0, 5_000, report.ts);
  });

  it('says that an import is done even when its refused rows did not get through', async () => {
    const { id } = await counted('uma.csv');
    const { patient } = world.slack.clients;
    const upload = patient.filesUploadV2;
    patient.filesUploadV2 = () => Promise.reject(new Error('the connection broke'));
    await imported(id);
    patient.filesUploadV2 = upload;
    const report = await told('Importação concluída');
    expect(report.text).not.toContain('nesta conversa');
    expect(labelsOf(report.blocks)).toContain('Obter linhas rejeitadas');
    succeeded(await world.ana.click('contacts.rejects', report));
    await world.ana.waitForMessage('dm', (m) => m.files.length > 0, 5_000, report.ts);
  });

  it('counts a list anew when another one came first, instead of taking a yes to old numbers', async () => {
    const one = await counted('uma.csv', stops);
    await world.services.imports.setKind(one.id, 'opt-out', null);
    await world.contacts.preview(one.id, calm);
    const other = await taken('outra.csv', stops);
    await world.services.imports.setKind(other.id, 'opt-out', null);
    await world.contacts.preview(other.id, calm);
    const before = await told(/Prévia(.|\n)*outra\.csv/);
    expect(textOf(before.blocks)).toContain('Números proibidos agora*\n2');
    await imported(one.id);
    succeeded(await world.ana.click('contacts.confirm-list', before));
    await world.ana.waitForMessage('dm', (m) => m.text.includes('Outras listas foram importadas'));
    await world.queue.settle();
    expect((await world.services.imports.get(other.id)).status).toBe('previewed');
    const after = await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === before.ts && m.text.includes('Prévia'),
    );
    expect(textOf(after.blocks)).toContain('Números proibidos agora*\n0');
    succeeded(await world.ana.click('contacts.confirm-list', after));
    await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === before.ts && m.text.includes('Importação concluída'),
    );
  });

  it('does not take a signature under old numbers, nor open the form for it', async () => {
    const one = await counted('uma.csv');
    const other = await counted('outra.csv', agreed);
    succeeded(await world.ana.click('contacts.confirm-import', other.shown));
    await world.ana.waitForView(({ view }) => view.callback_id === 'contacts.attest-form');
    await imported(one.id);
    await world.ana.submit({ channels: ['sms'], textKept: 'CRM', sure: ['yes'] });
    const notice = await world.ana.waitForView(({ view }) =>
      textOf(view).includes('Outras listas foram importadas'),
    );
    expect(notice.view).not.toHaveProperty('submit');
    await world.ana.close();
    await world.queue.settle();
    const again = await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === other.shown.ts && m.text.includes('Prévia'),
    );
    expect((await world.services.imports.get(other.id)).preview?.counts.created).toBe(0);
    await world.services.imports.undo(one.id, world.ana.id);
    succeeded(await world.ana.click('contacts.confirm-import', again));
    await world.ana.waitForMessage(
      'dm',
      (m) => m.ephemeralTo === world.ana.id && m.text.includes('Outras listas foram importadas'),
    );
    await world.queue.settle();
    expect((await world.services.imports.get(other.id)).preview?.counts.created).toBe(2);
    expect((await world.ana.state()).views).toEqual([]);
  });

  it('undoes in a job that shows it is at work, and keeps whoever wrote, as the dialog says', async () => {
    const { id, shown } = await counted('uma.csv');
    await imported(id);
    const report = await told('Importação concluída');
    const undo = await world.ana.find('contacts.undo-import', report);
    expect(JSON.stringify(undo.element)).toContain(
      'Quem escreveu ou foi editado desde então fica.',
    );
    await world.db.pool.query(
      `update phone_contacts set last_inbound_at = now() where phone = '+12035550101'`,
    );
    const seen: string[] = [];
    const { update } = world.slack.post;
    world.slack.post.update = async (at, message) => {
      seen.push(`${labelsOf(message.blocks ?? [])} ${message.text}`);
      return update(at, message);
    };
    succeeded(await world.ana.click('contacts.undo-import', report));
    const undone = await told('Importação desfeita');
    world.slack.post.update = update;
    expect(seen[0]).toMatch(/^ A importação de \*uma\.csv\* está sendo desfeita/);
    expect(undone.ts).toBe(shown.ts);
    expect(undone.text).toContain('1 contato é apagado');
    expect(undone.text).toContain('1 contato fica, porque escreveu ou foi editado desde então');
    await world.contacts.undoImport(id, world.ana.id);
    expect((await told('Importação desfeita')).ts).toBe(shown.ts);
  });

  it('shows the report again when an undo was not possible after all, and says why', async () => {
    const { id } = await counted('uma.csv');
    await imported(id);
    const report = await told('Importação concluída');
    await world.db.pool.query(
      `insert into phone_communications (phone_contact_id, type, direction, status, phone)
       select id, 'sms', 'outbound', 'sent', phone from phone_contacts`,
    );
    await world.contacts.undoImport(id, world.marcus.id);
    const stays = await world.ana.waitForMessage(
      'dm',
      (m) => m.ts === report.ts && !JSON.stringify(m.blocks).includes('contacts.undo-import'),
    );
    expect(stays.text).toContain('Importação concluída');
    await world.marcus.waitForMessage('dm', (m) => m.text.includes('can no longer be undone'));
  });
});
