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
    await cutAtEnd(file, source.size);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const endSize = 22;

/** Some ways of sending a file leave bytes behind its end, which a strict reader of ZIPs refuses. */
async function cutAtEnd(file: FileHandle, size: number): Promise<void> {
  const length = Math.min(size, endSize + 0xffff);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const at = buffer.lastIndexOf(endSignature);
  if (at < 0 || at + endSize > length) return;
  const end = size - length + at + endSize + buffer.readUInt16LE(at + 20);
  if (end < size) await file.truncate(end);
}
