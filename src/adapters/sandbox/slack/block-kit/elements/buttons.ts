import { type Check, list, oneOf, onlyOn, shape, text } from '../check.ts';
import { httpUrl, menuOption, plainText } from '../objects.ts';
import { confirmable, element } from './element.ts';

const style = oneOf('primary', 'danger');
const label75 = text(75);

export const button: Check = element(
  { text: plainText(75) },
  { value: text(2000), url: httpUrl, style, accessibility_label: label75, ...confirmable },
);

export const overflow: Check = element(
  { options: list(menuOption, { max: 5 }) },
  { ...confirmable },
);

const customizable = list(shape({ name: text(255), value: text(3000) }), { max: 100 });

export const workflowButton: Check = onlyOn(
  ['message'],
  element(
    {
      text: plainText(75),
      workflow: shape({
        trigger: shape({ url: httpUrl }, { customizable_input_parameters: customizable }),
      }),
    },
    { style, accessibility_label: label75, ...confirmable },
  ),
);

const feedback = shape(
  { text: plainText(75), value: text(2000) },
  { accessibility_label: label75 },
);

export const feedbackButtons: Check = element({
  positive_button: feedback,
  negative_button: feedback,
});

export const iconButton: Check = element(
  { icon: oneOf('trash'), text: plainText(75) },
  {
    value: text(2000),
    accessibility_label: label75,
    visible_to_user_ids: list(text(255), { max: 100 }),
    ...confirmable,
  },
);
