import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modal, section } from '../../../src/adapters/slack/blocks.ts';
import { type ActionVisit, onAction } from '../../../src/adapters/slack/on-action.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { expectSendable, textOf } from '../../support/blocks.ts';
import { type SlackBench, slackBench } from '../../support/slack-bench.ts';

const openForm = {
  id: 'V1',
  hash: 'h1',
  type: 'modal',
  callback_id: 'thing.form',
  title: { type: 'plain_text', text: 'Thing' },
  close: { type: 'plain_text', text: 'Close' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [section('before')],
  private_metadata: '{"id":7}',
  notify_on_close: true,
  clear_on_close: false,
  state: { values: { name: { name: { type: 'plain_text_input', value: 'typed' } } } },
};
const inModal = { view: openForm, container: { type: 'view', view_id: 'V1' } };
const onHome = { view: { ...openForm, type: 'home' }, container: { type: 'view' } };
const inEphemeral = {
  channel: { id: 'C1' },
  container: { type: 'message', is_ephemeral: true, message_ts: '1.2' },
};

describe('a click', () => {
  let bench: SlackBench;
  let visits: ActionVisit[];
  beforeEach(async () => {
    visits = [];
    bench = await slackBench((slack) => {
      onAction(slack, 'thing.look', { role: 'viewer' }, async (visit) => {
        visits.push(visit);
        return { text: 'seen' };
      });
      onAction(slack, 'thing.refuse', { role: 'operator' }, async () => {
        throw new Refusal('conflict', 'team.last-admin');
      });
      onAction(slack, 'thing.replace', { role: 'operator' }, async (visit) => {
        await visit.replace({ text: 'new' });
        return undefined;
      });
      onAction(slack, 'thing.update', { role: 'operator' }, async (visit) => {
        const view = modal({
          id: 'thing.form',
          title: 'Thing',
          close: 'Close',
          blocks: [section('after')],
        });
        return (await visit.update(view)) ? undefined : { text: 'too late' };
      });
    });
  });
  afterEach(() => bench.api.close());

  it('brings the value, the place and what is entered', async () => {
    await bench.click('U_OPERATOR', { action_id: 'thing.look', value: '42' });
    await bench.click('U_OPERATOR', { action_id: 'thing.look' }, inModal);
    expect(visits[0]).toMatchObject({
      value: '42',
      at: { channel: 'C1', ts: '1700000000.000100' },
    });
    expect(visits[1]?.fields.text('name')).toBe('typed');
    expect(visits[1]?.at).toBeNull();
  });

  it('finds the handler of an id with a suffix, and the chosen options', async () => {
    const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
    await bench.click('U_OPERATOR', {
      action_id: 'thing.look:row-9',
      type: 'multi_static_select',
      selected_options: [option('CT'), option('FL')],
    });
    expect(visits[0]?.values).toEqual(['CT', 'FL']);
  });

  it('says so when the button is older than the app', async () => {
    await bench.click('U_OPERATOR', { action_id: 'gone.forever' });
    expect(bench.api.last('response_url')?.text).toContain('older version');
  });

  it('keeps silent about links and inputs that ask for nothing', async () => {
    await bench.click('U_OPERATOR', { action_id: 'some.link', url: 'https://fly2any.com' });
    await bench.click('U_OPERATOR', { action_id: 'some.input', type: 'plain_text_input' }, inModal);
    expect(bench.api.calls.filter((call) => call.method !== 'auth.test')).toEqual([]);
  });

  it('tells a person of the wrong role and does nothing', async () => {
    await bench.click('U_STRANGER', { action_id: 'thing.look' });
    expect(visits).toEqual([]);
    expect(bench.api.last('response_url')).toMatchObject({ response_type: 'ephemeral' });
  });

  it('warns inside the modal that was clicked in, keeping everything else of it', async () => {
    await bench.click('U_OPERATOR', { action_id: 'thing.refuse' }, inModal);
    const updated = bench.api.last('views.update');
    expect(updated).toMatchObject({
      view_id: 'V1',
      view: { callback_id: 'thing.form', private_metadata: '{"id":7}', notify_on_close: true },
    });
    expect(textOf(updated?.view)).toContain('This is the last admin.');
    expect(textOf(updated?.view)).toContain('before');
    expectSendable('modal', updated?.view);
  });

  it('opens a notice over Home, and writes a direct message when that fails', async () => {
    await bench.click('U_OPERATOR', { action_id: 'thing.refuse' }, onHome);
    const opened = bench.api.last('views.open');
    expect(textOf(opened?.view)).toContain('This is the last admin.');
    expectSendable('modal', opened?.view);
    bench.api.answer('views.open', () => ({ error: 'expired_trigger_id' }));
    await bench.click('U_OPERATOR', { action_id: 'thing.refuse' }, onHome);
    expect(bench.api.last('chat.postMessage')).toMatchObject({ channel: 'D-U_OPERATOR' });
  });

  it('writes a direct message when the modal was closed meanwhile', async () => {
    bench.api.answer('views.update', () => ({ error: 'not_found' }));
    await bench.click('U_OPERATOR', { action_id: 'thing.refuse' }, inModal);
    expect(bench.api.last('chat.postMessage')).toMatchObject({ channel: 'D-U_OPERATOR' });
  });

  it('replaces a message for all, and an ephemeral one through its response_url', async () => {
    await bench.click('U_OPERATOR', { action_id: 'thing.replace' });
    expect(bench.api.last('chat.update')).toMatchObject({ channel: 'C1', text: 'new' });
    await bench.click('U_OPERATOR', { action_id: 'thing.replace' }, inEphemeral);
    expect(bench.api.last('response_url')).toMatchObject({ replace_original: true, text: 'new' });
  });

  it('updates the modal against its hash, and survives a conflict', async () => {
    await bench.click('U_OPERATOR', { action_id: 'thing.update' }, inModal);
    expect(bench.api.last('views.update')).toMatchObject({ view_id: 'V1', hash: 'h1' });
    bench.api.answer('views.update', ({ hash }) => (hash ? { error: 'hash_conflict' } : {}));
    await bench.click('U_OPERATOR', { action_id: 'thing.update' }, inModal);
    expect(textOf(bench.api.last('views.update')?.view)).toContain('too late');
  });
});
