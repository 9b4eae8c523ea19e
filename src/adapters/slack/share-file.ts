import type { Slack } from './app.ts';
import { platformError } from './post.ts';

export type SharedFile = {
  name: string;
  content: Uint8Array;
  /** What is said beside it, as mrkdwn. */
  comment: string;
};

/**
 * A file into the thread of a message, or beside it when that message is gone: a person may have
 * deleted it, and the file is what they asked for. Answers the ids under which Slack keeps it.
 */
export async function shareFile(
  { clients }: Pick<Slack, 'clients'>,
  { channel, threadTs }: { channel: string; threadTs: string | null },
  { name, content, comment }: SharedFile,
): Promise<string[]> {
  const upload = (thread: { thread_ts?: string }) =>
    clients.patient.filesUploadV2({
      channel_id: channel,
      ...thread,
      filename: name,
      file: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      title: name,
      initial_comment: comment,
    } as Parameters<typeof clients.patient.filesUploadV2>[0]);
  try {
    return uploadedIds(await upload(threadTs ? { thread_ts: threadTs } : {}));
  } catch (error) {
    if (!threadTs || !platformError(error, ...threadIsGone)) throw error;
    return uploadedIds(await upload({}));
  }
}

/** What Slack answers to a thread whose message nobody can find any more. */
export const threadIsGone = ['thread_not_found', 'message_not_found', 'invalid_thread_ts'] as const;

/** The SDK answers a list of completions, each with a list of files. */
function uploadedIds(answer: unknown): string[] {
  const files = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files)
      ? value.files
      : [];
  return files(answer)
    .flatMap((completion) => {
      const inside = files(completion);
      return inside.length > 0 ? inside : [completion];
    })
    .flatMap((file) =>
      typeof file === 'object' && file !== null && 'id' in file && typeof file.id === 'string'
        ? [file.id]
        : [],
    );
}
