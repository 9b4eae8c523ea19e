import type { KnownBlock, View } from '@slack/types';

/**
 * What the sandbox's page, the demo and the end-to-end tests speak with the pretend workspace,
 * as JSON under `/sandbox/api`. Every call that acts says `as` (a Slack user id). The workspace
 * turns an act into the same signed HTTP request Slack would send to the app.
 */

export type Person = {
  id: string;
  name: string;
  title: 'operator' | 'approver' | 'viewer' | 'admin';
  locale: 'en-US' | 'pt-BR';
  tz: string;
};

export type ChannelInfo = {
  id: string;
  name: string;
  /** `dm`: the person's own conversation with the app. */
  kind: 'channel' | 'dm';
};

export type SlashCommand = { command: string; description: string; usageHint: string };

export type FileInfo = {
  id: string;
  name: string;
  mimetype: string;
  size: number;
  altText: string | null;
  /** Below `/sandbox/api/files/…`; the page may show it. */
  url: string;
};

export type Message = {
  channel: string;
  ts: string;
  threadTs: string | null;
  /** User id, or null for the app. */
  user: string | null;
  text: string;
  blocks: KnownBlock[];
  files: FileInfo[];
  /** Only this person sees it. */
  ephemeralTo: string | null;
  edited: boolean;
  replyCount: number;
};

/**
 * A view that a person has open; `errors` are those of the last submit, by block id. Every block
 * and element of `view` has its id. `values` is what the workspace knows of the inputs: initial
 * values, what the person chose in earlier acts, and what an update of the view kept (same block
 * id and action id keep the person's value, as in Slack).
 */
export type OpenView = {
  id: string;
  hash: string;
  view: View;
  errors: Record<string, string>;
  values: StateValues;
};

/** What went wrong in a way the person should see: a late ack, an invalid block, an expired trigger. */
export type Fault = { at: string; kind: string; detail: string };

export type AckRecord = { what: string; ms: number; status: number };

export type WorkspaceState = {
  me: Person;
  people: Person[];
  channels: ChannelInfo[];
  commands: SlashCommand[];
  globalShortcuts: { callbackId: string; name: string }[];
  messageShortcuts: { callbackId: string; name: string }[];
  /** Unread message counts for this person by channel id. */
  unread: Record<string, number>;
  home: View | null;
  homeValues: StateValues;
  /** The modal stack, root first; the last one is on top. */
  views: OpenView[];
  faults: Fault[];
};

/** `values` of a view or message state, exactly as Slack sends them: block id → action id → element. */
export type StateValues = Record<string, Record<string, unknown>>;

export type ActRequest = {
  as: string;
  /** Where the element stands. */
  in: { message: { channel: string; ts: string } } | { view: string } | { home: true };
  blockId: string;
  actionId: string;
  /** The element's own part of the action payload: `{value}`, `{selected_option}`, `{selected_options}`… */
  payload: Record<string, unknown>;
  state: StateValues;
};

/**
 * Every act answers with this: what came back at once, and how long the app took to acknowledge.
 * `status` is 0 when nothing was sent: the act was refused (`fault`), a required field is empty
 * (`errors`), or the element does not dispatch (an input without `dispatch_action`).
 */
export type ActResult = {
  ok: boolean;
  ackMs: number;
  status: number;
  /** Field errors of a submit, by block id. */
  errors?: Record<string, string>;
  /** What the person sees as a fault (late ack, expired trigger, …). */
  fault?: Fault;
};

/**
 * GET  /sandbox/api/state?as=U                    → WorkspaceState
 * GET  /sandbox/api/messages?as=U&channel=C[&thread=TS]  → Message[] (oldest first; with `thread`: parent and replies)
 * POST /sandbox/api/command   {as, channel, text}        "/campaign new" → ActResult
 * POST /sandbox/api/shortcut  {as, callbackId[, message: {channel, ts}]} → ActResult (with `message`: a message shortcut)
 * POST /sandbox/api/act       ActRequest                  → ActResult
 * POST /sandbox/api/submit    {as, view, state}           → ActResult
 * POST /sandbox/api/close     {as, view[, all]}           → ActResult (view_closed when notify_on_close; `all`: the ✕, not Cancel)
 * POST /sandbox/api/options   {as, in, blockId, actionId, value} → {options|option_groups} (external selects)
 * POST /sandbox/api/upload?as=U&name=N[&channel=C][&threadTs=T]  raw body → FileInfo (with channel: shared there, file_shared sent)
 * POST /sandbox/api/message   {as, channel, text, threadTs?}  → ActResult (message event to the app in a DM)
 * POST /sandbox/api/open-home {as}                        → ActResult (app_home_opened)
 * POST /sandbox/api/read      {as, channel}               → marks as read
 * POST /sandbox/api/dismiss   {as, channel, ts}           → removes an ephemeral message from this person's sight
 * GET  /sandbox/api/files/:id/:name                       → the bytes (any :name; also for `slack_file: {id}` of image blocks)
 * GET  /sandbox/api/acks                                  → AckRecord[] (every signed request sent to the app)
 * GET  /sandbox/api/stream?as=U                           → server-sent events: `change` {what: 'state'|'messages'|'clock'|'phones', channel?}
 *
 * GET  /sandbox/api/clock                                 → {now, offsetMs, timeZone}
 * POST /sandbox/api/clock     {advanceMs} | {to: ISO} | {toNextWindow: true} → the same; never backwards
 * GET  /sandbox/api/phones?q=                             → PhoneSummary[] (newest first, at most 50)
 * GET  /sandbox/api/phones/:phone                         → PhoneMessage[]
 * POST /sandbox/api/phones/:phone/reply {text}            → {ok}
 *
 * A malformed request is answered 400 with {error}, an unknown person or thing 404 with {error}.
 * Permalinks of messages are `/archives/<channel>/p<ts without dot>`; they redirect to
 * `/?channel=<channel>&message=<ts>[&thread=<ts>]`.
 */
export type ClockState = { now: string; offsetMs: number; timeZone: string };
export type PhoneSummary = { phone: string; name: string; last: string; at: string };
export type PhoneMessage = {
  id: string;
  direction: 'in' | 'out';
  /** `in`: what the person received; `out`: what the person answered. */
  body: string;
  status: string;
  errorCode: string | null;
  at: string;
};
