import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { input, modal, section, textBox } from '../../../src/adapters/slack/blocks.ts';
import {
  onSubmit,
  type SubmitOutcome,
  type SubmitVisit,
} from '../../../src/adapters/slack/on-submit.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { expectSendable, textOf } from '../../support/blocks.ts';
import { type SlackBench, slackBench } from '../../support/slack-bench.ts';

const next = modal({
  id: 'thing.next',
  title: 'Next',
  close: 'Close',
  blocks: [section('step 2')],
});
const form = (metadata: unknown = { id: 'a' }) => ({
  ...modal({
    id: 'thing.form',
    title: 'Thing',
    close: 'Close',
    submit: 'Save',
    metadata,
    blocks: [
      input({ field: 'name', label: 'Name', element: textBox('name'), fresh: 3 }),
      input({ field: 'city', label: 'City', element: textBox('city') }),
    ],
  }),
  clear_on_close: false,
});
const typed = {
  'name:3': { type: 'plain_text_input', value: 'Ana' },
  city: { type: 'plain_text_input', value: 'Hartford' },
};

describe('a submitted form', () => {
  let bench: SlackBench;
  let run: (visit: SubmitVisit) => Promise<SubmitOutcome>;
  beforeEach(async () => {
    bench = await slackBench((slack) => {
      onSubmit(slack, 'thing.form', { role: 'operator' }, (visit) => run(visit));
      onSubmit(slack, 'thing.slow', { role: 'operator', slow: true }, (visit) => run(visit));
    });
  });
  afterEach(() => bench.api.close());

  it('gives the work its fields and what the form remembers, and closes', async () => {
    let seen: unknown;
    run = async (visit) => {
      seen = [visit.fields.all(), visit.metadata(z.object({ id: z.string() })), visit.member.role];
      return undefined;
    };
    const ack = await bench.submit('U_OPERATOR', form(), typed);
    expect(seen).toEqual([{ name: 'Ana', city: 'Hartford' }, { id: 'a' }, 'operator']);
    expect(ack.body).toBeUndefined();
  });

  it.each([
    [{ update: next }, { response_action: 'update' }],
    [{ push: next }, { response_action: 'push' }],
    [{ close: 'all' as const }, { response_action: 'clear' }],
  ])('acknowledges %j with what comes next', async (outcome, expected) => {
    run = async () => outcome;
    expect((await bench.submit('U_OPERATOR', form(), typed)).body).toMatchObject(expected);
  });

  it('puts the complaint of a refusal under its field, whatever suffix the block has', async () => {
    run = async () => {
      throw new Refusal(
        'invalid',
        'team.unknown-role',
        { role: 'x' },
        { name: 'team.choose-role' },
      );
    };
    const ack = await bench.submit('U_OPERATOR', form(), typed);
    expect(ack.body).toEqual({
      response_action: 'errors',
      errors: { 'name:3': 'Choose viewer, operator, approver, admin or none.' },
    });
  });

  it('says a refusal without a field on top of the form and keeps what was typed', async () => {
    run = async () => {
      throw new Refusal('conflict', 'team.last-admin');
    };
    const ack = await bench.submit('U_OPERATOR', form(), typed);
    expect(ack.body).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'thing.form' },
    });
    expect(textOf(ack.body)).toContain('This is the last admin.');
    expect(JSON.stringify(ack.body)).toContain('"initial_value":"Hartford"');
    expectSendable('modal', (ack.body as { view: unknown }).view);
  });

  it('refuses the wrong role, in the language of the person', async () => {
    run = async () => undefined;
    const ack = await bench.submit('U_VIEWER', form(), typed);
    expect(textOf(ack.body)).toContain('papel de operador');
  });

  it('says so when the form has forgotten what it was about', async () => {
    run = async (visit) => {
      visit.metadata(z.object({ id: z.number() }));
      return undefined;
    };
    const ack = await bench.submit('U_OPERATOR', form('{broken'), typed);
    expect(textOf(ack.body)).toContain('forgotten');
  });

  it('acknowledges in time when the work is slow, and shows its result later', async () => {
    run = () => new Promise((done) => setTimeout(done, 2_300, { update: next }));
    const ack = await bench.submit('U_OPERATOR', form(), typed);
    expect(ack.ms).toBeLessThan(2_500);
    expect(textOf(ack.body)).toContain('Working on it…');
    expect(textOf(bench.api.last('views.update'))).toContain('step 2');
  });

  it('loses nothing that was typed when slow work is refused in the end', async () => {
    run = async () => {
      throw new Refusal('conflict', 'team.last-admin');
    };
    const slow = { ...form(), callback_id: 'thing.slow' };
    const ack = await bench.submit('U_OPERATOR', slow, typed);
    expect(textOf(ack.body)).toContain('Working on it…');
    const shown = bench.api.last('views.update');
    expect(textOf(shown)).toContain('This is the last admin.');
    expect(JSON.stringify(shown)).toContain('"initial_value":"Ana"');
  });

  it('writes the failure of slow work to the person who has closed the form', async () => {
    bench.api.answer('views.update', () => ({ error: 'not_found' }));
    run = async () => {
      throw new Refusal('conflict', 'team.last-admin');
    };
    await bench.submit('U_OPERATOR', { ...form(), callback_id: 'thing.slow' }, typed);
    expect(bench.api.last('chat.postMessage')).toMatchObject({ channel: 'D-U_OPERATOR' });
  });

  it('says so when the form is older than the app', async () => {
    const ack = await bench.submit('U_OPERATOR', { ...form(), callback_id: 'gone.form' }, typed);
    expect(textOf(ack.body)).toContain('older version');
  });
});
