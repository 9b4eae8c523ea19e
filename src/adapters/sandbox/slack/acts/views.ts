import type { ActResult, StateValues } from '../page-contract.ts';
import { complaintsAbout } from '../state/complaints.ts';
import { elementsOf, type Json } from '../state/rendered.ts';
import { type StoredView, stackLimit } from '../state/views.ts';
import { acceptView } from '../web-api/content.ts';
import { type Acting, bodyOf, nothingSent, outcomeOf, refused } from './outcome.ts';
import { actorOf, takeState } from './surroundings.ts';

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function mine({ world, person }: Acting, id: string): StoredView | undefined {
  const top = world.views.top(person.id);
  return top?.id === id ? top : undefined;
}

/** One response URL for each select that asked for it. */
function responseUrlsOf({ world, person }: Acting, view: StoredView): Json[] {
  return elementsOf(view.content.blocks)
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ blockId, actionId }) => {
      const answer = view.values[blockId]?.[actionId];
      const chosen = isRecord(answer)
        ? (answer.selected_channel ?? answer.selected_conversation)
        : null;
      const channel = world.directory.conversation(String(chosen));
      if (!channel) return [];
      const url = world.responseUrls.issue({
        channel: channel.id,
        person: person.id,
        message: null,
      });
      return [
        { block_id: blockId, action_id: actionId, channel_id: channel.id, response_url: url },
      ];
    });
}

/** A person submits the modal on top. Required and malformed fields never reach the app. */
export async function submit(
  acting: Acting,
  request: { view: string; state: StateValues },
): Promise<ActResult> {
  const { world, person } = acting;
  const view = mine(acting, request.view);
  if (!view) return refused(acting, 'stale_surface', 'This modal is not on top any more.');
  const merged = takeState(world, view.content.blocks, view.values, request.state);
  const [wrong] = merged.refused;
  if (wrong) return refused(acting, 'stale_option', `${wrong.actionId}: ${wrong.why}`);
  view.values = merged.values;
  view.errors = complaintsAbout(view.content.blocks, view.values, person.locale);
  world.changes.announce({ what: 'state' });
  if (Object.keys(view.errors).length > 0) {
    return { ok: false, ackMs: 0, status: 0, errors: view.errors };
  }

  const ack = await world.driver.viewSubmission({
    actor: actorOf(acting),
    triggerId: world.triggers.issue({
      person: person.id,
      fromView: view.id,
      channel: view.channel,
    }),
    view: world.views.wire(view),
    responseUrls: responseUrlsOf(acting, view),
  });
  const outcome = outcomeOf(acting, 'The submission', ack);
  return outcome.ok ? answered(acting, view, outcome, bodyOf(ack)) : outcome;
}

/** What the app's answer to a submission does to the stack. */
function answered(
  acting: Acting,
  view: StoredView,
  outcome: ActResult,
  body: Json | null | undefined,
): ActResult {
  const { world, person } = acting;
  world.changes.announce({ what: 'state' });
  if (body === null) {
    world.views.close(view);
    return outcome;
  }
  switch (body?.response_action) {
    case 'clear':
      world.views.clear(person.id);
      return outcome;
    case 'errors':
      return showErrors(acting, view, outcome, body.errors);
    case 'update':
    case 'push':
      return showNext(acting, view, outcome, body);
    default:
      return bad(acting, outcome, 'invalid_response_action', String(body?.response_action));
  }
}

function bad(acting: Acting, outcome: ActResult, kind: string, detail: string): ActResult {
  const { ackMs, status } = outcome;
  const said = `The answer to the submission cannot be used: ${detail}`;
  return { ...refused(acting, kind, said), ackMs, status };
}

function showErrors(
  acting: Acting,
  view: StoredView,
  outcome: ActResult,
  given: unknown,
): ActResult {
  const inputs = new Set(
    elementsOf(view.content.blocks).flatMap((e) => (e.input ? [e.blockId] : [])),
  );
  const errors: Record<string, string> = {};
  for (const [blockId, text] of Object.entries(isRecord(given) ? given : {})) {
    if (!inputs.has(blockId) || typeof text !== 'string' || text === '') {
      return bad(acting, outcome, 'invalid_errors', `no input block ${blockId}`);
    }
    errors[blockId] = text;
  }
  if (Object.keys(errors).length === 0) return bad(acting, outcome, 'invalid_errors', 'no errors');
  view.errors = errors;
  return { ...outcome, ok: false, errors };
}

function showNext(acting: Acting, view: StoredView, outcome: ActResult, body: Json): ActResult {
  const { world, person } = acting;
  const action = String(body.response_action);
  const accepted = acceptView(world, `response_action ${action}`, 'modal', body.view);
  if ('error' in accepted) {
    return bad(acting, outcome, 'invalid_view', String(accepted.error.error));
  }
  const stack = world.views.stackOf(person.id);
  if (!stack.includes(view)) return bad(acting, outcome, 'not_found', 'the modal was closed');
  if (action === 'update') {
    world.views.replace(view, accepted.view);
  } else if (!world.views.push(person.id, accepted.view)) {
    return bad(acting, outcome, 'push_limit_reached', `${stackLimit} views are open`);
  }
  return outcome;
}

/** Cancel closes the view on top; `all` is the ✕ that closes the whole stack. */
export async function close(
  acting: Acting,
  request: { view: string; all: boolean },
): Promise<ActResult> {
  const { world, person } = acting;
  const view = mine(acting, request.view);
  if (!view) return refused(acting, 'stale_surface', 'This modal is not on top any more.');
  const isCleared = request.all || view.content.clear_on_close === true;
  const closed = isCleared ? world.views.clear(person.id) : world.views.close(view);
  world.changes.announce({ what: 'state' });
  let result = nothingSent;
  for (const gone of closed.filter(({ content }) => content.notify_on_close === true)) {
    const ack = await world.driver.viewClosed({
      actor: actorOf(acting),
      view: world.views.wire(gone),
      isCleared,
    });
    result = outcomeOf(acting, 'The closing of the modal', ack);
  }
  return result;
}
