import { dayOfSerial } from './dates.ts';

/** How Excel writes what XML has no sign for: `_x000D_` is a carriage return (ECMA-376, 22.4.2.4). */
export const decodeControls = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

/**
 * What a cell says as text, from its type (ECMA-376, 18.18.11, shared texts apart) and its raw value.
 * An error of a formula says nothing.
 */
export function cellText(
  type: string | undefined,
  raw: string,
  { isDay, from1904 }: { isDay: boolean; from1904: boolean },
): string {
  if (type === 'str' || type === 'inlineStr') return decodeControls(raw);
  const value = raw.trim();
  if (value === '' || type === 'e') return '';
  if (type === 'b') return /^(?:1|true)$/.test(value) ? 'true' : 'false';
  if (type === 'd') return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value;
  return (isDay && dayOfSerial(Number(value), from1904)) || numberText(value);
}

/** Whole numbers keep every digit: a phone is a number to Excel, and may be written `1.2E+10`. */
function numberText(value: string): string {
  if (/^-?\d+$/.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return Number.isSafeInteger(number) ? BigInt(number).toString() : String(number);
}
