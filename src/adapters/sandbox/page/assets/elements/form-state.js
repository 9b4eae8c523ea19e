/** What the fields of a view or message hold, in the shape Slack sends as `state.values`. */

const text = (element) => ({ value: element.initial_value ?? null });

/** Per element type: its state before anybody touched it. */
const beginnings = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  checkboxes: (element) => ({ selected_options: element.initial_options ?? [] }),
  radio_buttons: (element) => ({ selected_option: element.initial_option ?? null }),
  static_select: (element) => ({ selected_option: element.initial_option ?? null }),
  external_select: (element) => ({ selected_option: element.initial_option ?? null }),
  multi_static_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_external_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  multi_users_select: (element) => ({ selected_users: element.initial_users ?? [] }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  multi_channels_select: (element) => ({ selected_channels: element.initial_channels ?? [] }),
  conversations_select: (element) => ({
    selected_conversation: element.initial_conversation ?? null,
  }),
  multi_conversations_select: (element) => ({
    selected_conversations: element.initial_conversations ?? [],
  }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({
    selected_time: element.initial_time ?? null,
    ...(element.timezone ? { timezone: element.timezone } : {}),
  }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
};

/** @returns the element's first state, or null for one that holds none (a button) */
export function beginning(element) {
  const make = beginnings[element.type];
  return make ? { type: element.type, ...make(element) } : null;
}

/** Every element of the blocks that holds a value, with the block it stands in. */
export function statefulElements(blocks) {
  const found = [];
  for (const block of blocks ?? []) {
    const elements = [
      ...(block.type === 'input' ? [block.element] : []),
      ...(block.type === 'section' && block.accessory ? [block.accessory] : []),
      ...(block.type === 'actions' ? block.elements : []),
    ];
    for (const element of elements) {
      if (beginnings[element.type]) found.push({ block, element });
    }
    if (block.type === 'container') found.push(...statefulElements(block.child_blocks));
  }
  return found;
}

export const slot = (blockId, actionId) => `${blockId}\u0000${actionId}`;

/** What an element holds: what was entered here, else what the workspace remembers, else its start. */
export function holding(blockId, element, entered, known) {
  const remembered = known?.[blockId]?.[element.action_id];
  return (
    entered.get(slot(blockId, element.action_id)) ??
    (remembered?.type === element.type ? remembered : beginning(element))
  );
}

/** `state.values` of the blocks. */
export function stateValues(blocks, entered, known) {
  const values = {};
  for (const { block, element } of statefulElements(blocks)) {
    values[block.block_id] ??= {};
    values[block.block_id][element.action_id] = holding(block.block_id, element, entered, known);
  }
  return values;
}

/** Forgets what was entered into fields that are no longer there, as Slack does on an update. */
export function prune(blocks, entered) {
  const kept = new Map();
  for (const { block, element } of statefulElements(blocks)) {
    kept.set(slot(block.block_id, element.action_id), element.type);
  }
  for (const [key, state] of entered) {
    if (kept.get(key) !== state.type) entered.delete(key);
  }
}
