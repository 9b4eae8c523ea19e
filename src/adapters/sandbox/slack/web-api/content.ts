import type { KnownBlock } from '@slack/types';
import { problemsOfMetadata } from '../block-kit/metadata.ts';
import { inWords, type Problem, problemsOfMessage, problemsOfView } from '../block-kit/problems.ts';
import { isPicture } from '../state/file-kind.ts';
import type { Metadata } from '../state/messages.ts';
import { type Json, slackFilesIn, withIds } from '../state/rendered.ts';
import type { World } from '../world.ts';
import { type Arguments, malformed, type Reply, refuse } from './method.ts';

const textLimit = 40_000;

/** Pictures of blocks must have been uploaded and scanned. */
function filesNotReady(world: World, tree: unknown, root: string): Problem[] {
  return slackFilesIn(tree, root).flatMap(({ path, id }): Problem[] => {
    const file = world.files.find(id);
    const usable = file && world.files.isReady(file) && isPicture(file.kind?.mimetype ?? '');
    return usable ? [] : [{ path, text: 'invalid slack file', code: 'invalid_blocks' }];
  });
}

const details = (problems: readonly Problem[]) => ({
  response_metadata: { messages: problems.map((problem) => `[ERROR] ${inWords(problem)}`) },
});

const special = (problems: readonly Problem[]): string | undefined =>
  problems.find(({ code }) => code !== 'invalid_blocks')?.code;

/** The blocks with all their ids, or the error Slack answers. Says so on the page as well. */
export function acceptBlocks(
  world: World,
  what: string,
  blocks: unknown,
): { blocks: KnownBlock[] } | { error: Reply } {
  if (blocks === undefined) return { blocks: [] };
  if (blocks === malformed) return { error: refuse('invalid_blocks_format') };
  const problems = [...problemsOfMessage(blocks), ...filesNotReady(world, blocks, '/blocks')];
  if (problems.length === 0) return { blocks: withIds(blocks, world.ids.blockId) };
  const code = special(problems) ?? 'invalid_blocks';
  world.observations.fault(null, code, `${what}: ${problems.map(inWords).join('; ')}`);
  return { error: refuse(code, details(problems)) };
}

/** The view as sent, or the error Slack answers (`invalid_arguments` for views). */
export function acceptView(
  world: World,
  what: string,
  type: 'modal' | 'home',
  view: unknown,
): { view: Json } | { error: Reply } {
  const parsed = view === malformed ? undefined : view;
  const problems = [...problemsOfView(type, parsed), ...filesNotReady(world, parsed, '/view')];
  if (problems.length === 0) return { view: { ...Object(parsed) } };
  const code = special(problems) ?? 'invalid_arguments';
  world.observations.fault(null, code, `${what}: ${problems.map(inWords).join('; ')}`);
  return { error: refuse(code, details(problems)) };
}

export type MessageContent = { text: string; blocks: KnownBlock[]; metadata: Metadata | null };

/** Text, blocks and metadata of a message that is about to be posted. */
export function acceptMessage(
  world: World,
  what: string,
  args: Arguments,
): { content: MessageContent } | { error: Reply } {
  const accepted = acceptBlocks(world, what, args.json('blocks'));
  if ('error' in accepted) return accepted;
  const metadata = acceptMetadata(args.json('metadata'));
  if ('error' in metadata) return metadata;
  const text = args.text('text') ?? args.text('markdown_text') ?? '';
  if (text === '' && accepted.blocks.length === 0) return { error: refuse('no_text') };
  return {
    content: {
      text: text.slice(0, textLimit),
      blocks: accepted.blocks,
      metadata: metadata.metadata,
    },
  };
}

export function acceptMetadata(value: unknown): { metadata: Metadata | null } | { error: Reply } {
  if (value === undefined) return { metadata: null };
  const problems = value === malformed ? ['not JSON'] : problemsOfMetadata(value);
  if (problems.includes('metadata too large')) return { error: refuse('metadata_too_large') };
  if (problems.length > 0) {
    const messages = problems.map((problem) => `[ERROR] ${problem} [json-pointer:/metadata]`);
    return { error: refuse('invalid_metadata_format', { response_metadata: { messages } }) };
  }
  return { metadata: value as Metadata };
}
