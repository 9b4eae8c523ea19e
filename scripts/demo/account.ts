const began = performance.now();

/** A line of what the demo tells, with the seconds since it began. */
export function say(text: string): void {
  const at = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${at} s  ${text}\n`);
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What was promised and did not hold. */
export const problems: string[] = [];

export function check(ok: boolean, text: string): void {
  say(`${ok ? 'ok  ' : 'FAIL'}  ${text}`);
  if (!ok) problems.push(text);
}
