import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { clamp } from '../blocks.ts';
import type { Image } from '../posting.ts';
import { failureOf, type Patience, patiently } from './patience.ts';

const announced = z.object({ upload_url: z.url(), file_id: z.string().min(1) });

/**
 * Slack's three calls by hand: its own `filesUploadV2` sends the alternative text under a name
 * that Slack does not read. Without a channel the file belongs to nobody's conversation yet.
 */
export async function upload(
  client: WebClient,
  image: Image,
  where: { channel: string; threadTs?: string } | null,
  patience: Patience,
): Promise<string> {
  // A failure in the middle starts over: a file that was announced and never completed is nothing.
  return patiently(patience, async () => {
    const answer = await client.apiCall('files.getUploadURLExternal', {
      filename: image.name,
      length: image.png.length,
      alt_txt: clamp(image.altText, 1000),
    });
    const { upload_url: url, file_id: id } = announced.parse(answer);
    await send(url, image);
    await client.apiCall('files.completeUploadExternal', {
      files: JSON.stringify([{ id, title: image.title }]),
      ...(where && { channel_id: where.channel }),
      ...(where?.threadTs && { thread_ts: where.threadTs }),
    });
    return id;
  });
}

async function send(url: string, { name, png }: Image): Promise<void> {
  const form = new FormData();
  form.set('body', new Blob([new Uint8Array(png)], { type: 'image/png' }), name);
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the upload was answered with ${response.status}`);
}

/** Slack looks through a new file before a block may show it; false when that takes too long. */
export async function waitUntilShown(
  client: WebClient,
  fileId: string,
  { sleep }: Patience,
): Promise<boolean> {
  for (const pause of [0, 200, 300, 500, 1000, 1500, 2000, 2500]) {
    await sleep(pause);
    try {
      const { file } = await client.files.info({ file: fileId });
      if (file?.mimetype && file.filetype) return true;
    } catch (error) {
      if (!failureOf(error)) throw error;
    }
  }
  return false;
}
