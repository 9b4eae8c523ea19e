import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  FileInput,
  InputBlock,
  MultiStaticSelect,
  NumberInput,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types';
import { clamp, cleanText } from '../text.ts';
import { plainText } from './text-objects.ts';

export type Choice = { label: string; value: string; description?: string };

type InputElement = InputBlock['element'];

/**
 * An input of a form. The field's name is block_id and action_id, so that errors find it and the
 * form reader needs no table. `fresh` changes the block_id: Slack then forgets what was typed.
 */
export const input = (options: {
  field: string;
  label: string;
  element: InputElement;
  hint?: string | undefined;
  optional?: boolean;
  /** Send a block action when it changes (`onAction` with the field's name as its id). */
  dispatch?: boolean;
  fresh?: string | number;
}): InputBlock => ({
  type: 'input',
  block_id: options.fresh === undefined ? options.field : `${options.field}:${options.fresh}`,
  label: plainText(options.label, 2000),
  element: options.element,
  ...(options.hint && { hint: plainText(options.hint, 2000) }),
  ...(options.optional && { optional: true }),
  ...(options.dispatch && { dispatch_action: true }),
});

export const option = ({ label, value, description }: Choice): PlainTextOption => ({
  text: plainText(label, 75),
  value,
  ...(description && { description: plainText(description, 75) }),
});

const placeholder = (text: string | undefined) =>
  text ? { placeholder: plainText(text, 150) } : {};

export const textBox = (
  id: string,
  o: {
    initial?: string | undefined;
    placeholder?: string;
    multiline?: boolean;
    max?: number;
    min?: number;
  } = {},
): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: id,
  ...(o.initial && { initial_value: clamp(cleanText(o.initial), Math.min(o.max ?? 3000, 3000)) }),
  ...placeholder(o.placeholder),
  ...(o.multiline && { multiline: true }),
  ...(o.min && { min_length: o.min }),
  max_length: Math.min(o.max ?? 3000, 3000),
});

export const numberBox = (
  id: string,
  o: {
    initial?: string | undefined;
    min?: string;
    max?: string;
    decimals?: boolean;
    placeholder?: string;
  } = {},
): NumberInput => ({
  type: 'number_input',
  action_id: id,
  is_decimal_allowed: o.decimals ?? false,
  ...(o.initial && { initial_value: o.initial }),
  ...(o.min && { min_value: o.min }),
  ...(o.max && { max_value: o.max }),
  ...placeholder(o.placeholder),
});

/** At most 100 choices; an initial value that is not among them is left out. */
export function select(
  id: string,
  choices: readonly Choice[],
  o: { initial?: string | undefined; placeholder?: string } = {},
): StaticSelect {
  const options = choices.slice(0, 100).map(option);
  const initial = options.find((each) => each.value === o.initial);
  return {
    type: 'static_select',
    action_id: id,
    options,
    ...(initial && { initial_option: initial }),
    ...placeholder(o.placeholder),
  };
}

export function multiSelect(
  id: string,
  choices: readonly Choice[],
  o: { initial?: readonly string[] | undefined; placeholder?: string; max?: number } = {},
): MultiStaticSelect {
  const options = choices.slice(0, 100).map(option);
  const initial = options.filter((each) => each.value && o.initial?.includes(each.value));
  return {
    type: 'multi_static_select',
    action_id: id,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
    ...placeholder(o.placeholder),
    ...(o.max && { max_selected_items: o.max }),
  };
}

export function radio(id: string, choices: readonly Choice[], initial?: string): RadioButtons {
  const options = choices.slice(0, 10).map(option);
  const chosen = options.find((each) => each.value === initial);
  return {
    type: 'radio_buttons',
    action_id: id,
    options,
    ...(chosen && { initial_option: chosen }),
  };
}

export function checkboxes(
  id: string,
  choices: readonly Choice[],
  initial: readonly string[] = [],
): Checkboxes {
  const options = choices.slice(0, 10).map(option);
  const chosen = options.filter((each) => each.value && initial.includes(each.value));
  return {
    type: 'checkboxes',
    action_id: id,
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

export const fileBox = (id: string, filetypes: readonly string[], max = 1): FileInput => ({
  type: 'file_input',
  action_id: id,
  filetypes: [...filetypes],
  max_files: max,
});

/** `YYYY-MM-DD` */
export const dateBox = (id: string, initial?: string | undefined): Datepicker => ({
  type: 'datepicker',
  action_id: id,
  ...(initial && { initial_date: initial }),
});

/** `HH:mm` */
export const timeBox = (id: string, initial?: string | undefined): Timepicker => ({
  type: 'timepicker',
  action_id: id,
  ...(initial && { initial_time: initial }),
});

export const personBox = (id: string, initial?: string | undefined): UsersSelect => ({
  type: 'users_select',
  action_id: id,
  ...(initial && { initial_user: initial }),
});

export const channelBox = (id: string, initial?: string | undefined): ConversationsSelect => ({
  type: 'conversations_select',
  action_id: id,
  filter: { include: ['public', 'private'], exclude_bot_users: true },
  ...(initial && { initial_conversation: initial }),
});
