import { isUtf8 } from 'node:buffer';

/** Labels of the WHATWG Encoding Standard, plus whether a mark stood at the start. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const sampleSize = 4 * 1024 * 1024;

/** How the text of a file is written; null when it is no text at all. */
export function detectEncoding(content: Uint8Array): Encoding | null {
  if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf) return 'utf-8-bom';
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  const sample = content.subarray(0, sampleSize);
  if (sample.includes(0)) return wideEncoding(sample);
  if (controlShare(sample) > 0.02) return null;
  return isUtf8(content) || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252';
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
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return whole > broken * 10;
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) {
      controls += 1;
    }
  }
  return sample.length === 0 ? 0 : controls / sample.length;
}

const pieceSize = 64 * 1024;

/** The text in pieces, without the mark at its start. */
export function* decode(content: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  for (let start = 0; start < content.length; start += pieceSize) {
    const text = decoder.decode(content.subarray(start, start + pieceSize), { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The first so many bytes as text. */
export const firstText = (content: Uint8Array, encoding: Encoding, bytes: number): string =>
  [...decode(content.subarray(0, bytes), encoding)].join('');
