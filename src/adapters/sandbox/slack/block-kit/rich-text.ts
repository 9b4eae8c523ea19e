import {
  byType,
  type Check,
  type Fields,
  flag,
  isRecord,
  list,
  oneOf,
  shape,
  text,
  whole,
} from './check.ts';

const style: Fields = {
  style: (value, path, walk) => {
    if (isRecord(value)) for (const on of Object.values(value)) flag(on, path, walk);
  },
};

/** No practical limit of its own; the total size of a message is checked elsewhere. */
const anyLength = text(40_000, 0);

const inline: Check = byType({
  text: shape({ text: text(40_000) }, style),
  link: shape({ url: text(3000) }, { text: anyLength, unsafe: flag, ...style }),
  user: shape({ user_id: text(255) }, style),
  usergroup: shape({ usergroup_id: text(255) }, style),
  channel: shape({ channel_id: text(255) }, style),
  team: shape({ team_id: text(255) }, style),
  emoji: shape({ name: text(255) }, { unicode: anyLength, url: anyLength, ...style }),
  date: shape(
    { timestamp: whole(0, 99_999_999_999), format: text(255) },
    { url: text(3000), fallback: anyLength, ...style },
  ),
  color: shape({ value: text(20) }, style),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, style),
});

const many = { min: 0, max: 1000 };
const border: Fields = { border: whole(0, 1) };

const section: Check = shape({ elements: list(inline, many) });
const listOfSections: Check = shape(
  {
    style: oneOf('bullet', 'ordered'),
    elements: list(byType({ rich_text_section: section }), many),
  },
  { indent: whole(0, 8), offset: whole(0, 10_000), ...border },
);

/** A `rich_text` block or value. */
export const richText: Check = byType({
  rich_text: shape(
    {
      elements: list(
        byType({
          rich_text_section: section,
          rich_text_list: listOfSections,
          rich_text_quote: shape({ elements: list(inline, many) }, border),
          rich_text_preformatted: shape(
            { elements: list(inline, many) },
            { language: text(50), ...border },
          ),
        }),
        many,
      ),
    },
    { block_id: text(255) },
  ),
});
