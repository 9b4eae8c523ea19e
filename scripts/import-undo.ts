import { createInterface } from 'node:readline/promises';
import type { ImportService } from '../src/features/contacts/index.ts';
import { Refusal } from '../src/shared/errors.ts';

/** Takes an import back, after a yes to what that would do. */
export async function undoImport(
  imports: ImportService,
  importId: string,
  { by, sure }: { by: string; sure: boolean },
): Promise<void> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(importId)) {
    throw new Refusal('not-found', 'contacts.import-unknown');
  }
  const { fileName } = await imports.get(importId);
  const plan = await imports.undoPlan(importId);
  const n = (value: number) => value.toLocaleString('en-US');
  const stay = ({ kept }: { kept: number }) =>
    kept > 0 ? ` ${n(kept)} stay: they wrote, or were edited since.` : '';
  console.error(
    `Undo of ${fileName}: ${n(plan.deleted)} contacts are deleted, ${n(plan.restored)} get their former values back, ${n(plan.lifted)} suppressions are lifted.${stay(plan)}`,
  );
  if (!sure && !(await isSure())) {
    console.error('Nothing was changed. Say --yes, or answer "yes" at the terminal.');
    process.exitCode = 1;
    return;
  }
  const { done } = await imports.undo(importId, by);
  console.log(
    `Undone: ${n(done.deleted)} contacts deleted, ${n(done.restored)} restored, ${n(done.lifted)} suppressions lifted.${stay(done)}`,
  );
}

async function isSure(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(yes|sim)$/i.test((await lines.question('Undo it? (yes/no) ')).trim());
  } finally {
    lines.close();
  }
}
