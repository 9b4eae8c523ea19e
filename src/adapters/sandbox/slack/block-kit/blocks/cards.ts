import {
  all,
  byType,
  type Check,
  exactlyOneOf,
  flag,
  list,
  oneOf,
  onlyOn,
  shape,
  someOf,
  text,
} from '../check.ts';
import { anyText, httpUrl, imageElement, mrkdwn, plainText } from '../objects.ts';
import { richText } from '../rich-text.ts';
import { basicBlocks } from './basic.ts';
import { block } from './block.ts';
import { cardButton } from './placed-elements.ts';
import { tableBlocks } from './tables.ts';

/** Cards, containers and task plans. */

const card: Check = all(
  block(
    {},
    {
      hero_image: imageElement,
      icon: imageElement,
      title: mrkdwn(150),
      subtitle: mrkdwn(150),
      body: mrkdwn(200),
      actions: list(cardButton, { max: 3 }),
    },
  ),
  someOf('hero_image', 'title', 'actions', 'body'),
);

const { actions, context, divider, header, image, input, section, video } = basicBlocks;
const children = { actions, context, divider, header, image, input, section, video };
const inContainer: Check = byType({
  ...Object.fromEntries(Object.entries(children).flatMap(([k, v]) => (v ? [[k, v]] : []))),
  ...tableBlocks,
  rich_text: richText,
});

const container: Check = all(
  block(
    { child_blocks: list(inContainer, { max: 10 }) },
    {
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  exactlyOneOf('title', 'rich_text_title'),
);

const source = byType({ url: shape({ url: httpUrl, text: text(255) }) });

const taskCard: Check = block(
  {
    task_id: text(255),
    title: text(255),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { details: richText, output: richText, sources: list(source, { max: 20 }) },
);

export const cardBlocks: Readonly<Record<string, Check>> = {
  card: onlyOn(['message', 'home'], card),
  carousel: onlyOn(['message', 'home'], block({ elements: list(byType({ card }), { max: 10 }) })),
  container: onlyOn(['message', 'home'], container),
  task_card: onlyOn(['message'], taskCard),
  plan: onlyOn(
    ['message'],
    block(
      { title: text(255) },
      { tasks: list(byType({ task_card: taskCard }), { min: 0, max: 50 }) },
    ),
  ),
};
