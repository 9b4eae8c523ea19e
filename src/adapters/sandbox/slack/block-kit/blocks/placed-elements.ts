import { byType, type Check } from '../check.ts';
import {
  button,
  feedbackButtons,
  iconButton,
  overflow,
  workflowButton,
} from '../elements/buttons.ts';
import * as choices from '../elements/choices.ts';
import * as inputs from '../elements/inputs.ts';
import { anyText, imageElement } from '../objects.ts';

/** Which elements may stand where. */

const choosers = {
  checkboxes: choices.checkboxes,
  radio_buttons: choices.radioButtons,
  static_select: choices.staticSelect,
  multi_static_select: choices.multiStaticSelect,
  external_select: choices.externalSelect,
  multi_external_select: choices.multiExternalSelect,
  users_select: choices.usersSelect,
  multi_users_select: choices.multiUsersSelect,
  channels_select: choices.channelsSelect,
  multi_channels_select: choices.multiChannelsSelect,
  conversations_select: choices.conversationsSelect,
  multi_conversations_select: choices.multiConversationsSelect,
  datepicker: inputs.datepicker,
  timepicker: inputs.timepicker,
};

export const inActions: Check = byType({
  ...choosers,
  button,
  overflow,
  workflow_button: workflowButton,
  datetimepicker: inputs.datetimepicker,
  rich_text_input: inputs.richTextInput,
});

export const asAccessory: Check = byType({
  ...choosers,
  button,
  overflow,
  workflow_button: workflowButton,
  image: imageElement,
});

export const inInput: Check = byType({
  ...choosers,
  datetimepicker: inputs.datetimepicker,
  plain_text_input: inputs.plainTextInput,
  number_input: inputs.numberInput,
  email_text_input: inputs.emailInput,
  url_text_input: inputs.urlInput,
  rich_text_input: inputs.richTextInput,
  file_input: inputs.fileInput,
});

export const inContext: Check = byType({
  image: imageElement,
  plain_text: anyText(2000),
  mrkdwn: anyText(2000),
});

export const inContextActions: Check = byType({
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
});

export const cardButton: Check = byType({ button });
