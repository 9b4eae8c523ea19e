import type { ActRequest, StateValues } from '../page-contract.ts';
import type { Actor, BlockAction, ClickedMessage, Place } from '../payloads.ts';
import { type Conversation, handleOf } from '../state/directory.ts';
import type { StoredMessage } from '../state/messages.ts';
import { elementsOf } from '../state/rendered.ts';
import { mergeValues, type Refused } from '../state/values.ts';
import type { StoredView } from '../state/views.ts';
import { wireFile, wireMessage } from '../web-api/shapes.ts';
import type { World } from '../world.ts';
import type { Acting } from './outcome.ts';

export const actorOf = ({ person }: Acting): Actor => ({ id: person.id, handle: handleOf(person) });

export const placeOf = ({ id, name }: Conversation): Place => ({ id, name });

/** Where an element stands: a message the person can see, an open modal, or App Home. */
export type Surface = { message: StoredMessage; channel: Conversation } | { view: StoredView };

export function surfaceOf(acting: Acting, where: ActRequest['in']): Surface | undefined {
  const { world, person } = acting;
  if ('message' in where) {
    const channel = world.directory.conversation(where.message.channel);
    const message = world.messages.find(where.message.channel, where.message.ts);
    const seen = channel && message && visibleTo(acting, channel, message);
    return seen ? { message, channel } : undefined;
  }
  const view = 'home' in where ? world.views.home(person.id) : world.views.find(where.view);
  return view?.person === person.id ? { view } : undefined;
}

export const visibleTo = (acting: Acting, channel: Conversation, message: StoredMessage): boolean =>
  acting.world.directory.mayRead(acting.person, channel) &&
  (message.ephemeralTo === null || message.ephemeralTo === acting.person.id);

export const blocksOf = (surface: Surface): readonly unknown[] =>
  'view' in surface ? surface.view.content.blocks : surface.message.blocks;

/** The message part of a payload, with a response URL of its own. */
export function clickedMessage(
  { world, person }: Acting,
  channel: Conversation,
  message: StoredMessage,
): ClickedMessage {
  const { ts, threadTs } = message;
  return {
    channel: placeOf(channel),
    ts,
    threadTs,
    ephemeral: message.ephemeralTo !== null,
    message: wireMessage(world, message, true),
    responseUrl: world.responseUrls.issue({
      channel: channel.id,
      person: person.id,
      message: { ts, threadTs },
    }),
  };
}

export function payloadPlace(acting: Acting, surface: Surface): BlockAction['in'] {
  if ('view' in surface) return { view: acting.world.views.wire(surface.view) };
  return { message: clickedMessage(acting, surface.channel, surface.message) };
}

/** What the person entered, checked against what is rendered; files as the app will read them. */
export function takeState(
  world: World,
  blocks: readonly unknown[],
  before: StateValues,
  given: StateValues,
): { values: StateValues; refused: Refused[] } {
  const { values, refused } = mergeValues(blocks, before, given);
  for (const { blockId, actionId, type } of elementsOf(blocks)) {
    const answer = values[blockId]?.[actionId];
    if (type !== 'file_input' || typeof answer !== 'object' || answer === null) continue;
    const chosen = 'files' in answer && Array.isArray(answer.files) ? answer.files : [];
    const files = chosen.flatMap((file: { id?: unknown }) => {
      const known = world.files.find(String(file?.id));
      return known ? [wireFile(world, known)] : [];
    });
    values[blockId] = { ...values[blockId], [actionId]: { type, files } };
  }
  return { values, refused };
}
