import { isUtf8 } from 'node:buffer';
import type { FileSource } from '../../features/contacts/index.ts';
import { headOf } from './byte-source.ts';

/** Labels of the WHATWG Encoding Standard, plus whether a mark stood at the start. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const sampleSize = 4 * 1024 * 1024;

/** How the text of a file is written; null when it is no text at all. */
export async function detectEncoding(source: FileSource): Promise<Encoding | null> {
  const sample = await headOf(source, sampleSize);
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8-bom';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const wide = sample.includes(0) ? wideEncoding(sample) : null;
  if (wide !== null) return wide;
  // A stray zero in a text is a sign like another that nobody can see.
  if (holdsSignals(sample)) return null;
  return (await isUtf8Throughout(source, sample)) || isMostlyUtf8(sample)
    ? 'utf-8'
    : 'windows-1252';
}

/** To the last byte: the first accent of a list of English names may stand far down. */
async function isUtf8Throughout(source: FileSource, sample: Uint8Array): Promise<boolean> {
  if (source.size <= sample.length) return isUtf8(sample);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of source.pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** One damaged letter must not turn every other accent of a UTF-8 file into two strange ones. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  let [broken, whole] = [0, 0];
  for (const slice of slicesOf(sample)) {
    const text = decoder.decode(slice, { stream: true });
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 0xfffd) broken += 1;
      else if (code > 0x7f) whole += 1;
    }
  }
  return whole > broken * 10;
}

/**
 * Short enough that what is made of one slice (some hundred rows) is gone before the next: what is
 * longer outlives young space and piles up in the old one.
 */
const sliceSize = 16 * 1024;

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += sliceSize) {
    yield bytes.subarray(start, start + sliceSize);
  }
}

/** More signs that nobody can see than a stray one or two: no text. */
function holdsSignals(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) {
      controls += 1;
    }
  }
  return controls > 2 && controls > sample.length * 0.02;
}

/** The text in pieces, without the mark at its start. */
export async function* decode(source: FileSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  for await (const piece of source.pieces()) {
    for (const slice of slicesOf(piece)) {
      const text = decoder.decode(slice, { stream: true });
      if (text !== '') yield text;
    }
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The first bytes as text. */
export const textOfHead = (head: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(head, { stream: true });
