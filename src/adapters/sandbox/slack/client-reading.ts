import type { ActResult } from './page-contract.ts';

/** All text of a message, view or list of blocks, as a person would read it, line by line. */
export function textOf(thing: unknown): string {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        if (name === 'text' && typeof entry === 'string') lines.push(entry);
        else if (name !== 'confirm') walk(entry);
      }
    }
  };
  walk(thing);
  return lines.join('\n');
}

/** Fails with what the person would see when an act did not work. */
export function succeeded(result: ActResult): ActResult {
  if (result.ok) return result;
  const errors = Object.entries(result.errors ?? {}).map(([block, text]) => `${block}: ${text}`);
  throw new Error([result.fault?.detail ?? `HTTP ${result.status}`, ...errors].join('; '));
}
