import { decodeControls } from './cell-text.ts';
import { tooInvolved, type WorkbookLimits } from './limits.ts';
import { readWhole } from './xml.ts';

/** The texts that cells share, by number: undefined without such a one, null for one too long. */
export type SharedStrings = { at(index: number): string | null | undefined };

export const noSharedStrings: SharedStrings = { at: () => undefined };

const blockSize = 1024 * 1024;
const lengthSize = 4;
const tooLong = 0xffff_ffff;

/**
 * Kept as bytes, each after its length. Excel keeps every text of a sheet here: millions of strings
 * of JavaScript would take three times as much, and the collector's time.
 */
function packedStrings(maxBytes: number) {
  const blocks: Buffer[] = [];
  let used = blockSize;
  let addresses = new Uint32Array(1024);
  let count = 0;

  function room(size: number): Buffer {
    const last = blocks.at(-1);
    if (last && used + size <= last.length) return last;
    if ((blocks.length + 1) * blockSize + addresses.byteLength > maxBytes) throw tooInvolved();
    const block = Buffer.allocUnsafeSlow(Math.max(blockSize, size));
    blocks.push(block);
    used = 0;
    return block;
  }

  function add(text: string | null): void {
    const size = text === null ? 0 : Buffer.byteLength(text);
    const block = room(lengthSize + size);
    if (count === addresses.length) {
      const longer = new Uint32Array(2 * count);
      longer.set(addresses);
      addresses = longer;
    }
    addresses[count++] = (blocks.length - 1) * blockSize + used;
    block.writeUInt32LE(text === null ? tooLong : size, used);
    if (text) block.write(text, used + lengthSize);
    used += lengthSize + size;
  }

  return {
    add,
    at(index: number): string | null | undefined {
      if (!(index >= 0 && index < count)) return undefined;
      const address = addresses[index] ?? 0;
      const block = blocks[Math.floor(address / blockSize)];
      const start = address % blockSize;
      const size = block?.readUInt32LE(start) ?? 0;
      if (size === tooLong) return null;
      return block?.toString('utf8', start + lengthSize, start + lengthSize + size);
    },
  };
}

/** Throws `WorkbookError` when there is more than may be held. */
export async function readSharedStrings(
  part: AsyncIterable<Uint8Array>,
  limits: WorkbookLimits,
): Promise<SharedStrings> {
  const { maxCellCharacters, maxSharedBytes } = limits;
  const strings = packedStrings(maxSharedBytes);
  let text = '';
  let [isText, isPhonetic] = [false, false];
  await readWhole(part, maxCellCharacters, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(more) {
      if (isText && text.length <= maxCellCharacters) text += more;
    },
    // Too long for any cell already; whoever shows it is told with their row.
    overlong() {
      if (!isText) throw tooInvolved();
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        strings.add(text.length > maxCellCharacters ? null : decodeControls(text));
      }
    },
  });
  return strings;
}
