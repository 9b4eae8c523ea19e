import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from '../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../src/adapters/sandbox/slack/page-contract.ts';
import { say } from './account.ts';
import type { People } from './script.ts';

/** The pictures of the digest's image blocks, as files in `out`; their names. */
export async function saveCharts({ ana }: People, digest: Message, out: string): Promise<string[]> {
  const saved: string[] = [];
  for (const block of digest.blocks) {
    if (block.type !== 'image' || !('slack_file' in block) || !('id' in block.slack_file)) continue;
    const name = `digest-chart-${saved.length + 1}.png`;
    const url = `/sandbox/api/files/${block.slack_file.id}/${name}`;
    const known = {
      id: block.slack_file.id,
      mimetype: 'image/png',
      size: 0,
      altText: block.alt_text,
    };
    await writeFile(join(out, name), await ana.download({ ...known, name, url }));
    saved.push(name);
  }
  if (saved.length === 0) say(`the digest shows: ${textOf(digest.blocks).slice(0, 200)}`);
  return saved;
}
