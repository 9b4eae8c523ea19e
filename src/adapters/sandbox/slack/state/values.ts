import type { StateValues } from '../page-contract.ts';
import { elementsOf, type Json, optionsOf, type RenderedElement } from './rendered.ts';

/** Which key of the state an element fills, what it starts with, and what it may hold. */
type Kind = { key: string; initial: string; many: boolean; from: 'text' | 'options' | 'ids' };

const one = (key: string, initial: string, from: Kind['from'] = 'text'): Kind => {
  return { key, initial, many: false, from };
};
const many = (key: string, initial: string, from: Kind['from']): Kind => {
  return { key, initial, many: true, from };
};

const kinds: Readonly<Record<string, Kind>> = {
  plain_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value', 'ids'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time', 'ids'),
  static_select: one('selected_option', 'initial_option', 'options'),
  external_select: one('selected_option', 'initial_option', 'options'),
  radio_buttons: one('selected_option', 'initial_option', 'options'),
  users_select: one('selected_user', 'initial_user'),
  channels_select: one('selected_channel', 'initial_channel'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  checkboxes: many('selected_options', 'initial_options', 'options'),
  multi_static_select: many('selected_options', 'initial_options', 'options'),
  multi_external_select: many('selected_options', 'initial_options', 'options'),
  multi_users_select: many('selected_users', 'initial_users', 'ids'),
  multi_channels_select: many('selected_channels', 'initial_channels', 'ids'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations', 'ids'),
  file_input: many('files', 'none', 'ids'),
};

export const isStateful = (type: string): boolean => type in kinds;

/** The key under which a person's answer stands: `value`, `selected_option`, `files`… */
export const keyOf = (type: string): string | undefined => kinds[type]?.key;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const staticTypes = ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes'];

export type Refused = { blockId: string; actionId: string; why: string };

/** The element's own option for what the client sent: options are compared by value, as in Slack. */
function asOption(rendered: RenderedElement, given: unknown): Json | undefined {
  if (!isRecord(given) || typeof given.value !== 'string') return undefined;
  if (!staticTypes.includes(rendered.type)) return given;
  return optionsOf(rendered.element).find((option) => option.value === given.value);
}

/** What the client sent for one element, or undefined when it cannot have come from that element. */
export function readAnswer(rendered: RenderedElement, raw: unknown): Json | undefined {
  const kind = kinds[rendered.type];
  if (!kind || !isRecord(raw)) return undefined;
  const given = raw[kind.key];
  const answer = (value: unknown): Json => ({ type: rendered.type, [kind.key]: value });
  if (kind.many) {
    const entries: unknown[] = Array.isArray(given) ? given : [];
    if (kind.from !== 'options') return answer(entries);
    const options = entries.map((entry) => asOption(rendered, entry));
    return options.includes(undefined) ? undefined : answer(options);
  }
  if (given === null || given === undefined || given === '') return answer(null);
  if (kind.from === 'options') {
    const option = asOption(rendered, given);
    return option && answer(option);
  }
  if (kind.from === 'text' && typeof given !== 'string') return undefined;
  return answer(given);
}

function initialAnswer({ type, element }: RenderedElement): Json {
  const kind = kinds[type];
  if (!kind) return { type };
  return { type, [kind.key]: element[kind.initial] ?? (kind.many ? [] : null) };
}

/**
 * The state of a view: what the person sent now, else what was there before under the same block
 * id, action id and type, else the initial value. Ids that are not rendered are left out.
 */
export function mergeValues(
  blocks: readonly unknown[],
  before: StateValues,
  now: unknown = {},
): { values: StateValues; refused: Refused[] } {
  const values: StateValues = {};
  const refused: Refused[] = [];
  const sent = isRecord(now) ? now : {};
  for (const rendered of elementsOf(blocks).filter(({ type }) => isStateful(type))) {
    const { blockId, actionId, type } = rendered;
    const ofBlock = sent[blockId];
    const raw = isRecord(ofBlock) ? ofBlock[actionId] : undefined;
    const kept = before[blockId]?.[actionId];
    const fallback = isRecord(kept) && kept.type === type ? kept : initialAnswer(rendered);
    const answer = raw === undefined ? fallback : readAnswer(rendered, raw);
    if (!answer) refused.push({ blockId, actionId, why: `not an answer to this ${type}` });
    values[blockId] = { ...values[blockId], [actionId]: answer ?? fallback };
  }
  return { values, refused };
}

/** Nothing typed, nothing chosen. */
export function isEmptyAnswer(answer: unknown): boolean {
  if (!isRecord(answer)) return true;
  const key = kinds[String(answer.type)]?.key;
  const value = key ? answer[key] : undefined;
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (typeof value === 'string' && !value.trim());
}
