import { type Attributes, Parser } from 'saxen';
import { mostDepth, tooInvolved } from './limits.ts';

/**
 * Names come without the prefix of their namespace, which is another one with each writer; attributes
 * as they are written, for `decodeEntities` where one may hold more than letters and digits.
 */
export type XmlListener = {
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  text(text: string): void;
  /** A text longer than any cell's goes on; its rest is left out, unless this throws. */
  overlong(): void;
};

/** At a time; what a cell shows may be a thousand times what it takes to write it. */
const slice = 8 * 1024;
/** Without a single tag, and more than the longest text: no writer of workbooks does that. */
const mostWithoutTag = 2 * 1024 * 1024;
/** A character takes so many at the most, as `&#x10FFFF;` does. */
const mostWritten = 10;

/**
 * Tells the listener what stands in there, and returns after each slice, so that what was found may
 * be taken before more is read. `mostText` is in characters. Throws on what is not XML.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  mostText: number,
  listener: XmlListener,
): AsyncGenerator<void> {
  let [depth, silent, unmarked] = [0, 0, 0];
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      silent = 0;
      depth += 1;
      if (depth > mostDepth) throw tooInvolved();
      listener.open(localName(name), attributes);
    })
    .on('closeTag', (name) => {
      silent = 0;
      depth -= 1;
      listener.close(localName(name));
    })
    .on('text', (text) => listener.text(decodeEntities(text)))
    .on('cdata', (text) => listener.text(text));

  let waiting = '';
  for await (const xml of slicesOf(bytes)) {
    const mark = xml.lastIndexOf('<');
    unmarked = mark < 0 ? unmarked + xml.length : xml.length - mark;
    if (mark < 0 && unmarked > (mostWritten + 1) * mostText) {
      listener.overlong();
      continue;
    }
    waiting += xml;
    // The parser looks again at all that it holds: only when there is as much to add.
    if (waiting.length < silent) continue;
    silent += waiting.length;
    parser.write(waiting);
    waiting = '';
    if (silent > mostWithoutTag) throw tooInvolved();
    yield;
  }
  parser.write(waiting).end();
  yield;
}

/** A part from its first to its last byte. */
export async function readWhole(
  bytes: AsyncIterable<Uint8Array>,
  mostText: number,
  listener: Partial<XmlListener>,
): Promise<void> {
  const overlong = () => {
    throw tooInvolved();
  };
  const all = { open() {}, close() {}, text() {}, overlong, ...listener };
  for await (const _ of readXml(bytes, mostText, all));
}

async function* slicesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const xml of decoded(bytes)) {
    for (let at = 0; at < xml.length; at += slice) yield xml.slice(at, at + slice);
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of bytes) {
    decoder ??= decoderFor(piece);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

/** UTF-8 or, as the first bytes say, UTF-16 or what the declaration names. */
function decoderFor(start: Uint8Array): InstanceType<typeof TextDecoder> {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const declaration = Buffer.from(start.subarray(0, 100)).toString('latin1');
  const said = /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  try {
    // What can be read byte by byte is not what has two of them.
    return new TextDecoder(/16|unicode|ucs/i.test(said) ? 'utf-8' : said);
  } catch {
    return new TextDecoder('utf-8');
  }
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
