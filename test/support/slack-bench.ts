import { createSlackApp, type Slack } from '../../src/adapters/slack/app.ts';
import { createClients } from '../../src/adapters/slack/clients.ts';
import { slackDirectory } from '../../src/adapters/slack/directory.ts';
import { createWords } from '../../src/adapters/slack/words/words.ts';
import { createTeamService, type Role } from '../../src/features/team/index.ts';
import { type Answer, fakeSlackApi } from './slack-api.ts';
import { fakeReceiver } from './slack-requests.ts';

export type LogLine = { level: string; text: string } & Record<string, unknown>;

/** The people of these tests: their ids say their role. */
const workspace: Record<string, Answer> = {
  U_VIEWER: { name: 'vera', locale: 'pt-BR', tz: 'America/New_York' },
  U_OPERATOR: { name: 'ana', locale: 'en-US', tz: 'America/New_York' },
  U_OPERATOR_PT: { name: 'ana', locale: 'pt-BR', tz: 'America/New_York' },
  U_APPROVER: { name: 'marcus', locale: 'en-US', tz: 'America/New_York' },
  U_ADMIN: { name: 'alex', locale: 'en-US', tz: 'America/New_York' },
  U_STRANGER: { name: 'nobody', locale: 'en-US', tz: 'America/New_York' },
  U_GUEST: { name: 'guest', locale: 'en-US', tz: 'America/New_York', is_restricted: true },
};

const roles: Record<string, Role> = {
  U_VIEWER: 'viewer',
  U_OPERATOR: 'operator',
  U_OPERATOR_PT: 'operator',
  U_APPROVER: 'approver',
  U_ADMIN: 'admin',
  U_GUEST: 'admin',
};

const message = { ts: '1700000000.000100', blocks: [] };
const team = { id: 'T1', domain: 'fly2any' };

/** A real Bolt app between a person's requests and a Web API that remembers everything. */
export async function slackBench(register: (slack: Slack) => void) {
  const api = await fakeSlackApi(workspace);
  const receiver = fakeReceiver();
  const clients = createClients({ token: 'xoxb-test', apiUrl: api.url });
  const directory = slackDirectory(clients.quick);
  const log: LogLine[] = [];
  const write = (level: string) => (fields: object, text: string) => {
    log.push({ level, text, ...fields });
  };
  const seen = new Set<string>();
  const clock = { now: () => new Date('2026-11-24T15:05:00Z') };
  const slack = createSlackApp({
    door: { kind: 'custom', receiver },
    clients,
    directory,
    words: createWords(),
    clock,
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    channel: { locale: 'en', timeZone: 'America/New_York' },
    seen: {
      async firstTime(id) {
        const first = !seen.has(id);
        seen.add(id);
        return first;
      },
    },
    team: createTeamService({
      directory,
      clock,
      store: {
        roleOf: async (userId) => roles[userId] ?? null,
        list: async () =>
          Object.entries(roles).map(([userId, role]) => ({
            userId,
            role,
            addedBy: 'configuration',
            updatedAt: clock.now(),
          })),
        setRole: async () => 'changed',
        seed: async () => {},
      },
    }),
  });
  register(slack);
  await slack.init();

  const who = (as: string) => ({ user: { id: as, name: as, team_id: 'T1' }, team });
  const state = (values: Record<string, Record<string, unknown>> = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([block, value]) => [
        block,
        { [block.split(':')[0] ?? block]: value },
      ]),
    );

  return {
    slack,
    api,
    log,
    deliver: receiver.deliver,
    command: (as: string, text: string) => {
      const [command, ...rest] = text.split(' ');
      return receiver.deliver({
        command,
        text: rest.join(' '),
        user_id: as,
        team_id: 'T1',
        channel_id: 'C1',
        trigger_id: 'trigger',
        response_url: api.responseUrl,
      });
    },
    click: (
      as: string,
      action: Record<string, unknown> & { action_id: string },
      where: Record<string, unknown> = {
        message,
        channel: { id: 'C1' },
        container: { type: 'message', is_ephemeral: false },
      },
    ) =>
      receiver.deliver({
        type: 'block_actions',
        ...who(as),
        trigger_id: 'trigger',
        response_url: api.responseUrl,
        container: { type: 'view' },
        actions: [{ type: 'button', block_id: 'b', ...action }],
        ...where,
      }),
    submit: (
      as: string,
      view: Record<string, unknown>,
      values: Record<string, Record<string, unknown>> = {},
    ) =>
      receiver.deliver({
        type: 'view_submission',
        ...who(as),
        trigger_id: 'trigger',
        view: { id: 'V1', hash: 'h1', blocks: [], ...view, state: { values: state(values) } },
      }),
    close: (as: string, view: Record<string, unknown>) =>
      receiver.deliver({
        type: 'view_closed',
        ...who(as),
        is_cleared: true,
        view: { id: 'V1', hash: 'h1', blocks: [], state: { values: {} }, ...view },
      }),
    shortcut: (as: string, callbackId: string) =>
      receiver.deliver({
        type: 'shortcut',
        ...who(as),
        callback_id: callbackId,
        trigger_id: 'trigger',
      }),
    event: (event: Record<string, unknown>, eventId = 'Ev1') =>
      receiver.deliver({
        type: 'event_callback',
        team_id: 'T1',
        event_id: eventId,
        event,
        authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
      }),
  };
}

export type SlackBench = Awaited<ReturnType<typeof slackBench>>;
