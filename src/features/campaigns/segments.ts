/**
 * How a text is billed. GSM-7 holds 160 septets in one segment and 153 in each of several; one
 * character outside it (ã, ç, õ, an emoji) makes the whole text UCS-2: 70 units, then 67.
 * Source: 3GPP TS 23.038 alphabets; per-segment sizes as billed by Twilio.
 */
export type Sms = { encoding: 'GSM-7' | 'UCS-2'; units: number; segments: number };

/** Twilio refuses a longer body (error 21617). */
export const maxBodyLength = 1600;

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each takes two septets: an escape and the character; the pair is never split over segments. */
const extended = new Set('\f^{}\\[~]|€');

export function countSms(text: string): Sms {
  let septets = 0;
  let inLast = 0;
  let parts = 1;
  for (const character of text) {
    const width = basic.has(character) ? 1 : extended.has(character) ? 2 : 0;
    if (width === 0) return countUcs2(text);
    septets += width;
    if (inLast + width > 153) {
      parts += 1;
      inLast = 0;
    }
    inLast += width;
  }
  return { encoding: 'GSM-7', units: septets, segments: septets <= 160 ? 1 : parts };
}

/** Segments never split a surrogate pair, so a pair that would straddle the edge moves on whole. */
function countUcs2(text: string): Sms {
  let inLast = 0;
  let parts = 1;
  for (const character of text) {
    if (inLast + character.length > 67) {
      parts += 1;
      inLast = 0;
    }
    inLast += character.length;
  }
  return { encoding: 'UCS-2', units: text.length, segments: text.length <= 70 ? 1 : parts };
}

/** The characters that make a text UCS-2, each once, in order; empty when it is GSM-7. */
export const costlyCharacters = (text: string): string[] => [
  ...new Set([...text].filter((c) => !basic.has(c) && !extended.has(c))),
];

/** The same text without what forces UCS-2 where a plain letter exists: `não` → `nao`. */
export const withoutAccents = (text: string): string =>
  [...text]
    .map((c) =>
      basic.has(c) || extended.has(c)
        ? c
        : (plain.get(c) ?? c.normalize('NFD').replace(/\p{M}/gu, '')),
    )
    .join('');

const plain = new Map([
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
  ['\u00a0', ' '],
  ['º', 'o'],
  ['ª', 'a'],
  ['•', '-'],
]);
