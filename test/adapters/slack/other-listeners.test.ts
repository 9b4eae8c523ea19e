import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slackDirectory } from '../../../src/adapters/slack/directory.ts';
import { onAction } from '../../../src/adapters/slack/on-action.ts';
import { onClose } from '../../../src/adapters/slack/on-close.ts';
import { onEvent } from '../../../src/adapters/slack/on-event.ts';
import { onOptions } from '../../../src/adapters/slack/on-options.ts';
import { onShortcut } from '../../../src/adapters/slack/on-shortcut.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type SlackBench, slackBench } from '../../support/slack-bench.ts';

describe('events, shortcuts, closed forms and suggestions', () => {
  let bench: SlackBench;
  let seen: unknown[];
  beforeEach(async () => {
    seen = [];
    bench = await slackBench((slack) => {
      const shape = z.object({ user: z.string(), fail: z.boolean().optional() });
      onEvent(
        slack,
        'app_home_opened',
        (event) => shape.safeParse(event).data ?? null,
        async ({ user, fail }, { botUserId }) => {
          seen.push([user, botUserId]);
          if (fail) throw new Refusal('conflict', 'team.last-admin');
        },
        ({ user }) => user,
      );
      onShortcut(slack, 'thing.start', { role: 'operator' }, async ({ userId }) => {
        seen.push(userId);
        return undefined;
      });
      onClose(slack, 'thing.form', async ({ userId, metadata, words }) => {
        seen.push([userId, metadata(z.object({ id: z.number() }))]);
        return { text: words.say('base.done') };
      });
      onOptions(slack, 'thing.choose', { role: 'operator' }, async ({ typed }) =>
        Array.from({ length: 150 }, (_, i) => ({ label: `${typed} ${i}`, value: String(i) })),
      );
    });
  });
  afterEach(() => bench.api.close());

  it('handles an event once, however often Slack sends it', async () => {
    const event = { type: 'app_home_opened', user: 'U_OPERATOR', channel: 'D1', tab: 'home' };
    await bench.event(event, 'Ev1');
    await bench.event(event, 'Ev1');
    await bench.event(event, 'Ev2');
    expect(seen).toEqual([
      ['U_OPERATOR', 'UBOT'],
      ['U_OPERATOR', 'UBOT'],
    ]);
  });

  it('drops an event that it cannot read, and tells the asker of a refusal', async () => {
    await bench.event({ type: 'app_home_opened', user: 7 }, 'Ev1');
    expect(seen).toEqual([]);
    await bench.event({ type: 'app_home_opened', user: 'U_OPERATOR', fail: true }, 'Ev2');
    expect(bench.api.last('chat.postMessage')).toMatchObject({
      channel: 'D-U_OPERATOR',
      text: expect.stringContaining('This is the last admin'),
    });
  });

  it('runs a shortcut for who may, and tells the others', async () => {
    await bench.shortcut('U_OPERATOR', 'thing.start');
    await bench.shortcut('U_VIEWER', 'thing.start');
    expect(seen).toEqual(['U_OPERATOR']);
    expect(bench.api.last('chat.postMessage')).toMatchObject({ channel: 'D-U_VIEWER' });
  });

  it('hears that a form was closed, whatever it remembers', async () => {
    await bench.close('U_OPERATOR', { callback_id: 'thing.form', private_metadata: '{"id":7}' });
    await bench.close('U_OPERATOR', { callback_id: 'thing.form', private_metadata: 'broken' });
    await bench.close('U_OPERATOR', { callback_id: 'nobody.knows', private_metadata: '' });
    expect(seen).toEqual([
      ['U_OPERATOR', { id: 7 }],
      ['U_OPERATOR', null],
    ]);
  });

  it('suggests at most a hundred options, and none to who may not', async () => {
    const ask = (as: string) =>
      bench.deliver({
        type: 'block_suggestion',
        user: { id: as, name: as },
        team: { id: 'T1', domain: 'x' },
        container: { type: 'view' },
        action_id: 'thing.choose',
        block_id: 'b',
        value: 'CT',
      });
    const offered = (await ask('U_OPERATOR')).body as { options: { text: { text: string } }[] };
    expect(offered.options).toHaveLength(100);
    expect(offered.options[0]?.text.text).toBe('CT 0');
    expect((await ask('U_VIEWER')).body).toEqual({ options: [] });
  });

  it('allows one handler for an id', () => {
    const twice = () =>
      onAction(bench.slack, 'thing.same', { role: 'viewer' }, async () => undefined);
    twice();
    expect(twice).toThrow('two handlers for thing.same');
  });
});

describe('the directory', () => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await slackBench(() => {});
  });
  afterEach(() => bench.api.close());

  it('asks once for many questions at the same time, and remembers the answer', async () => {
    const directory = slackDirectory(bench.slack.clients.quick);
    const answers = await Promise.all([1, 2, 3].map(() => directory.person('U_VIEWER')));
    expect(answers[0]).toMatchObject({
      name: 'vera',
      locale: 'pt-BR',
      timeZone: 'America/New_York',
    });
    expect(bench.api.callsOf('users.info')).toHaveLength(1);
  });

  it.each([
    [{ is_restricted: true }, { guest: true }],
    [{ is_ultra_restricted: true }, { guest: true }],
    [{ deleted: true }, { deactivated: true }],
    [{ is_bot: true }, { bot: true }],
    [{ team_id: 'T_OTHER' }, { external: true }],
    [{}, { guest: false, deactivated: false, bot: false, external: false }],
  ])('reads %j as %j', async (user, person) => {
    bench.api.answer('users.info', () => ({
      user: { id: 'U9', team_id: 'T1', name: 'x', ...user },
    }));
    expect(await slackDirectory(bench.slack.clients.quick).person('U9')).toMatchObject(person);
  });

  it('knows nobody of that id, and says when Slack is silent', async () => {
    const directory = slackDirectory(bench.slack.clients.quick);
    expect(await directory.person('U_UNKNOWN')).toBeNull();
    bench.api.answer('users.info', () => ({ error: 'fatal_error' }));
    await expect(directory.person('U_X')).rejects.toMatchObject({ code: 'team.directory' });
    bench.api.answer('users.info', () => ({ user: { id: 'U_X', name: 'back' } }));
    expect(await directory.person('U_X')).toMatchObject({ name: 'back' });
  });
});
