import type { WriteStream } from 'node:tty';

const width = 30;

/** One line that is drawn over on a terminal; elsewhere a line per tenth. */
export function progressBar(out: WriteStream) {
  const started = performance.now();
  let lastTenth = -1;
  let drawn = false;

  const lineOf = (done: number, total: number): string => {
    const share = total === 0 ? 0 : Math.min(1, done / total);
    const filled = Math.round(share * width);
    const rate = Math.round(done / Math.max(0.001, (performance.now() - started) / 1000));
    const left = Math.ceil((total - done) / Math.max(1, rate));
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    return `${bar} ${Math.round(share * 100)}%  ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows  ${rate.toLocaleString('en-US')} rows/s${done > 0 && left > 0 ? `  ${timeLeft(left)} left` : ''}`;
  };

  return {
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
