import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChartRenderer } from '../../../src/adapters/charts/renderer.ts';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import { createSlackPostStore } from '../../../src/adapters/db/slack-post-store.ts';
import { textOf } from '../../../src/adapters/sandbox/slack/client.ts';
import { registerProviders } from '../../../src/adapters/slack/contacts/provider-handlers.ts';
import {
  registerValidation,
  runValidation,
  validateCommand,
} from '../../../src/adapters/slack/contacts/validation-handlers.ts';
import { onCommand } from '../../../src/adapters/slack/on-command.ts';
import { createPoster } from '../../../src/adapters/slack/poster.ts';
import {
  createProviderService,
  createValidationService,
  validationConfirmed,
} from '../../../src/features/contacts/index.ts';
import { type SlackWorld, slackWorld } from '../../support/slack-world.ts';
import { fails, pretender } from '../../support/validations.ts';

let now = new Date('2026-11-24T15:05:00Z');
const minute = 60_000;

/** `/contacts validate` as a workspace sees it, with two providers that a test can break. */
describe('checking numbers in a workspace', () => {
  let world: SlackWorld;
  let trouble: 'none' | 'away' | 'refused' = 'none';
  const answer = () => (trouble === 'none' ? {} : fails(trouble, 'no'));
  const twilio = pretender(answer, { atOnce: 1 });
  const numverify = pretender(answer, { name: 'numverify', price: '0.003', atOnce: 1 });
  const charts = createChartRenderer();
  let validations: ReturnType<typeof createValidationService>;

  beforeAll(async () => {
    world = await slackWorld();
    const { slack, db, queue } = world;
    const store = validationStore(db);
    const clock = { now: () => now };
    const lookups = [twilio.lookup, numverify.lookup];
    validations = createValidationService({
      store,
      lookups,
      jobs: queue,
      clock,
      monotonic: () => performance.now(),
      wait: async () => {},
    });
    const poster = createPoster({
      clients: slack.clients,
      store: createSlackPostStore(db),
      log: slack.log,
    });
    onCommand(slack, '/contacts', {
      validate: {
        role: 'operator',
        help: 'contacts.help.validate',
        run: (visit) => validateCommand(validations, visit),
      },
    });
    registerValidation(slack, validations);
    registerProviders(slack, {
      providers: createProviderService({ store, lookups, clock }),
      monthStart: () => new Date('2026-11-01T04:00:00Z'),
    });
    queue.answer(validationConfirmed, ({ batchId }: { batchId: string }, run) =>
      runValidation(slack, { validations, pictures: { charts, poster } }, batchId, run),
    );
    await db.pool.query(
      `insert into phone_contacts (phone, state, area_code)
       select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203' from generate_series(1, 40) n`,
    );
    await world.start();
  });
  afterAll(async () => {
    await charts.close();
    await world.close();
  });

  const plan = async () => {
    await world.ana.command('general', '/contacts validate');
    return world.ana.waitForMessage('general', (m) => /No máximo/.test(m.text));
  };

  it('says when a filter matches nobody', async () => {
    await world.ana.command('general', '/contacts validate estado:TX');
    await world.ana.waitForMessage('general', (m) => m.text.includes('Ninguém corresponde'));
  });

  it('waits while nobody answers, says until when, and goes on by itself', async () => {
    trouble = 'away';
    const offer = await plan();
    expect(offer.text).toContain('Numverify: 40 × US$');
    await world.ana.click('contacts.start-validation', offer);
    const paused = await world.ana.waitForMessage('dm', (m) => m.text.includes('em pausa'));
    expect(paused.text).toContain('(Numverify) não responde agora');
    expect(paused.text).toContain('próxima tentativa');

    await world.marcus.command('general', '/contacts validate');
    const second = await world.marcus.waitForMessage('general', (m) => /At most/.test(m.text));
    await world.marcus.click('contacts.start-validation', second);
    const told = await world.marcus.waitForMessage('general', (m) => m.text.includes('under way'));
    expect(told.text).toContain('0 of 40');
    // The click that began it, twice: her own check is no obstacle.
    await world.ana.click('contacts.start-validation', await plan());
    const started = async () =>
      (await world.ana.messages('general')).filter((m) =>
        m.text.includes('Verificando 40 números'),
      );
    await expect.poll(async () => (await started()).length).toBe(2);

    trouble = 'none';
    now = new Date(now.getTime() + 3 * minute);
    await validations.wake();
    const done = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Números verificados'),
    );
    expect(done.ts).toBe(paused.ts);
    expect(done.text).toContain('40 / 40');
    expect(done.text).toContain('Twilio: 40 respostas');
    const blocks = JSON.stringify(done.blocks);
    expect(blocks).toContain('"slack_file"');
    expect(blocks).toContain('celular: 40 (100%)');
    expect(textOf(done.blocks)).not.toContain('Parar');
  });

  it('can be stopped while it waits', async () => {
    await world.db.pool.query('update phone_contacts set validated_at = null');
    now = new Date(now.getTime() + 100 * 24 * 60 * minute);
    trouble = 'away';
    await world.ana.click('contacts.start-validation', await plan());
    const paused = await world.ana.waitForMessage('dm', (m) => m.text.includes('em pausa'));
    await world.ana.click('contacts.stop-validation', paused);
    const stopped = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('Verificação interrompida'),
    );
    expect(stopped.ts).toBe(paused.ts);
    expect(textOf(stopped.blocks)).not.toContain('Parar verificação');
    expect(stopped.text).toContain('Você parou esta verificação');
  });

  it('tells in the language of the reader when the key is refused, and by whom', async () => {
    trouble = 'refused';
    now = new Date(now.getTime() + 10 * minute);
    await world.ana.click('contacts.start-validation', await plan());
    const failed = await world.ana.waitForMessage('dm', (m) =>
      m.text.includes('A verificação falhou'),
    );
    expect(failed.text).toContain('recusa a nossa chave. Peça a um administrador');
  });

  it('shows the providers to an operator, and lets only an admin set the budget', async () => {
    await world.ana.click('contacts.open-providers', await plan());
    const seen = await world.ana.waitForView(({ view }) => textOf(view).includes('Twilio'));
    expect(textOf(seen.view)).toContain('Ainda não testado');
    expect(textOf(seen.view)).toContain('Fora até');
    expect(textOf(seen.view)).not.toContain('Definir orçamento');
    await world.ana.close();

    await world.alex.command('general', '/contacts validate');
    const offer = await world.alex.waitForMessage('general', (m) => /At most/.test(m.text));
    await world.alex.click('contacts.open-providers', offer);
    await world.alex.waitForView(({ view }) => textOf(view).includes('Set monthly budget'));
    await world.alex.click('contacts.open-budget');
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.budget-form');
    const refused = await world.alex.submit({ budget: 'a lot' });
    expect(JSON.stringify(refused.errors)).toContain('An amount in dollars');
    await world.alex.submit({ budget: '12.50' });
    await world.alex.waitForMessage('dm', (m) => m.text.includes('may spend $12.50 a month'));
    const { rows } = await world.db.pool.query(
      `select s.monthly_budget, a.actor from validation_settings s
         join audit_log a on a.action = 'contacts.validation-budget-set'`,
    );
    expect(rows).toMatchObject([{ monthly_budget: '12.50', actor: expect.any(String) }]);
  });

  it('had no fault and no bug on the way', async () => {
    await world.queue.settle();
    expect((await world.ana.state()).faults).toEqual([]);
    expect(world.queue.failures).toEqual([]);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
