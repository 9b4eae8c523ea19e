/** `▓▓▓▓▓░░░░░ 50%`; the number stands beside it, so the bar never carries the meaning alone. */
export function progressBar(done: number, total: number, width = 20): string {
  const ratio = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = Math.floor(ratio * width);
  return `${'▓'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(ratio * 100)}%`;
}
