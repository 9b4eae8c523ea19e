import {
  all,
  type Check,
  complain,
  type Fields,
  flag,
  isRecord,
  list,
  matching,
  oneOf,
  onlyOn,
  shape,
  text,
  whole,
} from '../check.ts';
import { richText } from '../rich-text.ts';
import { confirmable, element, focusable, withPlaceholder } from './element.ts';

const dispatch: Fields = {
  dispatch_action_config: shape(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
  ),
};
const field: Fields = { ...dispatch, ...focusable, ...withPlaceholder };
const picker: Fields = { ...confirmable, ...focusable };

const boundsInOrder =
  (low: string, high: string): Check =>
  (value, path, walk) => {
    if (!isRecord(value) || value[low] === undefined || value[high] === undefined) return;
    if (Number(value[low]) > Number(value[high])) {
      complain(walk, path, `${low} must not be greater than ${high}`);
    }
  };

export const plainTextInput: Check = all(
  element(
    {},
    {
      initial_value: text(3000, 0),
      multiline: flag,
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
      ...field,
    },
  ),
  boundsInOrder('min_length', 'max_length'),
);

const numeral = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');

export const numberInput: Check = onlyOn(
  ['modal'],
  all(
    element(
      { is_decimal_allowed: flag },
      { initial_value: numeral, min_value: numeral, max_value: numeral, ...field },
    ),
    boundsInOrder('min_value', 'max_value'),
  ),
);

export const emailInput: Check = onlyOn(
  ['modal'],
  element({}, { initial_value: text(3000, 0), ...field }),
);
export const urlInput: Check = onlyOn(
  ['modal'],
  element({}, { initial_value: text(3000, 0), ...field }),
);

export const richTextInput: Check = onlyOn(
  ['modal', 'home'],
  element(
    {},
    { initial_value: richText, min_lines: whole(1, 100), max_lines: whole(1, 100), ...field },
  ),
);

export const fileInput: Check = onlyOn(
  ['modal'],
  element({}, { filetypes: list(text(50), { max: 100 }), max_files: whole(1, 10) }),
);

const isCalendarDay: Check = (value, path, walk) => {
  const parsed = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN);
  const same = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
  if (!same) complain(walk, path, 'must be a date as YYYY-MM-DD');
};

export const datepicker: Check = element(
  {},
  { initial_date: isCalendarDay, ...withPlaceholder, ...picker },
);

export const timepicker: Check = element(
  {},
  {
    initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm'),
    timezone: text(100),
    ...withPlaceholder,
    ...picker,
  },
);

export const datetimepicker: Check = onlyOn(
  ['message', 'modal'],
  element({}, { initial_date_time: whole(1_000_000_000, 9_999_999_999), ...picker }),
);
