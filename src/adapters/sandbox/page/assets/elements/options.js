import { plain } from '../text/plain.js';

/**
 * Where the choices of a select come from, and how a choice is written into the state.
 *
 * @typedef {{ key: string, text: string, note?: string, held: unknown }} Choice
 * @typedef {{ label: string | null, choices: Choice[] }} Group
 * @typedef {{ groups: (query: string) => Promise<Group[]>, chosen: (state: any) => Choice[],
 *   write: (choices: Choice[]) => Record<string, unknown>, minQuery: number }} Source
 */

const choiceOf = (option) => ({
  key: String(option.value),
  text: plain(option.text),
  note: option.description ? plain(option.description) : undefined,
  held: option,
});

const contains = (text, query) => fold(text).includes(fold(query));
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function groupsOf(answer, query) {
  const groups = answer.option_groups
    ? answer.option_groups.map((group) => ({ label: plain(group.label), options: group.options }))
    : [{ label: null, options: answer.options ?? [] }];
  return groups
    .map(({ label, options }) => ({
      label,
      choices: options.map(choiceOf).filter((choice) => contains(choice.text, query)),
    }))
    .filter((group) => group.choices.length > 0);
}

const optionState = (multi) => ({
  chosen: (state) =>
    (multi ? state.selected_options : [state.selected_option]).filter(Boolean).map(choiceOf),
  write: (choices) =>
    multi
      ? { selected_options: choices.map((choice) => choice.held) }
      : { selected_option: choices[0]?.held ?? null },
});

/** People and channels are held as bare ids. */
function idSource(list, property, multi) {
  const choices = list.map(({ id, text, note }) => ({ key: id, text, note, held: id }));
  const named = (id) =>
    choices.find((choice) => choice.key === id) ?? { key: id, text: id, held: id };
  const name = multi ? `${property}s` : property;
  return {
    minQuery: 0,
    groups: async (query) => [
      { label: null, choices: choices.filter((choice) => contains(choice.text, query)) },
    ],
    chosen: (state) => (multi ? state[name] : [state[name]]).filter(Boolean).map(named),
    write: (chosen) => ({
      [name]: multi ? chosen.map((choice) => choice.held) : (chosen[0]?.held ?? null),
    }),
  };
}

/** @returns {Source} */
export function sourceOf(field) {
  const { element, surface } = field;
  const multi = element.type.startsWith('multi_');
  const kind = element.type.replace('multi_', '');
  if (kind === 'users_select') return idSource(surface.people(), 'selected_user', multi);
  if (kind === 'channels_select') return idSource(surface.channels(), 'selected_channel', multi);
  if (kind === 'conversations_select') {
    return idSource(surface.channels(), 'selected_conversation', multi);
  }
  if (kind === 'external_select') {
    return {
      ...optionState(multi),
      minQuery: element.min_query_length ?? 3,
      groups: async (query) => groupsOf(await surface.suggest(field.blockId, element, query), ''),
    };
  }
  return { ...optionState(multi), minQuery: 0, groups: async (query) => groupsOf(element, query) };
}
