import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offers, read } from '../../scripts/demo/script.ts';
import type { sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../src/adapters/sandbox/slack/page-contract.ts';
import { oldWindow } from '../support/old-window.ts';
import { lawfulTuesday, type RunningProduct, runningProduct } from './running-product.ts';
import { importList, secretsOf, type Team, team } from './sandbox-team.ts';

const forbidden = Buffer.from('Telefone\n203-555-7001\n203-555-7002\n');

describe('buttons of contacts pressed twice, late or by the wrong person', () => {
  let product: RunningProduct;
  let cast: Team;

  beforeAll(async () => {
    product = await runningProduct();
    await product.moveClock(lawfulTuesday());
    cast = team(product.url);
    await importList(product, cast);
  });
  afterAll(async () => {
    const troubles = product?.troubles();
    await product?.close();
    expect(troubles).toEqual([]);
  });

  async function pressOld(who: keyof typeof sandboxPeople, card: Message, actionId: string) {
    const { signingSecret } = await secretsOf(product);
    const { status } = await oldWindow({ url: product.url, signingSecret })(who, card, actionId);
    expect(status).toBe(200);
  }
  const inDm = (who: keyof Team, text: string) =>
    cast[who].waitForMessage('dm', (message) => read(message).includes(text), 15_000);
  const count = async (sql: string): Promise<number> =>
    (await product.rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;
  const actions = async (action: string) => count(`audit_log where action = '${action}'`);

  /** The preview of a list of opt-outs that somebody dropped into the bot's DM. */
  async function listPreview(fileName: string): Promise<Message> {
    const before = new Set((await cast.ana.messages('dm')).map(({ ts }) => ts));
    await cast.ana.upload(fileName, forbidden, 'dm');
    return cast.ana.waitForMessage(
      'dm',
      (m) => !before.has(m.ts) && offers('contacts.confirm-list')(m),
      20_000,
    );
  }

  it('imports a list once, and cancels nothing that is over', async () => {
    const preview = await listPreview('descadastrados.csv');
    await Promise.all([
      pressOld('ana', preview, 'contacts.confirm-list'),
      pressOld('ana', preview, 'contacts.confirm-list'),
    ]);
    const report = await cast.ana.waitForMessage(
      'dm',
      (m) => m.ts === preview.ts && offers('contacts.undo-import')(m),
      20_000,
    );
    expect(await actions('contacts.import-confirmed')).toBe(2);
    await pressOld('ana', preview, 'contacts.cancel-import');
    await inDm('ana', 'terminou e não pode rodar de novo');
    expect(await count(`imports where status = 'completed'`)).toBe(2);

    await pressOld('ana', report, 'contacts.undo-import');
    await inDm('ana', 'foi desfeita:');
    await pressOld('ana', report, 'contacts.undo-import');
    await inDm('ana', 'foi desfeita. Envie');
    expect(await actions('contacts.import-undone')).toBe(1);
    expect(await count('suppressions where lifted_at is null')).toBe(0);
  });

  it('shows nobody else the rows of a list, and lets nobody else decide on it', async () => {
    const preview = await listPreview('lista.csv');
    await pressOld('vera', preview, 'contacts.confirm-list');
    await inDm('vera', 'papel de *operador*');
    await cast.alex.command('general', `/fly team <@${cast.vera.id}> operator`);
    await expect
      .poll(() =>
        count(`team_members where slack_user_id = '${cast.vera.id}' and role = 'operator'`),
      )
      .toBe(1);
    for (const action of [
      'contacts.confirm-list',
      'contacts.open-mapping',
      'contacts.cancel-import',
    ]) {
      await pressOld('vera', preview, action);
    }
    await inDm('vera', 'iniciado por outra pessoa');
    expect(await count(`imports where status = 'previewed'`)).toBe(1);
    await pressOld('ana', preview, 'contacts.cancel-import');
    await inDm('ana', 'antes de qualquer mudança');
    await pressOld('ana', preview, 'contacts.confirm-list');
    await inDm('ana', 'foi cancelada. Envie');
    expect(await count('suppressions where lifted_at is null')).toBe(0);
  });

  it('pays for a check of numbers once, however many agree to it', async () => {
    succeeded(await cast.ana.command('dm', '/contacts validate'));
    const plan = await cast.ana.waitForMessage('dm', offers('contacts.start-validation'), 20_000);
    await Promise.all([
      pressOld('ana', plan, 'contacts.start-validation'),
      pressOld('alex', plan, 'contacts.start-validation'),
      pressOld('ana', plan, 'contacts.start-validation'),
    ]);
    await expect
      .poll(() => count(`validation_batches where status = 'completed'`), { timeout: 30_000 })
      .toBe(1);
    await pressOld('ana', plan, 'contacts.start-validation');
    await inDm('ana', 'verificados nos últimos 90 dias. Escolha');
    expect(await count('validation_batches')).toBe(1);
    expect(
      await count(
        `(select 1 from phone_validations group by phone_contact_id, provider having count(*) > 1) twice`,
      ),
    ).toBe(0);
  });

  it('undoes an action on many contacts once', async () => {
    succeeded(await cast.ana.command('dm', '/contacts bulk estado:CT'));
    const menu = await cast.ana.waitForMessage('dm', offers('contacts.bulk-begin'), 20_000);
    succeeded(await cast.ana.click('contacts.bulk-begin:tag', menu));
    await cast.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-form');
    succeeded(await cast.ana.submit({ tag: 'natal' }));
    await cast.ana.waitForView(({ view }) => view.callback_id === 'contacts.bulk-review');
    succeeded(await cast.ana.submit());
    const done = await cast.ana.waitForMessage('dm', offers('contacts.bulk-undo'), 20_000);
    expect(await count(`phone_contacts where tags ? 'natal'`)).toBeGreaterThan(20);
    await Promise.all([
      pressOld('ana', done, 'contacts.bulk-undo'),
      pressOld('ana', done, 'contacts.bulk-undo'),
    ]);
    await expect.poll(() => count(`phone_contacts where tags ? 'natal'`)).toBe(0);
    await pressOld('ana', done, 'contacts.bulk-undo');
    await inDm('ana', 'não pode mais ser desfeito');
    expect(await actions('contacts.bulk-undone')).toBe(1);
  });
});
