import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { damaged, tooInvolved, WorkbookError, type WorkbookLimits } from './limits.ts';

/** The parts of a workbook by their names in any case, each unpacked while it is read. */
export type Parts = {
  has(name: string): boolean;
  /** Throws when it is damaged, or holds more than its directory says (a bomb does). */
  read(name: string): AsyncGenerator<Buffer>;
};

const mostParts = 10_000;

/**
 * Opens the file behind a descriptor, which stays open. `onPiece` is called for all that is read, and
 * may throw. Throws `WorkbookError`, or what yauzl says.
 */
export async function openParts(
  fd: number,
  limits: WorkbookLimits,
  onPiece: () => void,
): Promise<Parts> {
  const zip = await yauzl.fromFdPromise(fd, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > mostParts) throw tooInvolved();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName.toLowerCase(), entry);
    unpacked += entry.uncompressedSize;
    if (entry.isEncrypted()) throw new WorkbookError({ code: 'contacts.file-password-protected' });
  }
  if (unpacked > limits.maxUnpackedBytes) throw tooInvolved();
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw damaged();
      return bytesOf(zip, entry, onPiece);
    },
  };
}

async function* bytesOf(zip: ZipFile, entry: Entry, onPiece: () => void): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const bytes of await zip.openReadStreamPromise(entry)) {
    sum = crc32(bytes, sum);
    onPiece();
    yield bytes;
  }
  // A flipped bit would be somebody else's telephone.
  if (sum !== entry.crc32) throw damaged();
}
