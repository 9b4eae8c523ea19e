import { reactionTo } from '../../../features/delivery/index.ts';
import type { Reader } from '../words/words.ts';

/** Codes that people meet often enough to have a sentence of their own; the rest has its class's. */
const known = [
  '21211',
  '21610',
  '21614',
  '30003',
  '30004',
  '30005',
  '30006',
  '30007',
  '30034',
  '30036',
  '63049',
  'closed-by-person',
] as const;

const isKnown = (code: string): code is (typeof known)[number] =>
  (known as readonly string[]).includes(code);

/** A carrier's code in plain words, as mrkdwn: `The number is not in service (30005)`. */
export function errorText(words: Reader, code: string): string {
  if (code === 'closed-by-person') return words.mrkdwn('why.error-closed-by-person');
  const text = isKnown(code)
    ? words.mrkdwn(`why.error-${code}`)
    : words.mrkdwn(`why.class-${reactionTo({ errorCode: code, httpStatus: null }).class}`);
  return words.mrkdwn('why.error', { text: { mrkdwn: text }, code });
}
