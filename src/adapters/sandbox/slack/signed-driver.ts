import { sandboxBot, sandboxTeam } from './cast.ts';
import {
  type BlockAction,
  blockActionsPayload,
  blockSuggestionPayload,
  type Closing,
  type CommandAct,
  commandFields,
  type Event,
  eventEnvelope,
  type GlobalShortcut,
  type MessageShortcut,
  messageShortcutPayload,
  type Sender,
  type Submission,
  type Suggestion,
  shortcutPayload,
  viewClosedPayload,
  viewSubmissionPayload,
} from './payloads.ts';
import {
  createSignedRequests,
  type Retry,
  type SignedRequestOptions,
  type SignedRequests,
} from './signed-requests.ts';

const sandboxSender: Sender = {
  team: sandboxTeam,
  bot: sandboxBot,
  verificationToken: 'sandbox-verification-token',
};

/**
 * Acts on an app as Slack would, with signed requests. It knows no workspace: ids, views and
 * messages are given to it, so it works with any Web API beside the app.
 */
export function createSignedDriver(options: SignedRequestOptions & { sender?: Sender }) {
  const { sender = sandboxSender } = options;
  return driverOver(createSignedRequests(options), sender);
}

/** The same, with the requests brought to the app in another way. */
export function driverOver(requests: SignedRequests, sender: Sender) {
  return {
    command: (act: CommandAct) =>
      requests.form(`${act.command} ${act.text}`.trim(), commandFields(sender, act)),
    blockActions: (act: BlockAction) =>
      requests.interaction(
        `block_actions ${String(act.action.action_id)}`,
        blockActionsPayload(sender, act),
      ),
    blockSuggestion: (act: Suggestion) =>
      requests.interaction(`block_suggestion ${act.actionId}`, blockSuggestionPayload(sender, act)),
    viewSubmission: (act: Submission) =>
      requests.interaction(
        `view_submission ${String(act.view.callback_id)}`,
        viewSubmissionPayload(sender, act),
      ),
    viewClosed: (act: Closing) =>
      requests.interaction(
        `view_closed ${String(act.view.callback_id)}`,
        viewClosedPayload(sender, act),
      ),
    shortcut: (act: GlobalShortcut) =>
      requests.interaction(`shortcut ${act.callbackId}`, shortcutPayload(sender, act)),
    messageShortcut: (act: MessageShortcut) =>
      requests.interaction(`message_action ${act.callbackId}`, messageShortcutPayload(sender, act)),
    event: (act: Event, retry?: Retry) =>
      requests.event(`event ${String(act.event.type)}`, eventEnvelope(sender, act), retry),
  };
}

export type SignedDriver = ReturnType<typeof createSignedDriver>;
