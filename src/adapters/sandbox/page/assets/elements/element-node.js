import { h } from '../dom.js';
import { button, feedbackButtons, iconButton, overflow, workflowButton } from './buttons.js';
import { checkboxes, radioButtons } from './choices.js';
import { datepicker, datetimepicker, timepicker } from './dates.js';
import { fileInput } from './file-input.js';
import { select } from './select.js';
import { richTextInput, textInput } from './text-input.js';

const elements = {
  button,
  workflow_button: workflowButton,
  overflow,
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
  file_input: fileInput,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  rich_text_input: richTextInput,
};

const selects = /^(multi_)?(static|external|users|channels|conversations)_select$/;

/** Draws any interactive element. @param {import('./field.js').Field} field */
export function elementNode(field) {
  const { type } = field.element;
  if (selects.test(type)) return select(field);
  const draw = elements[type];
  return draw ? draw(field) : h('span.unknown', null, `[${type}]`);
}
