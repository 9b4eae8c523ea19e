import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileSource } from '../../features/contacts/index.ts';

const pieceSize = 256 * 1024;

/** Bytes that are in memory already. */
export const bytesSource = (content: Uint8Array): FileSource => ({
  size: content.length,
  async *pieces() {
    for (let start = 0; start < content.length; start += pieceSize) {
      yield content.subarray(start, start + pieceSize);
    }
  },
});

/** Bytes that were made one after the other, not put together. */
export const partsSource = (parts: readonly Uint8Array[]): FileSource => ({
  size: parts.reduce((sum, { length }) => sum + length, 0),
  async *pieces() {
    yield* parts;
  },
});

/** A file on disk, read as a stream each time. */
export async function diskSource(path: string): Promise<FileSource> {
  const { size } = await stat(path);
  return {
    size,
    pieces: () => createReadStream(path, { highWaterMark: pieceSize }),
  };
}

/** The first so many bytes; fewer when the file is shorter. */
export async function headOf(source: FileSource, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.pieces()) {
    parts.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes);
}
