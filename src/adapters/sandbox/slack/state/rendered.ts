import type { KnownBlock } from '@slack/types';

/** Blocks as they arrive over the wire: checked against Block Kit, read as plain records. */
export type Json = Record<string, unknown>;

export type RenderedElement = {
  blockId: string;
  actionId: string;
  type: string;
  element: Json;
  /** The input block around it; null in actions and accessories. */
  input: Json | null;
};

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The elements a person can act on, directly below a block. */
function actionable(block: Json): Json[] {
  switch (block.type) {
    case 'actions':
    case 'context_actions':
      return listOf(block.elements);
    case 'section':
      return isJson(block.accessory) && block.accessory.type !== 'image' ? [block.accessory] : [];
    case 'input':
      return isJson(block.element) ? [block.element] : [];
    case 'card':
      return listOf(block.actions);
    default:
      return [];
  }
}

function nested(block: Json): Json[] {
  if (block.type === 'container') return listOf(block.child_blocks);
  if (block.type === 'carousel') return listOf(block.elements);
  return [];
}

/** A copy in which every block has a block id and every element an action id, as Slack makes one. */
export function withIds(blocks: unknown, newId: () => string): KnownBlock[] {
  const copy: unknown = structuredClone(blocks ?? []);
  const complete = (block: Json): void => {
    if (block.type !== 'markdown') block.block_id ??= newId();
    for (const element of actionable(block)) element.action_id ??= newId();
    nested(block).forEach(complete);
  };
  listOf(copy).forEach(complete);
  // Only called with blocks that the Block Kit check accepted.
  return copy as KnownBlock[];
}

/** Everything a person could click or fill in. */
export function elementsOf(blocks: readonly unknown[]): RenderedElement[] {
  return listOf(blocks).flatMap((block) => [
    ...actionable(block).map((element) => ({
      blockId: String(block.block_id),
      actionId: String(element.action_id),
      type: String(element.type),
      element,
      input: block.type === 'input' ? block : null,
    })),
    ...elementsOf(nested(block)),
  ]);
}

export const elementAt = (
  blocks: readonly unknown[],
  blockId: string,
  actionId: string,
): RenderedElement | undefined =>
  elementsOf(blocks).find((e) => e.blockId === blockId && e.actionId === actionId);

/** Options of a static element, groups flattened. */
export function optionsOf(element: Json): Json[] {
  const groups = listOf(element.option_groups).flatMap((group) => listOf(group.options));
  return [...listOf(element.options), ...groups];
}

/** Ids of the files that image blocks show, with where they stand. */
export function slackFilesIn(tree: unknown, path = ''): { path: string; id: string }[] {
  if (Array.isArray(tree)) return tree.flatMap((entry, i) => slackFilesIn(entry, `${path}/${i}`));
  if (!isJson(tree)) return [];
  return Object.entries(tree).flatMap(([name, value]) => {
    const here = `${path}/${name}`;
    if (name !== 'slack_file' || !isJson(value)) return slackFilesIn(value, here);
    const fromUrl = /\/(F[A-Z0-9]+)\//.exec(String(value.url))?.[1];
    return [{ path: here, id: String(value.id ?? fromUrl) }];
  });
}
