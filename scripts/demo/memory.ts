import { readFile } from 'node:fs/promises';

/** Memory of some processes in megabytes; what they share is counted once (proportional set size). */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all([...new Set(pids)].map(proportionalKb));
  return Math.round(sizes.reduce((sum, kb) => sum + kb, 0) / 1024);
}

async function proportionalKb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}
