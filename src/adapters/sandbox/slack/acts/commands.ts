import type { ActResult } from '../page-contract.ts';
import type { Acknowledgement } from '../signed-requests.ts';
import type { Conversation } from '../state/directory.ts';
import { respond } from '../web-api/transfers.ts';
import type { Events } from './events.ts';
import { type Acting, bodyOf, nothingSent, outcomeOf, refused } from './outcome.ts';
import { actorOf, clickedMessage, placeOf } from './surroundings.ts';
import { linkNames } from './typed-text.ts';

/** `/word and the rest`. */
function parse(text: string): { command: string; rest: string } {
  const [command = '', ...rest] = text.trim().split(/\s+(.*)/s);
  return { command, rest: rest.join('').trim() };
}

/** A person sends a slash command; the answer in the acknowledgement is shown at once. */
export async function command(
  acting: Acting,
  channel: Conversation,
  text: string,
  events: Events,
): Promise<ActResult> {
  const { world, person } = acting;
  const typed = parse(text);
  if (typed.command === '/invite') return invite(acting, channel, typed.rest, events);
  const known = world.options.app.commands.find((c) => c.command === typed.command);
  if (!known) {
    return refused(acting, 'unknown_command', `${typed.command} is not a valid command.`);
  }
  const target = { channel: channel.id, person: person.id, message: null };
  const ack = await world.driver.command({
    actor: actorOf(acting),
    channel: placeOf(channel),
    command: known.command,
    text: known.shouldEscape ? linkNames(world.directory, typed.rest) : typed.rest,
    triggerId: world.triggers.issue({ person: person.id, fromView: null, channel: channel.id }),
    responseUrl: world.responseUrls.issue(target),
  });
  const outcome = outcomeOf(acting, known.command, ack);
  return outcome.ok ? showAnswer(acting, channel, outcome, ack) : outcome;
}

/** Text or a message in the acknowledgement itself. */
function showAnswer(
  acting: Acting,
  channel: Conversation,
  outcome: ActResult,
  ack: Acknowledgement,
): ActResult {
  const body = bodyOf(ack);
  if (body === null) return outcome;
  const target = { channel: channel.id, person: acting.person.id, message: null };
  const problem = respond(acting.world, target, body ?? { text: ack.body });
  if (!problem) return outcome;
  const refusal = refused(acting, 'invalid_answer', `The answer was refused: ${problem.error}`);
  return { ...refusal, ackMs: outcome.ackMs, status: outcome.status };
}

/** `/invite @fly2any`: the app becomes a member of the channel. */
async function invite(acting: Acting, channel: Conversation, whom: string, events: Events) {
  const { directory, changes, ids } = acting.world;
  if (whom.replace('@', '') !== directory.bot.name || channel.kind === 'dm') {
    return refused(acting, 'unknown_command', `Only @${directory.bot.name} can be invited here.`);
  }
  if (directory.botIsIn(channel)) return nothingSent;
  directory.join(channel);
  changes.announce({ what: 'state' });
  return events.send(acting, {
    type: 'member_joined_channel',
    user: directory.bot.userId,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: directory.team.id,
    inviter: acting.person.id,
    event_ts: ids.stamp(),
  });
}

export type ShortcutRequest = {
  callbackId: string;
  message?: { channel: string; ts: string } | null | undefined;
};

/** A global shortcut, or with `message` one from the menu of a message. */
export async function shortcut(acting: Acting, request: ShortcutRequest): Promise<ActResult> {
  const { world, person } = acting;
  const type = request.message ? 'message' : 'global';
  const known = world.options.app.shortcuts.find(
    (s) => s.type === type && s.callbackId === request.callbackId,
  );
  if (!known) return refused(acting, 'unknown_shortcut', `There is no ${request.callbackId}.`);
  const common = {
    actor: actorOf(acting),
    callbackId: known.callbackId,
    actionTs: world.ids.stamp(),
  };
  const issue = (channel: string | null) =>
    world.triggers.issue({ person: person.id, fromView: null, channel });
  if (!request.message) {
    const ack = await world.driver.shortcut({ ...common, triggerId: issue(null) });
    return outcomeOf(acting, known.name, ack);
  }
  const channel = world.directory.conversation(request.message.channel);
  const message = channel && world.messages.find(channel.id, request.message.ts);
  if (!channel || !message) {
    return refused(acting, 'stale_surface', 'This message is not there any more.');
  }
  const ack = await world.driver.messageShortcut({
    ...common,
    triggerId: issue(channel.id),
    message: clickedMessage(acting, channel, message),
  });
  return outcomeOf(acting, known.name, ack);
}
