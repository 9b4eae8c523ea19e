import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { homeStore } from '../../../src/adapters/db/home-store.ts';
import { sandboxPeople } from '../../../src/adapters/sandbox/slack/cast.ts';
import { textOf } from '../../../src/adapters/sandbox/slack/client.ts';
import { registerCompliance } from '../../../src/adapters/slack/compliance/handlers.ts';
import { registerFly } from '../../../src/adapters/slack/fly/handlers.ts';
import { registerTeam } from '../../../src/adapters/slack/fly/team-handlers.ts';
import { registerHome } from '../../../src/adapters/slack/home/handlers.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { type SlackWorld, slackWorld } from '../../support/slack-world.ts';

const { ana, marcus, vera } = sandboxPeople;

describe('/fly, Home and /compliance in a workspace', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await slackWorld();
    const needs = { home: homeStore(world.db), simulated: true };
    registerFly(world.slack, needs);
    registerTeam(world.slack);
    registerHome(world.slack, needs);
    registerCompliance(world.slack, {
      consent: createConsentService({ store: consentStore(world.db) }),
    });
    await world.start();
    await fill(world);
  });
  afterAll(() => world.close());

  it('draws Home in the language of the person and on request anew', async () => {
    await world.ana.openHome();
    const home = textOf(await world.ana.waitForHome((view) => textOf(view).includes('Olá, Ana')));
    expect(home).toContain('Férias');
    expect(home).toContain('2 de 4 concluídas');
    expect(home).toContain('1 entregues');
    expect(home).toContain('US$ 3,00 de US$ 10,00');
    expect(home).toContain('*Validados*\n1 (50%)');
    expect(home).toContain('*Com consentimento*\n1 (50%)');
    expect(home).toContain('Por estado: CT: 1 · FL: 1');
    await world.db.pool.query(`update phone_campaigns set name = 'Natal' where status = 'running'`);
    await world.ana.click('home.refresh', 'home');
    await world.ana.waitForHome((view) => textOf(view).includes('Natal'));
  });

  it('shows an approval to whoever may decide it, and never to who edited it', async () => {
    await world.marcus.openHome();
    const marcusSees = await world.marcus.waitForHome((view) =>
      textOf(view).includes('Hello Marcus'),
    );
    expect(textOf(marcusSees)).toContain('Waiting for your approval (1)');
    await world.alex.openHome();
    const alexSees = await world.alex.waitForHome((view) => textOf(view).includes('Hello Alex'));
    expect(textOf(alexSees)).not.toContain('Waiting for your approval');
  });

  it('offers a draft to its author only', async () => {
    expect(textOf(await world.ana.home())).toContain('Rascunho de Ana');
    expect(textOf(await world.marcus.home())).not.toContain('Rascunho de Ana');
  });

  it('answers /fly with the dashboard, and help with everything else', async () => {
    await world.vera.command('general', '/fly');
    await world.vera.waitForMessage('general', (m) => m.text.includes('Olá, Vera'));
    await world.vera.command('general', '/fly help');
    const help = await world.vera.waitForMessage('general', (m) => m.text.includes('/contacts'));
    expect(help.text).toContain('<@U01ALEXSTON>');
  });

  it('lets an admin change a role, which counts at the very next click', async () => {
    await world.vera.command('general', '/compliance suppress 2035550123');
    await world.vera.waitForMessage('general', (m) => m.text.includes('papel de *operador*'));
    await world.alex.command('general', `/fly team <@${vera.id}> operator`);
    await world.alex.waitForMessage('general', (m) => m.text.includes('is now an operator'));
    await world.vera.command('general', '/compliance suppress 2035550123');
    const done = await world.vera.waitForMessage('general', (m) =>
      m.text.includes('não receberá mais'),
    );
    expect(done.text).toContain('+1 (203) •••-0123');
    await world.vera.command('general', '/compliance suppress 2035550123');
    await world.vera.waitForMessage('general', (m) => m.text.includes('já estava bloqueado'));
    const audit = await world.db.pool.query(
      `select a.actor, a.action, a.subject, a.detail, s.id from audit_log a, suppressions s
        where a.action like 'consent.%'`,
    );
    expect(audit.rows).toEqual([
      {
        actor: vera.id,
        action: 'consent.suppressed',
        subject: `suppression:${audit.rows[0]?.id}`,
        detail: { reason: 'opt-out', first: true },
        id: expect.any(String),
      },
    ]);
  });

  it('changes roles by the list and by the form', async () => {
    await world.alex.command('general', '/fly team');
    const list = await world.alex.waitForMessage('general', (m) => m.text.startsWith('The team'));
    await world.alex.choose(`team.set-role:${marcus.id}`, 'admin', list);
    await world.alex.waitForMessage('general', (m) => m.text.includes('is now an admin'));
    await world.alex.click('team.open-form', list);
    await world.alex.waitForView(({ view }) => view.callback_id === 'team.form');
    await world.alex.submit({ user: ana.id, role: 'viewer' });
    await world.alex.waitForMessage('dm', (m) => m.text.includes('is now a viewer'));
  });

  it('keeps the last admin, and refuses who is none', async () => {
    await world.ana.command('general', `/fly team <@${ana.id}> admin`);
    await world.ana.waitForMessage('general', (m) => m.text.includes('papel de *administrador*'));
    await world.alex.command('general', `/fly team <@${marcus.id}> approver`);
    await world.alex.waitForMessage('general', (m) => m.text.includes('is now an approver'));
    await world.alex.command('general', `/fly team <@${sandboxPeople.alex.id}> none`);
    await world.alex.waitForMessage('general', (m) => m.text.includes('This is the last admin'));
  });

  it('says what binds a message to people of a state', async () => {
    await world.marcus.command('general', '/compliance rules florida');
    const rules = await world.marcus.waitForMessage('general', (m) =>
      m.text.startsWith('Rules for FL'),
    );
    expect(rules.text).toContain('*SMS*: allowed by law now, until');
    await world.marcus.command('general', '/compliance rules Atlantis');
    await world.marcus.waitForMessage('general', (m) =>
      m.text.includes('do not know the state *Atlantis*'),
    );
  });

  it('had no fault and no bug on the way', async () => {
    expect((await world.ana.state()).faults).toEqual([]);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('answers nobody without the signature of Slack', async () => {
    const { url } = {
      url: world.slack.clients.apiUrl.replace('/sandbox/slack/api/', '/slack/events'),
    };
    const forged = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
        'x-slack-signature': `v0=${'0'.repeat(64)}`,
      },
      body: `command=/fly&text=team&user_id=${sandboxPeople.alex.id}&channel_id=C1&trigger_id=t`,
    });
    expect(forged.status).toBe(401);
  });
});

/** One running campaign with four people, one submission of Ana and Alex, one draft of Ana. */
async function fill({ db, clock }: SlackWorld): Promise<void> {
  const { rows } = await db.pool.query(
    `insert into phone_campaigns (name, status, created_by) values
       ('Férias', 'running', $1), ('Páscoa', 'submitted', $1), ('Rascunho de Ana', 'draft', $1)
     returning id`,
    [ana.id],
  );
  const [running, submitted] = rows.map(({ id }) => id);
  // Both are well-formed numbers; only the first was looked up.
  await db.pool.query(
    `insert into phone_contacts (phone, state, area_code, is_validated, line_type, consent_sms) values
       ('+12035550101', 'CT', '203', true, 'mobile', 'asserted'),
       ('+15615550102', 'FL', '561', true, null, 'refused')`,
  );
  await db.pool.query(
    `insert into phone_communications (campaign_id, type, direction, status, phone, sent_at, delivered_at)
     select $1, 'sms', 'outbound', status, '+1203555010' || n, $2::timestamptz,
            case when status = 'delivered' then $2::timestamptz end
       from unnest(array['queued', 'calling', 'delivered', 'failed']) with ordinality as t (status, n)`,
    [running, clock.now()],
  );
  await db.pool.query(
    'insert into campaign_budgets (campaign_id, ceiling, spent) values ($1, 10, 3)',
    [running],
  );
  await db.pool.query(
    `insert into approvals (campaign_id, version, content_hash, snapshot, requested_by, requested_at, editors)
     values ($1, 1, 'x', '{}', $2, $3, $4)`,
    [submitted, ana.id, clock.now(), [ana.id, sandboxPeople.alex.id]],
  );
}
