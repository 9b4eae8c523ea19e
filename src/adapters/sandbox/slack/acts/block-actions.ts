import { list, startWalk } from '../block-kit/check.ts';
import { optionGroup, plainOption } from '../block-kit/objects.ts';
import type { ActRequest, ActResult } from '../page-contract.ts';
import { elementAt, type Json, optionsOf, type RenderedElement } from '../state/rendered.ts';
import { isStateful, readAnswer } from '../state/values.ts';
import { type Acting, bodyOf, nothingSent, outcomeOf, refused } from './outcome.ts';
import {
  actorOf,
  blocksOf,
  payloadPlace,
  type Surface,
  surfaceOf,
  takeState,
} from './surroundings.ts';

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function pick(from: Json, ...names: string[]): Json {
  return Object.fromEntries(names.flatMap((n) => (from[n] === undefined ? [] : [[n, from[n]]])));
}

/** The element's part of the payload. Values of buttons come from what is rendered, never from the client. */
function actionOf(rendered: RenderedElement, payload: Json): Json | undefined {
  const { type, element, actionId, blockId } = rendered;
  const base = { type, action_id: actionId, block_id: blockId };
  if (isStateful(type)) {
    const answer = readAnswer(rendered, payload);
    return answer && { ...base, ...pick(element, 'placeholder', 'confirm'), ...answer };
  }
  if (type === 'overflow') {
    const wanted = isRecord(payload.selected_option) ? payload.selected_option.value : undefined;
    const option = optionsOf(element).find(({ value }) => value === wanted);
    return option && { ...base, selected_option: option };
  }
  if (type === 'feedback_buttons') {
    const choices = [element.positive_button, element.negative_button].filter(isRecord);
    const chosen = choices.find(({ value }) => value === payload.value);
    return chosen && { ...base, value: chosen.value };
  }
  return { ...base, ...pick(element, 'text', 'value', 'style', 'url', 'confirm') };
}

/** An input inside an input block is silent until the form is sent, unless it dispatches. */
const dispatches = ({ input }: RenderedElement): boolean =>
  input === null || input.dispatch_action === true;

function rememberState(acting: Acting, surface: Surface, request: ActRequest, action: Json) {
  const { blockId, actionId, state } = request;
  const now = { ...state, [blockId]: { ...state[blockId], [actionId]: action } };
  const before = 'view' in surface ? surface.view.values : {};
  const merged = takeState(acting.world, blocksOf(surface), before, now);
  if ('view' in surface) surface.view.values = merged.values;
  return merged;
}

/** A person clicks, chooses, or presses enter in an element of a message, a modal or App Home. */
export async function act(acting: Acting, request: ActRequest): Promise<ActResult> {
  const { world, person } = acting;
  const { blockId, actionId } = request;
  const surface = surfaceOf(acting, request.in);
  if (!surface)
    return refused(acting, 'stale_surface', 'This message or view is not there any more.');
  const rendered = elementAt(blocksOf(surface), blockId, actionId);
  if (!rendered) return refused(acting, 'stale_element', `There is no ${actionId} in ${blockId}.`);
  const action = actionOf(rendered, request.payload);
  if (!action) return refused(acting, 'stale_option', `${actionId} does not offer this choice.`);

  const { values, refused: wrong } = rememberState(acting, surface, request, action);
  if (wrong.length > 0) {
    return refused(acting, 'stale_option', wrong.map((w) => `${w.actionId}: ${w.why}`).join('; '));
  }
  if (!dispatches(rendered)) return nothingSent;

  const view = 'view' in surface ? surface.view : null;
  const isModal = view?.content.type === 'modal';
  const ack = await world.driver.blockActions({
    actor: actorOf(acting),
    triggerId: world.triggers.issue({
      person: person.id,
      fromView: isModal ? view.id : null,
      channel: 'channel' in surface ? surface.channel.id : null,
    }),
    in: payloadPlace(acting, surface),
    action,
    state: values,
    actionTs: world.ids.stamp(),
  });
  return outcomeOf(acting, `The click on ${actionId}`, ack);
}

export type OptionsRequest = Pick<ActRequest, 'in' | 'blockId' | 'actionId'> & { value: string };

const usualMinimum = 3;

/** Options of an external select for what the person typed so far. */
export async function suggest(acting: Acting, request: OptionsRequest): Promise<Json> {
  const { blockId, actionId, value } = request;
  const nothing = { options: [] };
  const surface = surfaceOf(acting, request.in);
  const rendered = surface && elementAt(blocksOf(surface), blockId, actionId);
  if (!surface || !rendered?.type.endsWith('external_select')) {
    refused(acting, 'stale_element', `There is no external select ${actionId} in ${blockId}.`);
    return nothing;
  }
  if (value.length < Number(rendered.element.min_query_length ?? usualMinimum)) return nothing;
  const ack = await acting.world.driver.blockSuggestion({
    actor: actorOf(acting),
    in: payloadPlace(acting, surface),
    blockId,
    actionId,
    value,
  });
  if (!outcomeOf(acting, `The options of ${actionId}`, ack).ok) return nothing;
  const body = bodyOf(ack) ?? {};
  const [key, check] = body.option_groups
    ? ['option_groups', optionGroup]
    : ['options', plainOption];
  const walk = startWalk('modal');
  list(check, { min: 0, max: 100 })(body[key], `/${key}`, walk);
  const problem = walk.problems[0];
  if (!problem) return { [key]: body[key] };
  refused(acting, 'invalid_options', `${actionId}: ${problem.text} [json-pointer:${problem.path}]`);
  return nothing;
}
