import { IntlMessageFormat } from 'intl-messageformat';
import type { Refusal } from '../../../shared/errors.ts';
import type { Locale } from '../../../shared/locale.ts';
import { Decimal } from '../../../shared/money.ts';
import { escapeMrkdwn, type Mrkdwn } from '../text.ts';
import { en } from './en/index.ts';
import { ptBr } from './pt-br/index.ts';

export type WordKey = keyof typeof en;

/** Numbers and dates are written as the reader's language writes them (`14.238`, `14,238`). */
export type WordValue = string | number | Date | Mrkdwn;
export type WordValues = Readonly<Record<string, WordValue>>;

const texts: Readonly<Record<Locale, Readonly<Record<WordKey, string>>>> = { en, 'pt-BR': ptBr };

/** The zone is only asked for by dates in plain text; mrkdwn has `slackDate`. */
export type Words = {
  say(locale: Locale, key: WordKey, values?: WordValues): string;
  in(locale: Locale, timeZone?: string): Reader;
};

/** One person's (or channel's) language and zone, and everything that is written in it. */
export type Reader = {
  readonly locale: Locale;
  readonly timeZone: string;
  /** For plain text: titles, labels, buttons, options, alt texts. */
  say(key: WordKey, values?: WordValues): string;
  /** For mrkdwn and a message's top-level text: every plain string among the values is escaped. */
  mrkdwn(key: WordKey, values?: WordValues): string;
  /** The sentence for a refusal, as mrkdwn (`plain` for errors under a field). */
  refusal(refusal: Refusal): string;
  /** The complaint under one field of a form. Plain text. */
  complaint(code: string, values?: WordValues): string;
  number(value: number): string;
  /** 0.185 → `18.5%`. */
  percent(ratio: number, digits?: number): string;
  /** US dollars: `$99.60`, `US$ 99,60`; below one cent with four digits. */
  money(amount: Decimal | string | number): string;
  date(at: Date): string;
  time(at: Date): string;
  dateTime(at: Date): string;
  list(items: readonly string[]): string;
};

export function createWords(): Words {
  const compiled = new Map<string, IntlMessageFormat>();

  function format(locale: Locale, timeZone: string): (key: WordKey, values: WordValues) => string {
    return (key, values) => {
      const cacheKey = `${locale} ${timeZone} ${key}`;
      let message = compiled.get(cacheKey);
      if (!message) {
        const zoned = { timeZone, hourCycle: 'h23' } as const;
        message = new IntlMessageFormat(
          texts[locale][key],
          locale,
          {
            date: {
              short: { ...zoned, dateStyle: 'short' },
              medium: { ...zoned, dateStyle: 'medium' },
            },
          },
          { ignoreTag: true },
        );
        compiled.set(cacheKey, message);
      }
      return String(message.format(Object.fromEntries(Object.entries(values).map(plain))));
    };
  }

  return {
    say: (locale, key, values = {}) => format(locale, 'UTC')(key, values),
    in: (locale, timeZone = 'UTC') => reader(locale, timeZone, format(locale, timeZone)),
  };
}

const plain = ([name, value]: [string, WordValue]): [string, string | number | Date] => [
  name,
  typeof value === 'object' && 'mrkdwn' in value ? value.mrkdwn : value,
];

const escaped = (values: WordValues): WordValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      // One line: a name must not be able to look like a line of ours.
      typeof value === 'string' ? escapeMrkdwn(value).replace(/\s+/g, ' ') : value,
    ]),
  );

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key);

function reader(
  locale: Locale,
  timeZone: string,
  format: (key: WordKey, values: WordValues) => string,
): Reader {
  const mrkdwn = (key: WordKey, values: WordValues = {}) => format(key, escaped(values));
  const clock = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (at: Date) => formatter.format(at);
  };
  return {
    locale,
    timeZone,
    say: (key, values = {}) => format(key, values),
    mrkdwn,
    refusal({ code, kind, values }) {
      const key = `refusal.${code}`;
      return mrkdwn(isWordKey(key) ? key : `refusal.${kind}`, values);
    },
    complaint(code, values = {}) {
      const key = `refusal.${code}`;
      return format(isWordKey(key) ? key : 'refusal.invalid', values);
    },
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (ratio, digits = 1) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(
        ratio,
      ),
    money(amount) {
      const value = new Decimal(amount);
      const digits = value.abs().gt(0) && value.abs().lt('0.01') ? 4 : 2;
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value.toNumber());
    },
    date: clock({ dateStyle: 'medium' }),
    time: clock({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dateTime: clock({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}
