import type { BotIdentity, Team } from './cast.ts';

/** What Slack's requests hold, in the shapes of its own samples (slackapi/java-slack-sdk, json-logs). */

/** Who speaks. `verificationToken` is Slack's old, unused one. */
export type Sender = { team: Team; bot: BotIdentity; verificationToken: string };

export type Actor = { id: string; handle: string };
export type Place = { id: string; name: string };
type Json = Record<string, unknown>;

const teamOf = ({ team }: Sender): Json => ({ id: team.id, domain: team.domain });

const userOf = ({ team }: Sender, { id, handle }: Actor): Json => ({
  id,
  username: handle,
  name: handle,
  team_id: team.id,
});

/** Shortcuts do not say which app they are for. */
const whoAndWhere = (sender: Sender, actor: Actor): Json => ({
  team: teamOf(sender),
  user: userOf(sender, actor),
  token: sender.verificationToken,
  enterprise: null,
  is_enterprise_install: false,
});

const common = (sender: Sender, actor: Actor): Json => ({
  ...whoAndWhere(sender, actor),
  api_app_id: sender.bot.appId,
});

export type CommandAct = {
  actor: Actor;
  channel: Place;
  command: string;
  text: string;
  triggerId: string;
  responseUrl: string;
};

export function commandFields(sender: Sender, act: CommandAct): Record<string, string> {
  return {
    token: sender.verificationToken,
    team_id: sender.team.id,
    team_domain: sender.team.domain,
    channel_id: act.channel.id,
    channel_name: act.channel.name,
    user_id: act.actor.id,
    user_name: act.actor.handle,
    command: act.command,
    text: act.text,
    api_app_id: sender.bot.appId,
    is_enterprise_install: 'false',
    response_url: act.responseUrl,
    trigger_id: act.triggerId,
  };
}

export type ClickedMessage = {
  channel: Place;
  ts: string;
  threadTs: string | null;
  ephemeral: boolean;
  /** As the Web API shows it; Slack leaves it out for ephemeral messages. */
  message: Json;
  responseUrl: string;
};

export type BlockAction = {
  actor: Actor;
  triggerId: string;
  in: { message: ClickedMessage } | { view: Json };
  /** The element's part: `{type, action_id, block_id, value | selected_option | …}`. */
  action: Json;
  state: Json;
  actionTs: string;
};

function containerOf(where: BlockAction['in']): Json {
  if ('view' in where) return { container: { type: 'view', view_id: where.view.id } };
  const { channel, ts, threadTs, ephemeral } = where.message;
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
  };
}

export function blockActionsPayload(sender: Sender, act: BlockAction): Json {
  const state = { values: act.state };
  const surroundings =
    'view' in act.in
      ? { view: act.in.view }
      : {
          channel: act.in.message.channel,
          state,
          response_url: act.in.message.responseUrl,
          ...(act.in.message.ephemeral ? {} : { message: act.in.message.message }),
        };
  return {
    type: 'block_actions',
    ...common(sender, act.actor),
    ...containerOf(act.in),
    ...surroundings,
    trigger_id: act.triggerId,
    actions: [{ ...act.action, action_ts: act.actionTs }],
  };
}

export type Suggestion = {
  actor: Actor;
  in: BlockAction['in'];
  blockId: string;
  actionId: string;
  value: string;
};

export function blockSuggestionPayload(sender: Sender, act: Suggestion): Json {
  const surroundings =
    'view' in act.in
      ? { view: act.in.view }
      : { channel: act.in.message.channel, message: act.in.message.message };
  return {
    type: 'block_suggestion',
    ...common(sender, act.actor),
    ...containerOf(act.in),
    ...surroundings,
    action_id: act.actionId,
    block_id: act.blockId,
    value: act.value,
  };
}

export type Submission = {
  actor: Actor;
  triggerId: string;
  view: Json;
  responseUrls: Json[];
};

export const viewSubmissionPayload = (sender: Sender, act: Submission): Json => ({
  type: 'view_submission',
  ...common(sender, act.actor),
  trigger_id: act.triggerId,
  view: act.view,
  response_urls: act.responseUrls,
});

export type Closing = { actor: Actor; view: Json; isCleared: boolean };

export const viewClosedPayload = (sender: Sender, act: Closing): Json => ({
  type: 'view_closed',
  ...common(sender, act.actor),
  view: act.view,
  is_cleared: act.isCleared,
});

export type GlobalShortcut = {
  actor: Actor;
  callbackId: string;
  triggerId: string;
  actionTs: string;
};

export const shortcutPayload = (sender: Sender, act: GlobalShortcut): Json => ({
  type: 'shortcut',
  ...whoAndWhere(sender, act.actor),
  callback_id: act.callbackId,
  trigger_id: act.triggerId,
  action_ts: act.actionTs,
});

export type MessageShortcut = GlobalShortcut & { message: ClickedMessage };

export const messageShortcutPayload = (sender: Sender, act: MessageShortcut): Json => ({
  type: 'message_action',
  ...whoAndWhere(sender, act.actor),
  callback_id: act.callbackId,
  trigger_id: act.triggerId,
  action_ts: act.actionTs,
  message_ts: act.message.ts,
  response_url: act.message.responseUrl,
  channel: act.message.channel,
  message: act.message.message,
});

export type Event = { event: Json; eventId: string; eventTime: number };

export const eventEnvelope = (sender: Sender, { event, eventId, eventTime }: Event): Json => ({
  token: sender.verificationToken,
  team_id: sender.team.id,
  api_app_id: sender.bot.appId,
  event,
  type: 'event_callback',
  event_id: eventId,
  event_time: eventTime,
  authorizations: [
    {
      enterprise_id: null,
      team_id: sender.team.id,
      user_id: sender.bot.userId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: `1-${String(event.type)}-${sender.team.id}`,
});
