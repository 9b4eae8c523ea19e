import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded, textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import {
  movableClock,
  plain,
  refusalOf,
  type WorkspaceWithApp,
  workspaceWithApp,
} from './workspace-with-app.ts';

const nameField = {
  type: 'input' as const,
  block_id: 'name',
  label: plain('Name'),
  element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 10 },
};
const channelField = {
  type: 'input' as const,
  block_id: 'channel',
  label: plain('Channel'),
  dispatch_action: true,
  element: {
    type: 'static_select' as const,
    action_id: 'pick',
    options: ['sms', 'whatsapp'].map((value) => ({ text: plain(value.toUpperCase()), value })),
  },
};

const modal = (title: string, ...blocks: object[]) => ({
  type: 'modal' as const,
  callback_id: 'wizard',
  title: plain(title),
  submit: plain('Next'),
  notify_on_close: true,
  blocks: blocks as (typeof nameField)[],
});

describe('modals of the pretend workspace', () => {
  const clock = movableClock();
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    world = await workspaceWithApp({ realClock: clock });
    world.app.command('/campaign', async ({ ack, body, client }) => {
      await ack();
      const view = modal('Step 1', nameField, channelField);
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  });
  afterEach(() => world.close());

  const openWizard = async () => {
    succeeded(await world.ana.command('general', '/campaign new'));
    return world.ana.waitForView(({ view }) => textOf(view).includes('Step 1'));
  };

  it('opens one from a slash command and hands over what was entered, exactly as Slack does', async () => {
    let state: unknown;
    world.app.view('wizard', async ({ ack, view }) => {
      state = view.state.values;
      await ack();
    });
    world.app.action('pick', ({ ack }) => ack());
    await openWizard();
    succeeded(await world.ana.submit({ Name: 'Natal', Channel: 'WHATSAPP' }));
    expect(state).toEqual({
      name: { text: { type: 'plain_text_input', value: 'Natal' } },
      channel: {
        pick: {
          type: 'static_select',
          selected_option: { text: plain('WHATSAPP'), value: 'whatsapp' },
        },
      },
    });
    expect((await world.ana.state()).views).toEqual([]);
  });

  it('keeps required and too long fields from the app, in the language of the person', async () => {
    let submissions = 0;
    world.app.view('wizard', async ({ ack }) => {
      submissions += 1;
      await ack();
    });
    world.app.action('pick', ({ ack }) => ack());
    await openWizard();
    const result = await world.ana.submit({ name: 'much too long a name' });
    expect(result).toMatchObject({ ok: false, status: 0 });
    expect(result.errors).toEqual({
      name: 'Use no máximo 10 caracteres.',
      channel: 'Preencha este campo obrigatório.',
    });
    expect(submissions).toBe(0);
    expect((await world.ana.view()).errors).toEqual(result.errors);
  });

  it('shows errors, updates, pushes and clears as the app answers', async () => {
    const answers = [
      { response_action: 'errors' as const, errors: { name: 'Taken.' } },
      { response_action: 'update' as const, view: modal('Step 2', nameField) },
      { response_action: 'push' as const, view: modal('On top', nameField) },
      { response_action: 'clear' as const },
    ];
    world.app.view('wizard', async ({ ack }) => ack(answers.shift()));
    world.app.action('pick', ({ ack }) => ack());
    await openWizard();

    const first = await world.ana.submit({ name: 'Natal', channel: 'sms' });
    expect(first).toMatchObject({ ok: false, errors: { name: 'Taken.' }, status: 200 });

    succeeded(await world.ana.submit());
    const second = await world.ana.view();
    expect(textOf(second.view)).toContain('Step 2');
    expect(second.values).toEqual({ name: { text: { type: 'plain_text_input', value: 'Natal' } } });

    succeeded(await world.ana.submit());
    expect((await world.ana.state()).views).toHaveLength(2);
    succeeded(await world.ana.submit({ name: 'Top' }));
    expect((await world.ana.state()).views).toEqual([]);
  });

  it('says so when errors name a block that is no input', async () => {
    world.app.view('wizard', ({ ack }) =>
      ack({ response_action: 'errors', errors: { nowhere: 'Wrong.' } }),
    );
    world.app.action('pick', ({ ack }) => ack());
    await openWizard();
    const result = await world.ana.submit({ name: 'Natal', channel: 'sms' });
    expect(result.fault?.kind).toBe('invalid_errors');
    expect((await world.ana.state()).views).toHaveLength(1);
  });

  it('keeps entered values when the app updates the view, unless the block id changed', async () => {
    world.app.action('pick', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !body.view) return;
      const renamed = { ...nameField, block_id: 'other' };
      const view = modal('Updated', nameField, channelField, renamed);
      await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
    });
    await openWizard();
    await world.ana.fill({ name: 'Natal', channel: 'sms' });
    const updated = await world.ana.waitForView(({ view }) => textOf(view).includes('Updated'));
    expect(updated.values.name).toEqual({ text: { type: 'plain_text_input', value: 'Natal' } });
    expect(updated.values.channel).toMatchObject({ pick: { selected_option: { value: 'sms' } } });
    expect(updated.values.other).toEqual({ text: { type: 'plain_text_input', value: null } });
  });

  it('refuses an update with an old hash, and of a closed view', async () => {
    world.app.view({ callback_id: 'wizard', type: 'view_closed' }, ({ ack }) => ack());
    const open = await openWizard();
    const view = modal('Later', nameField);
    await world.client.views.update({ view_id: open.id, hash: open.hash, view });
    const stale = world.client.views.update({ view_id: open.id, hash: open.hash, view });
    expect(await refusalOf(stale)).toMatchObject({ error: 'hash_conflict' });
    await world.ana.close();
    const closed = world.client.views.update({ view_id: open.id, view });
    expect(await refusalOf(closed)).toMatchObject({ error: 'not_found' });
  });

  it('tells the app of a closed view, and whether the whole stack went', async () => {
    const closings: boolean[] = [];
    world.app.view({ callback_id: 'wizard', type: 'view_closed' }, async ({ ack, body }) => {
      closings.push('is_cleared' in body && body.is_cleared === true);
      await ack();
    });
    await openWizard();
    succeeded(await world.ana.close());
    await openWizard();
    succeeded(await world.ana.close(true));
    expect(closings).toEqual([false, true]);
  });

  it('lets a trigger open one view within three seconds', async () => {
    const triggers: string[] = [];
    world.app.shortcut('campaigns.new', async ({ ack, shortcut }) => {
      triggers.push(shortcut.trigger_id);
      await ack();
    });
    const view = modal('Shortcut', nameField);
    const open = (trigger_id = '') => world.client.views.open({ trigger_id, view });

    succeeded(await world.ana.shortcut('campaigns.new'));
    clock.forward(2_900);
    await open(triggers[0]);
    expect(await refusalOf(open(triggers[0]))).toMatchObject({ error: 'exchanged_trigger_id' });

    succeeded(await world.ana.shortcut('campaigns.new'));
    clock.forward(3_100);
    expect(await refusalOf(open(triggers[1]))).toMatchObject({ error: 'expired_trigger_id' });
    expect(await refusalOf(open('1.2.abc'))).toMatchObject({ error: 'invalid_trigger_id' });
    expect((await world.ana.state()).faults.map(({ kind }) => kind)).toContain(
      'expired_trigger_id',
    );
  });

  it('holds three views and refuses a fourth', async () => {
    const triggers: string[] = [];
    world.app.action('pick', async ({ ack, body }) => {
      if (body.type === 'block_actions') triggers.push(body.trigger_id);
      await ack();
    });
    await openWizard();
    const push = async () => {
      await world.ana.choose('pick', 'sms');
      const trigger_id = triggers.at(-1) ?? '';
      return world.client.views.push({ trigger_id, view: modal('More', channelField) });
    };
    await push();
    await push();
    expect(await refusalOf(push())).toMatchObject({ error: 'push_limit_reached' });
    expect((await world.ana.state()).views).toHaveLength(3);
  });

  it('refuses a view that Slack would refuse, saying where', async () => {
    world.app.command('/silent', async ({ ack, body, client }) => {
      await ack();
      const view = modal('A title of more than 24 characters', nameField);
      await client.views.open({ trigger_id: body.trigger_id, view }).catch(() => {});
    });
    succeeded(await world.ana.command('general', '/silent'));
    await expect
      .poll(async () => (await world.ana.state()).faults.at(-1)?.detail)
      .toContain('must be less than 25 characters [json-pointer:/view/title/text]');
  });

  it('ignores the answer to a submission that comes too late', async () => {
    await world.close();
    world = await workspaceWithApp({ ackLimitMs: 800 });
    let answer = () => {};
    const decided = new Promise<void>((resolve) => {
      answer = resolve;
    });
    world.app.command('/campaign', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('Step 1', nameField) });
    });
    world.app.view('wizard', async ({ ack }) => {
      await decided;
      await ack({ response_action: 'clear' });
    });
    await openWizard();
    const result = await world.ana.submit({ name: 'Natal' });
    expect(result).toMatchObject({ ok: false, fault: { kind: 'late_ack' } });
    answer();
    await expect
      .poll(async () => (await world.ana.acks()).some(({ what }) => what.includes('wizard')))
      .toBe(true);
    expect((await world.ana.state()).views).toHaveLength(1);
  });
});
