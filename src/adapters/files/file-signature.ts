import type { FileSource } from '../../features/contacts/index.ts';

/** What the first bytes give away, whatever the file is called. */
export type Signature =
  | 'password-protected'
  | 'old-excel'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'webpage'
  | null;

const startsWith = (content: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte);

const ascii = (content: Uint8Array): string => Buffer.from(content).toString('latin1');

export async function signatureOf(content: Uint8Array, whole: FileSource): Promise<Signature> {
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return (await holds(whole, encrypted)) ? 'password-protected' : 'old-excel';
  }
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(content, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47]) || startsWith(content, [0xff, 0xd8, 0xff])) {
    return 'image';
  }
  if (ascii(content.subarray(0, 4)) === 'GIF8') return 'image';
  if (startsWith(content, [0x1f, 0x8b]) || ascii(content.subarray(0, 4)) === 'Rar!') {
    return 'archive';
  }
  if (startsWith(content, [0x37, 0x7a, 0xbc, 0xaf])) return 'archive';
  const text = ascii(content.subarray(0, 512)).replace(/^ï»¿/, '').trimStart().toLowerCase();
  return /^<(?:!doctype|html|head|body|table|\?xml|script)\b/.test(text) ? 'webpage' : null;
}

/** In an OLE container: an Office file behind a password; without it, a workbook of before 2007. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

async function holds(source: FileSource, mark: Buffer): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of source.pieces()) {
    const bytes = Buffer.concat([rest, piece]);
    if (bytes.includes(mark)) return true;
    rest = bytes.subarray(-mark.length);
  }
  return false;
}
