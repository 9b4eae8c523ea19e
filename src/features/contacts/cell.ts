/**
 * One cell as data: control characters, marks that turn the direction of what is read, and half
 * characters out (joiners of letters and emoji stay), white space (no-break ones too)
 * collapsed, the apostrophe gone that spreadsheets and our own reject files put before a formula.
 * Nothing is interpreted: `=1+1` and `<!channel>` stay the text they are.
 */
export const cleanCell = (text: string): string => (isClean(text) ? text : cleaned(text));

/** Most cells: printable ASCII, single spaces, no apostrophe in front. Nothing below changes them. */
const isClean = (text: string): boolean => /^(?:[!-&(-~][!-~]*(?: [!-~]+)*)?$/.test(text);

const cleaned = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n\v\f]+/gu, ' ')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

/** At most so many characters, never half a surrogate pair. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
