import type { SlackMessage } from './blocks.ts';

/**
 * Replaces a message that one person sees, at the address that came with their last click in it.
 * False when Slack does not take it (any more: five times, half an hour).
 */
export async function respondAt(url: string, shown: SlackMessage): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: true, ...shown }),
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
