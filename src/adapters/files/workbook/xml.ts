import { type Attributes, Parser } from 'saxen';
import { tooInvolved } from './limits.ts';

/**
 * Names come without the prefix of their namespace, which is another one with each writer; attributes
 * as they are written, for `decodeEntities` where one may hold more than letters and digits.
 */
export type XmlListener = {
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** Pieces of XML without a single tag, text or end of tag: no writer of workbooks does that. */
const mostWithoutEvent = 4 * 1024 * 1024;

/** A character takes so many at the most, as `&#x00000A;` does. */
const mostWritten = 16;

/**
 * Tells the listener what stands in there, and returns after each piece, so that what was found may
 * be taken before more is read. Of a stretch without any mark-up far longer than `mostText` characters
 * the rest is left out: the parser would look at it again with every piece. Throws on what is not XML.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  mostText: number,
  listener: XmlListener,
): AsyncGenerator<void> {
  let [silent, unmarked] = [0, 0];
  const heard = () => {
    silent = 0;
  };
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      heard();
      listener.open(localName(name), attributes);
    })
    .on('closeTag', (name) => {
      heard();
      listener.close(localName(name));
    })
    .on('text', (text) => listener.text(decodeEntities(text)))
    .on('cdata', (text) => listener.text(text));

  for await (const xml of decoded(bytes)) {
    const mark = xml.lastIndexOf('<');
    unmarked = mark < 0 ? unmarked + xml.length : xml.length - mark;
    if (mark < 0 && unmarked > mostWritten * mostText) continue;
    silent += xml.length;
    parser.write(xml);
    if (silent > mostWithoutEvent) throw tooInvolved();
    yield;
  }
  parser.end();
  yield;
}

/** A part from its first to its last byte. */
export async function readWhole(
  bytes: AsyncIterable<Uint8Array>,
  mostText: number,
  listener: Partial<XmlListener>,
): Promise<void> {
  const all = { open() {}, close() {}, text() {}, ...listener };
  for await (const _ of readXml(bytes, mostText, all));
}

/** UTF-8, or UTF-16 when the first two bytes say so. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The parser's own knows no character above U+FFFF. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (all, hex, decimal, name) => {
      if (name) return named[name] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
