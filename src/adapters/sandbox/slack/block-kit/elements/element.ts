import { type Check, complain, type Fields, isRecord, shape, text } from '../check.ts';
import { confirm, plainText } from '../objects.ts';

/** Unique in its block: Slack tells elements apart by block id and action id. */
const actionId: Check = (value, path, walk) => {
  text(255)(value, path, walk);
  if (typeof value !== 'string') return;
  if (walk.actionIds.has(value)) {
    complain(walk, path, `\`action_id\` "${value}" already exists for another action`);
  }
  walk.actionIds.add(value);
};

/** At most one element of a view may ask for the cursor. */
const focusOnLoad: Check = (value, path, walk) => {
  if (typeof value !== 'boolean') complain(walk, path, 'must be a boolean');
  if (value === true) walk.focused += 1;
  if (walk.focused > 1) complain(walk, path, 'only one element may set focus_on_load');
};

export const focusable: Fields = { focus_on_load: focusOnLoad };
export const confirmable: Fields = { confirm };
export const withPlaceholder: Fields = { placeholder: plainText(150) };

export const element = (required: Fields, optional: Fields = {}): Check =>
  shape(required, { action_id: actionId, ...optional });

type Option = { value?: unknown; text?: unknown };

const sameOption = (a: Option, b: Option): boolean =>
  a.value === b.value && JSON.stringify(a.text) === JSON.stringify(b.text);

function optionsOf(value: Record<string, unknown>): Option[] {
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [];
  const inGroups = groups.flatMap((group) =>
    isRecord(group) && Array.isArray(group.options) ? group.options : [],
  );
  const direct = Array.isArray(value.options) ? value.options : [];
  return [...direct, ...inGroups].filter(isRecord);
}

/** What is chosen at first must be one of the options, letter by letter. */
export const initialIsAnOption: Check = (value, path, walk) => {
  if (!isRecord(value)) return;
  const options = optionsOf(value);
  const single = value.initial_option;
  if (isRecord(single) && !options.some((option) => sameOption(option, single))) {
    complain(walk, `${path}/initial_option`, 'initial_option must match one of the options');
  }
  const several = Array.isArray(value.initial_options) ? value.initial_options : [];
  several.forEach((chosen, index) => {
    if (!isRecord(chosen) || !options.some((option) => sameOption(option, chosen))) {
      complain(
        walk,
        `${path}/initial_options/${index}`,
        'initial_options must match some of the options',
      );
    }
  });
};
