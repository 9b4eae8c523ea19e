import { type Check, complain, type Fields, shape, text } from '../check.ts';

const blockId: Check = (value, path, walk) => {
  text(255)(value, path, walk);
  if (typeof value !== 'string') return;
  if (walk.blockIds.has(value)) {
    complain(walk, path, `\`block_id\` "${value}" already exists for another block`);
  }
  walk.blockIds.add(value);
};

/** A block with these fields. Action ids have to differ inside one block only. */
export const block =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path, walk) => {
    walk.actionIds = new Set();
    shape(required, { block_id: blockId, ...optional })(value, path, walk);
  };
