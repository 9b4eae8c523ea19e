import { isRecord } from './check.ts';

/** All the text a reader would see: every `text` string in the tree. */
export function textLength(tree: unknown): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, entry) => sum + textLength(entry), 0);
  if (!isRecord(tree)) return 0;
  let sum = 0;
  for (const [name, value] of Object.entries(tree)) {
    sum += name === 'text' && typeof value === 'string' ? value.length : textLength(value);
  }
  return sum;
}

function containers(tree: unknown): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, entry) => sum + containers(entry), 0);
  if (!isRecord(tree)) return 0;
  const own = typeof tree.type === 'string' ? 1 : 0;
  return Object.values(tree).reduce<number>((sum, value) => sum + containers(value), own);
}

/**
 * Slack refuses a message with `msg_blocks_too_long` from about 13,200 characters of blocks; it
 * does not say how it counts. Reported: 13,297 characters in one markdown block pass, rich text
 * fails earlier (slackapi/bolt-js issues 2509 and 2867). Here: text, plus 20 for each object.
 */
export const blocksLimit = 13_200;
export const sizeOfBlocks = (blocks: unknown): number =>
  textLength(blocks) + 20 * containers(blocks);

/** A view may hold 250 KB of JSON. */
export const viewLimitBytes = 250 * 1024;
export const sizeOfView = (view: unknown): number => Buffer.byteLength(JSON.stringify(view));
