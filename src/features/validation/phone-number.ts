import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { E164 } from '../../shared/phone.ts';
import { numberingPlanOf } from './area-codes.ts';

/** Why a text is not the number of a person in the United States. */
export const phoneProblems = [
  'phone-missing',
  'phone-not-a-number',
  'phone-excel-number',
  'phone-excel-date',
  'phone-excel-zeros',
  'phone-emergency',
  'phone-too-short',
  'phone-missing-area-code',
  'phone-too-long',
  'phone-foreign',
  'phone-north-america-not-us',
  'phone-toll-free',
  'phone-premium',
  'phone-unknown-area-code',
  'phone-impossible-exchange',
] as const;
export type PhoneProblem = (typeof phoneProblems)[number];

export type ParsedPhone = { ok: true; phone: E164 } | { ok: false; problem: PhoneProblem };

const problem = (code: PhoneProblem): ParsedPhone => ({ ok: false, problem: code });

/** What people write where there is no number. */
const nothing =
  /^(?:n\.?\/?a\.?|none|null|nil|no|nao|não|n[aã]o tem|sem(?: telefone| n[uú]mero)?|unknown|desconhecido|[-–—.?*_/\s]*)$/i;
/** 12035550123 as Excel keeps it: the last digits are gone for good. */
const excelNumber = /^[+-]?\d(?:[.,]\d+)?\s*e\s*[+]?\s*\d{1,2}$/i;
/** A date where a number should be: as text, or as the days since 1900 that Excel counts. */
const excelDate =
  /^(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/ ](?:jan|fe[bv]|mar|a[bp]r|ma[iy]|jun|jul|a[gu][og]|se[pt]|o[cu]t|nov|de[cz])[a-z]*\.?(?:[-/ ]\d{2,4})?)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$|^(?:[2-7]\d{4})(?:[.,]\d+)?$/i;
/** 203.555.0100 that a spreadsheet took for 203.55501: the zeros at its end are gone. */
const excelZeros = /^\d{3}[.,]\d{1,6}$/;
const extension = /[\s,;]*(?:\b(?:extension|ext|ramal)\b\.?|(?<=\d\s*)[x#])[\s:.]*\d{1,6}\s*$/i;
/** 2035550123.0: a number that a spreadsheet kept as one. In 907.200.0000 the zeros are its own. */
const decimals = /(?<=\d{10})\.0+$/;
const prefix = /^(?:tel|phone|fone|cel|whatsapp|sms)\s*[:.]\s*/i;

/**
 * Any notation of a US number to E.164, or the reason why it is none. Numbers without a country
 * code are read as American. Toll-free, premium, foreign and other +1 countries are no contacts
 * (domain reading 2.2.1): their senders and hours cannot be known.
 *
 * The area-code table decides, not libphonenumber's `isValid`, which rejects a dozen new US codes.
 */
export function parsePhone(text: string): ParsedPhone {
  return parsePlainNotation(text) ?? parseAnyNotation(text);
}

/**
 * Ten digits, or eleven from a 1 on, with nothing but the usual signs between them: what most cells
 * hold, read without the long way that would say the same.
 */
function parsePlainNotation(text: string): ParsedPhone | null {
  if (!/^\+?[\d(][\d ().-]*$/.test(text) || /\.0+$/.test(text)) return null;
  const digits = text.replace(/\D+/g, '');
  if (digits.length === 11 && digits.startsWith('1')) return parseNational(digits.slice(1));
  return digits.length === 10 && !text.startsWith('+') ? parseNational(digits) : null;
}

function parseAnyNotation(text: string): ParsedPhone {
  const plain = text.normalize('NFKC').replace(/^\s*'/, '').trim();
  if (nothing.test(plain)) return problem('phone-missing');
  if (excelNumber.test(plain)) return problem('phone-excel-number');
  if (excelDate.test(plain)) return problem('phone-excel-date');
  if (excelZeros.test(plain)) return problem('phone-excel-zeros');
  const first = firstOfSeveral(plain);
  const bare = first.replace(prefix, '').replace(extension, '').replace(decimals, '').trim();
  if (/[\p{L}@]/u.test(bare)) return problem('phone-not-a-number');
  const digits = bare.replace(/\D/g, '');
  if (digits === '') return problem('phone-not-a-number');
  const international = /^\(?\+/.test(bare)
    ? digits
    : (/^(?:00|011)([1-9]\d{7,})$/.exec(digits)?.[1] ?? null);
  if (international !== null) {
    return international.startsWith('1')
      ? parseNational(international.slice(1))
      : foreign(`+${international}`);
  }
  if (digits.length === 11 && digits.startsWith('1')) return parseNational(digits.slice(1));
  return digits.length === 10 ? parseNational(digits) : oddLength(digits);
}

/** `203-555-0101 / 203-555-0102`, `… ou …`: the first number stands for the row. */
function firstOfSeveral(text: string): string {
  const parts = text.split(/\s*(?:[/;|,\n]|\bou\b|\bor\b|\be\b)\s*/i);
  const [first = ''] = parts;
  const numbers = parts.filter((part) => part.replace(/\D/g, '').length >= 10);
  return parts.length > 1 && numbers.length > 1 ? (numbers[0] ?? first) : text;
}

/** The ten digits after +1. */
function parseNational(digits: string): ParsedPhone {
  if (digits.length < 10) return shorter(digits);
  if (digits.length > 10) return problem('phone-too-long');
  const areaCode = digits.slice(0, 3);
  const exchange = digits.slice(3, 6);
  switch (numberingPlanOf(areaCode)) {
    case 'toll-free':
      return problem('phone-toll-free');
    case 'service':
      return problem('phone-premium');
    case 'elsewhere':
      return problem('phone-north-america-not-us');
    case 'unassigned':
      return problem('phone-unknown-area-code');
    case 'us':
      return /^[2-9](?!11)\d\d/.test(exchange)
        ? { ok: true, phone: `+1${digits}` }
        : problem('phone-impossible-exchange');
  }
}

function foreign(phone: string): ParsedPhone {
  const parsed = parsePhoneNumberFromString(phone);
  if (parsed?.isPossible()) return problem('phone-foreign');
  if (phone.length > 16) return problem('phone-too-long');
  return problem(phone.length < 9 ? 'phone-too-short' : 'phone-not-a-number');
}

/** No country code, and neither 10 digits nor 11 with a leading 1. */
function oddLength(digits: string): ParsedPhone {
  if (digits.length < 10) return shorter(digits);
  // A Brazilian mobile, with 55 or without: area code and nine digits that begin with 9.
  if (/^(?:55)?[1-9]{2}9?\d{8}$/.test(digits)) return problem('phone-foreign');
  if (digits.length > 11 && parsePhoneNumberFromString(`+${digits}`)?.isValid()) {
    return problem('phone-foreign');
  }
  return problem('phone-too-long');
}

function shorter(digits: string): ParsedPhone {
  if (/^(?:[2-9]11|988|112|190|192|193)$/.test(digits)) return problem('phone-emergency');
  return problem(digits.length === 7 ? 'phone-missing-area-code' : 'phone-too-short');
}
