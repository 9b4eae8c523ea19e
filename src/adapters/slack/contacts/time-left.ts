import type { Reader } from '../words/words.ts';

/** How many per second since the first call; null until there is something to measure. */
export function speedometer(): (done: number) => number | null {
  let first: { at: number; done: number } | null = null;
  return (done) => {
    const at = performance.now();
    first ??= { at, done };
    const seconds = (at - first.at) / 1000;
    return seconds < 0.2 ? null : Math.round((done - first.done) / seconds);
  };
}

/** At the pace so far, as mrkdwn; empty while nobody can know. */
export function timeLeft(
  { done, total, perSecond }: { done: number; total: number; perSecond: number | null },
  words: Reader,
): string {
  if (!perSecond) return '';
  const seconds = (total - done) / perSecond;
  return words
    .mrkdwn('contacts.progress.left', {
      seconds: Math.ceil(seconds),
      minutes: seconds < 90 ? 0 : Math.round(seconds / 60),
    })
    .trim();
}
