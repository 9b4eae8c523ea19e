import type { WriteStream } from 'node:tty';

const width = 30;

/** One line that is drawn over on a terminal; elsewhere a line per tenth. */
export function progressBar(out: WriteStream) {
  /** Since the first rows were in: reading the file before that says nothing of their speed. */
  let since: { at: number; done: number } | null = null;
  let lastTenth = -1;
  let drawn = false;

  const lineOf = (done: number, total: number): string => {
    const share = total === 0 ? 0 : Math.min(1, done / total);
    const filled = Math.round(share * width);
    const now = performance.now();
    if (done > 0) since ??= { at: now, done };
    const seconds = since ? (now - since.at) / 1000 : 0;
    const rate = since && seconds > 0.2 ? Math.round((done - since.done) / seconds) : 0;
    const left = Math.ceil((total - done) / Math.max(1, rate));
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    return `${bar} ${Math.round(share * 100)}%  ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows  ${rate > 0 ? `${rate.toLocaleString('en-US')} rows/s` : ''}${rate > 0 && left > 0 ? `  ${timeLeft(left)} left` : ''}`;
  };

  return {
    /** The file is being read, and nothing written yet. Elsewhere than on a terminal it says nothing. */
    read(rows: number): void {
      if (!out.isTTY) return;
      out.write(`\rReading: ${rows.toLocaleString('en-US')} rows\x1b[K`);
      drawn = true;
    },
    show(done: number, total: number): void {
      if (out.isTTY) {
        out.write(`\r${lineOf(done, total)}\x1b[K`);
        drawn = true;
        return;
      }
      const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
      if (tenth > lastTenth && done > 0) out.write(`${lineOf(done, total)}\n`);
      lastTenth = Math.max(lastTenth, tenth);
    },
    end(): void {
      if (drawn) out.write('\n');
    },
  };
}

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
