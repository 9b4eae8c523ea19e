import { inflateRawSync } from 'node:zlib';

/** A file in a zip, as its central directory has it. */
export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  /** What it says it unpacks to. */
  size: number;
  /** Where its local header begins. */
  at: number;
};

const bufferOf = (content: Uint8Array): Buffer =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength);

/** What a zip says it holds; null when that cannot be read. */
export function zipEntries(content: Uint8Array): ZipEntry[] | null {
  const bytes = bufferOf(content);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The bytes of one file. Throws when it is damaged, or holds more than it says (a bomb does). */
export function unpacked(content: Uint8Array, { method, packed, size, at }: ZipEntry): Buffer {
  const bytes = bufferOf(content);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const raw = bytes.subarray(start, start + packed);
  if (method === 0) return raw;
  return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
}
