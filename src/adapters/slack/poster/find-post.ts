import type { WebClient } from '@slack/web-api';
import { failureOf } from './patience.ts';

/** Slack's clock and ours may differ by this much. */
const clockSlackMs = 5 * 60_000;

export type Sought = { key: string; channel: string; threadTs?: string | undefined; since: Date };

/**
 * The message that carries this key in its metadata, among those posted since then. Joins a public
 * channel to read it. Throws when the channel cannot be read: not knowing is not "not there".
 */
export async function findPost(client: WebClient, sought: Sought): Promise<string | null> {
  try {
    return await search(client, sought);
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.kind !== 'no' || failure.code !== 'not_in_channel') throw error;
    await client.conversations.join({ channel: sought.channel });
    return search(client, sought);
  }
}

async function search(client: WebClient, { key, channel, threadTs, since }: Sought) {
  const oldest = ((since.getTime() - clockSlackMs) / 1000).toFixed(6);
  let cursor: string | undefined;
  do {
    const page = {
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    };
    const answer = threadTs
      ? await client.conversations.replies({ ...page, ts: threadTs })
      : await client.conversations.history(page);
    const found = answer.messages?.find((message) => keyIn(message) === key);
    if (found?.ts) return found.ts;
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
}

function keyIn(message: object): unknown {
  const metadata = 'metadata' in message ? message.metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const payload = 'event_payload' in metadata ? metadata.event_payload : undefined;
  if (typeof payload !== 'object' || payload === null) return undefined;
  return 'key' in payload ? payload.key : undefined;
}
