import {
  all,
  type Check,
  exactlyOneOf,
  type Fields,
  flag,
  list,
  oneOf,
  shape,
  someOf,
  text,
  whole,
} from '../check.ts';
import { optionGroup, plainOption, richOption } from '../objects.ts';
import { confirmable, element, focusable, initialIsAnOption, withPlaceholder } from './element.ts';

const chooser: Fields = { ...confirmable, ...focusable, ...withPlaceholder };
const several: Fields = { max_selected_items: whole(1, 1000) };
const boxes: Fields = { ...confirmable, ...focusable };

const someOptions: Fields = {
  options: list(plainOption, { max: 100 }),
  option_groups: list(optionGroup, { max: 100 }),
};
const initialOptions = list(plainOption, { max: 100 });
const ids = list(text(255), { min: 0, max: 1000 });

const hasOptions = exactlyOneOf('options', 'option_groups');

const conversationFilter: Check = all(
  shape(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  someOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

const conversations: Fields = {
  default_to_current_conversation: flag,
  filter: conversationFilter,
};

export const checkboxes: Check = all(
  element(
    { options: list(richOption, { max: 10 }) },
    { initial_options: list(richOption, { max: 10 }), ...boxes },
  ),
  initialIsAnOption,
);

export const radioButtons: Check = all(
  element({ options: list(richOption, { max: 10 }) }, { initial_option: richOption, ...boxes }),
  initialIsAnOption,
);

export const staticSelect: Check = all(
  element({}, { ...someOptions, initial_option: plainOption, ...chooser }),
  hasOptions,
  initialIsAnOption,
);

export const multiStaticSelect: Check = all(
  element({}, { ...someOptions, initial_options: initialOptions, ...several, ...chooser }),
  hasOptions,
  initialIsAnOption,
);

export const externalSelect: Check = element(
  {},
  { initial_option: plainOption, min_query_length: whole(0, 150), ...chooser },
);

export const multiExternalSelect: Check = element(
  {},
  {
    initial_options: initialOptions,
    min_query_length: whole(0, 150),
    ...several,
    ...chooser,
  },
);

export const usersSelect: Check = element({}, { initial_user: text(255), ...chooser });
export const multiUsersSelect: Check = element({}, { initial_users: ids, ...several, ...chooser });

export const channelsSelect: Check = element(
  {},
  { initial_channel: text(255), response_url_enabled: flag, ...chooser },
);
export const multiChannelsSelect: Check = element(
  {},
  { initial_channels: ids, ...several, ...chooser },
);

export const conversationsSelect: Check = element(
  {},
  { initial_conversation: text(255), response_url_enabled: flag, ...conversations, ...chooser },
);
export const multiConversationsSelect: Check = element(
  {},
  { initial_conversations: ids, ...conversations, ...several, ...chooser },
);
