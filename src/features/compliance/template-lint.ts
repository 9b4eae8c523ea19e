import type { Channel } from '../../shared/channel.ts';

export const lintCodes = [
  'brand-missing',
  'opt-out-missing',
  'shortener',
  'whatsapp-marketing',
] as const;
export type LintCode = (typeof lintCodes)[number];

/** `error` must be mended before anybody may approve; `warning` is shown to the approver. */
export type LintIssue = {
  code: LintCode;
  severity: 'error' | 'warning';
  /** What the sentence about the issue may name. */
  values: Readonly<Record<string, string>>;
};

/** Public link shorteners that US carriers filter (CTIA Messaging Principles 5.3.4). */
const shorteners = [
  'adf.ly',
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'clck.ru',
  'cutt.ly',
  'encurtador.com.br',
  'encr.pw',
  'goo.gl',
  'goo.su',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  'soo.gd',
  't.co',
  't.ly',
  't2m.io',
  'tiny.cc',
  'tiny.one',
  'tinyurl.com',
  'v.gd',
];

const plainWords = 'STOP(?:ALL)?|UNSUBSCRIBE|OPT-?OUT|PARAR|PAREM?|SAIR';
const anyWord = `${plainWords}|CANCEL|CANCELAR|END|QUIT|REVOKE|REMOVER`;
const ask = 'reply|text|txt|send|type|responda|responder|envie|enviar|mande|digite|escreva';
/** "Responda PARE", "reply with stop": somebody is asked to answer with the word. */
const askedFor = new RegExp(
  `\\b(?:${ask})\\s+(?:with\\s+|com\\s+|a\\s+palavra\\s+)?["'“‘*]?(?:${anyWord})\\b`,
  'iu',
);
/** "STOP to opt out": the word stands out in capitals, so the rest must not be in capitals too. */
const inCapitals = new RegExp(`(?<![\\p{L}\\p{N}])(?:${plainWords})(?![\\p{L}\\p{N}])`, 'u');
/** A key to press during the call: 47 CFR 64.1200(b)(3). */
const optOutInCall = /\b(?:press|aperte|tecle|pressione|digite)\s+(?:a\s+tecla\s+|the\s+)?\d\b/iu;

/**
 * What the law and the carriers want in a marketing message: who it is from, how to stop it (CTIA
 * Messaging Principles; an automated opt-out in a prerecorded call), and no public link shortener.
 * Nothing marketing is delivered by WhatsApp to +1 numbers (Twilio 63049), so that is an error too.
 */
export function lintTemplate(
  template: string,
  { brand = 'Fly2Any', channel = 'sms' }: { brand?: string; channel?: Channel } = {},
): LintIssue[] {
  const text = template.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ' ');
  const issues: LintIssue[] = [];
  const add = (code: LintCode, values = {}): void => {
    issues.push({ code, severity: 'error', values });
  };
  if (!plain(text).includes(plain(brand))) add('brand-missing', { brand });
  if (!(channel === 'call' ? optOutInCall.test(text) : saysHowToStop(text))) add('opt-out-missing');
  for (const host of shortenersIn(text)) add('shortener', { host });
  if (channel === 'whatsapp') add('whatsapp-marketing');
  return issues;
}

const saysHowToStop = (text: string): boolean =>
  askedFor.test(text) || (/\p{Ll}/u.test(text) && inCapitals.test(text));

const shortenersIn = (text: string): string[] =>
  shorteners.filter((host) =>
    new RegExp(`(?<![\\w.-])(?:www\\.)?${host.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'iu').test(
      text,
    ),
  );

/** Case, accents, spaces and punctuation do not make another brand. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
