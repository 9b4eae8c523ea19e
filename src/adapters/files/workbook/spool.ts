import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSource } from '../../../features/contacts/index.ts';

/**
 * A copy on disk, since a ZIP is read from its end and a large one must not lie in memory. It has
 * lost its name before anything is written, so that nothing of it stays when this process is killed.
 */
export async function spool(source: FileSource): Promise<FileHandle> {
  const path = join(tmpdir(), `fly2any-workbook-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    for await (const piece of source.pieces()) await file.appendFile(piece);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
