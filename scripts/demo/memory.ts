import { readdir, readFile } from 'node:fs/promises';

/** Memory of some processes in megabytes; what they share is counted once (proportional set size). */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all([...new Set(pids)].map(proportionalKb));
  return Math.round(sizes.reduce((sum, kb) => sum + kb, 0) / 1024);
}

async function proportionalKb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}

/** A process, what it started, what those started; `without` the family of another one. Linux only. */
export async function familyOf(root: number, without?: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name of a program, in brackets, may hold anything.
    const parent = Number(/^.*\) \S (\d+)/s.exec(stat)?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = (pid: number): number[] =>
    pid === without ? [] : [pid, ...(children.get(pid) ?? []).flatMap(family)];
  return family(root);
}
