import {
  all,
  type Check,
  complain,
  flag,
  isRecord,
  list,
  oneOf,
  onlyOn,
  someOf,
  text,
} from '../check.ts';
import { anyText, hasOneImage, httpUrl, imageSource, plainText } from '../objects.ts';
import { block } from './block.ts';
import { asAccessory, inActions, inContext, inContextActions, inInput } from './placed-elements.ts';

/** The everyday blocks. */

const section: Check = all(
  block(
    {},
    {
      text: anyText(3000),
      fields: list(anyText(2000), { max: 10 }),
      accessory: asAccessory,
      expand: flag,
    },
  ),
  someOf('text', 'fields'),
);

const image: Check = all(
  block({ alt_text: text(2000) }, { title: plainText(2000), ...imageSource }),
  hasOneImage,
);

/** File inputs cannot dispatch, and `response_url_enabled` belongs into inputs of modals. */
const input: Check = block(
  { label: plainText(2000), element: inInput },
  { hint: plainText(2000), optional: flag, dispatch_action: flag },
);

const responseUrlOnlyInInputs: Check = (value, path, walk) => {
  const elements = isRecord(value) && Array.isArray(value.elements) ? value.elements : [];
  elements.forEach((entry, index) => {
    if (isRecord(entry) && entry.response_url_enabled !== undefined) {
      complain(
        walk,
        `${path}/elements/${index}/response_url_enabled`,
        'only allowed in input blocks of modals',
      );
    }
  });
};

const markdown: Check = (value, path, walk) => {
  block({ text: text(12_000) })(value, path, walk);
  if (isRecord(value) && value.block_id !== undefined) {
    complain(walk, path, 'invalid additional property: block_id');
  }
  walk.markdown += isRecord(value) && typeof value.text === 'string' ? value.text.length : 0;
  if (walk.markdown > 12_000) complain(walk, path, 'markdown blocks exceed 12000 characters');
};

export const basicBlocks: Readonly<Record<string, Check>> = {
  actions: all(block({ elements: list(inActions, { max: 25 }) }), responseUrlOnlyInInputs),
  alert: onlyOn(
    ['modal'],
    block(
      { text: anyText(200) },
      { level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  ),
  context: block({ elements: list(inContext, { max: 10 }) }),
  context_actions: onlyOn(['message'], block({ elements: list(inContextActions, { max: 5 }) })),
  divider: block({}),
  header: block({ text: plainText(150) }),
  image,
  input,
  markdown: onlyOn(['message'], markdown),
  section,
  video: block(
    {
      video_url: httpUrl,
      thumbnail_url: httpUrl,
      alt_text: text(2000),
      title: plainText(200),
    },
    {
      title_url: httpUrl,
      author_name: text(50),
      provider_name: text(50),
      provider_icon_url: httpUrl,
      description: plainText(200),
    },
  ),
};
