import { basicBlocks } from './blocks/basic.ts';
import { cardBlocks } from './blocks/cards.ts';
import { chartBlocks } from './blocks/charts.ts';
import { tableBlocks } from './blocks/tables.ts';
import {
  byType,
  type Check,
  complain,
  flag,
  isRecord,
  list,
  type Problem,
  type Surface,
  shape,
  startWalk,
  text,
} from './check.ts';
import { plainText } from './objects.ts';
import { richText } from './rich-text.ts';
import { blocksLimit, sizeOfBlocks, sizeOfView, viewLimitBytes } from './size.ts';

export type { Problem, Surface } from './check.ts';

const richTextBlock: Check = (value, path, walk) => {
  richText(value, path, walk);
  const id = isRecord(value) ? value.block_id : undefined;
  if (typeof id !== 'string') return;
  if (walk.blockIds.has(id)) {
    complain(walk, `${path}/block_id`, `\`block_id\` "${id}" already exists for another block`);
  }
  walk.blockIds.add(id);
};

const block: Check = byType({
  ...basicBlocks,
  ...cardBlocks,
  ...chartBlocks,
  ...tableBlocks,
  rich_text: richTextBlock,
});

const ids = { private_metadata: text(3000, 0), callback_id: text(255), external_id: text(255, 0) };

const modal = shape(
  { title: plainText(24), blocks: list(block, { max: 100 }) },
  {
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
    ...ids,
  },
);

const home = shape({ blocks: list(block, { min: 0, max: 100 }) }, ids);

/** What Slack would refuse in the blocks of a message, each with a JSON pointer. */
export function problemsOfMessage(blocks: unknown): Problem[] {
  const walk = startWalk('message');
  list(block, { min: 0, max: 50 })(blocks, '/blocks', walk);
  if (sizeOfBlocks(blocks) > blocksLimit) {
    complain(walk, '/blocks', `blocks exceed ${blocksLimit} characters`, 'msg_blocks_too_long');
  }
  return walk.problems;
}

/** What Slack would refuse in a view of a modal or of App Home. */
export function problemsOfView(surface: 'modal' | 'home', view: unknown): Problem[] {
  const walk = startWalk(surface);
  if (!isRecord(view)) {
    complain(walk, '/view', 'must be an object');
    return walk.problems;
  }
  if (view.type !== surface) complain(walk, '/view/type', `must be ${surface}`);
  (surface === 'modal' ? modal : home)(view, '/view', walk);
  const blocks = Array.isArray(view.blocks) ? view.blocks : [];
  const hasInput = blocks.some((entry) => isRecord(entry) && entry.type === 'input');
  if (surface === 'modal' && hasInput && view.submit === undefined) {
    complain(walk, '/view', 'missing required field: submit (a view with inputs needs it)');
  }
  if (sizeOfView(view) > viewLimitBytes) {
    complain(walk, '/view', `view exceeds ${viewLimitBytes} bytes`, 'view_too_large');
  }
  return walk.problems;
}

export const inWords = ({ path, text: what }: Problem): string => `${what} [json-pointer:${path}]`;

/**
 * Everything Slack would refuse, empty when it would accept: `problemsOf('message', blocks)`,
 * `problemsOf('modal', view)`, `problemsOf('home', view)`. A list given for a modal or for Home
 * is taken for the blocks of a view whose other fields are right.
 */
export function problemsOf(surface: Surface, blocksOrView: unknown): string[] {
  if (surface === 'message') return problemsOfMessage(blocksOrView).map(inWords);
  const view = Array.isArray(blocksOrView) ? viewAround(surface, blocksOrView) : blocksOrView;
  return problemsOfView(surface, view).map(inWords);
}

function viewAround(surface: 'modal' | 'home', blocks: unknown[]): object {
  if (surface === 'home') return { type: surface, blocks };
  const label = { type: 'plain_text', text: 'View' };
  return { type: surface, title: label, submit: label, blocks };
}
