import type { KnownBlock } from '@slack/types';

/** What blocks say, as text: for the top-level text that screen readers and notifications use. */
export function textIn(blocks: readonly KnownBlock[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.type === 'header') return [block.text.text];
      if (block.type === 'section') {
        return [block.text, ...(block.fields ?? [])].flatMap((text) => (text ? [text.text] : []));
      }
      if (block.type === 'context') {
        return block.elements.flatMap((each) => (each.type === 'image' ? [] : [each.text]));
      }
      return [];
    })
    .join('\n');
}
