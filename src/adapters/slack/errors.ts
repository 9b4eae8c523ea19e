import { randomBytes } from 'node:crypto';
import { Refusal } from '../../shared/errors.ts';
import type { Log } from './log.ts';
import type { Reader } from './words/words.ts';

/**
 * The one place that decides what a person reads when something did not work: the sentence of a
 * refusal, or a reference under which the log has the whole story. Returns mrkdwn.
 */
export function explain(
  error: unknown,
  { words, log, at }: { words: Reader; log: Log; at: Record<string, unknown> },
): string {
  if (error instanceof Refusal) {
    const level = error.kind === 'unavailable' ? 'warn' : 'info';
    log[level]({ ...at, code: error.code, kind: error.kind }, 'refused');
    return words.refusal(error);
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ ...at, reference, err: error }, 'a bug, shown to the person by its reference');
  return words.mrkdwn('base.broken', { reference });
}

/** mrkdwn as a plain sentence, for places that do not render it (errors under a field, alerts). */
export const unformatted = (mrkdwn: string): string =>
  mrkdwn
    .replace(/[*`]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
