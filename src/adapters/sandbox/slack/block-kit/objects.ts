import {
  all,
  byType,
  type Check,
  complain,
  exactlyOneOf,
  type Fields,
  flag,
  isRecord,
  list,
  oneOf,
  shape,
  text,
} from './check.ts';

/** Composition objects: text, confirm, option, image source. Limits: docs.slack.dev/reference/block-kit. */

const ofType =
  (type: string, check: Check): Check =>
  (value, path, walk) => {
    if (isRecord(value) && value.type !== type) {
      complain(walk, `${path}/type`, `must be ${type}`);
    } else check(value, path, walk);
  };

export const plainText = (max: number): Check =>
  ofType('plain_text', shape({ text: text(max) }, { emoji: flag }));

export const mrkdwn = (max: number): Check =>
  ofType('mrkdwn', shape({ text: text(max) }, { verbatim: flag }));

export const anyText = (max: number): Check =>
  byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

export const confirm: Check = shape(
  { text: anyText(300) },
  {
    title: plainText(100),
    confirm: plainText(30),
    deny: plainText(30),
    style: oneOf('primary', 'danger'),
  },
);

export const httpUrl: Check = all(text(3000), (value, path, walk) => {
  if (typeof value === 'string' && !/^(https?|mailto):/i.test(value)) {
    complain(walk, path, 'must be a valid URL');
  }
});

/** Slack's docs say 75 in one place and 150 in another for `value`: the smaller one is safe. */
const optionFields = (label: Check): [Fields, Fields] => [
  { text: label, value: text(75) },
  { description: anyText(75) },
];

export const plainOption: Check = shape(...optionFields(plainText(75)));
export const richOption: Check = shape(...optionFields(anyText(75)));
/** Overflow menus may link; then no value is needed. */
export const menuOption: Check = shape(
  { text: plainText(75) },
  { value: text(75), url: httpUrl, description: plainText(75) },
);

export const optionGroup: Check = shape({
  label: plainText(75),
  options: list(plainOption, { max: 100 }),
});

const reachable: Check = (value, path, walk) => {
  if (typeof value !== 'string') return;
  const host = URL.canParse(value) ? new URL(value).hostname : '';
  const isLocal = /^(localhost|127\.|10\.|192\.168\.|\[::1\]|0\.0\.0\.0)/.test(host);
  if (host === '' || isLocal) complain(walk, path, 'downloading image failed');
};

/** Slack fetches `image_url` itself, so an address of this machine can never work. */
export const imageSource: Fields = {
  image_url: all(httpUrl, reachable),
  slack_file: all(shape({}, { id: text(255), url: text(3000) }), exactlyOneOf('id', 'url')),
};

export const hasOneImage: Check = exactlyOneOf('image_url', 'slack_file');

export const imageElement: Check = all(shape({ alt_text: text(2000) }, imageSource), hasOneImage);
