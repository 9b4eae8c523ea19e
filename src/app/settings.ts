import { IANAZone } from 'luxon';
import { z } from 'zod';
import { neustarMap } from '../adapters/lookups/index.ts';
import { lookupPackages } from '../adapters/twilio/index.ts';
import { locales } from '../shared/locale.ts';
import { Decimal } from '../shared/money.ts';

/** Tokens and passwords travel to these, so plain http is for this machine only. */
const outsideUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL' })
  .refine(
    (text) => isHttps(text) || isLoopback(text),
    'must begin with https:// (http:// only for this machine)',
  )
  .transform((text) => text.replace(/\/+$/, ''));

const isHttps = (text: string) => text.startsWith('https://');
const isLoopback = (text: string) =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(text);

const startsWith = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`);
const matching = (pattern: RegExp, what: string) => z.string().regex(pattern, `must be ${what}`);
const oneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.enum(names, `must be one of: ${names.join(', ')}`);

const secret = z.string().min(1);
const price = matching(/^\d{1,2}(\.\d{1,4})?$/, 'dollars for one lookup, like 0.003').transform(
  (text) => new Decimal(text),
);
/** `none`: only the basic answer, which is free. */
const packages = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .transform((names) => (names.join() === 'none' ? [] : names))
  .pipe(
    z.array(
      z.enum(lookupPackages, `must be none, or of these with commas: ${lookupPackages.join(', ')}`),
    ),
  );
const elementMap = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(neustarMap);
const phone = matching(/^\+[1-9]\d{6,14}$/, 'a number like +12035550123');
const slackChannel = matching(/^[CG][A-Z0-9]{5,}$/, 'the id of a channel, like C0123456789');
const slackUsers = matching(
  /^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/,
  'ids of Slack users with commas between, like U0123456789',
).transform((text) => text.split(',').map((id) => id.trim()));

/** Every name the product reads, and the shape of its value. All of them are in .env.example. */
export const settings = z.object({
  SLACK_BOT_TOKEN: startsWith('xoxb-').optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: startsWith('xapp-').optional(),
  SLACK_API_URL: outsideUrl.optional(),
  SLACK_ADMINS: slackUsers.optional(),

  DATABASE_URL: matching(
    /^postgres(ql)?:\/\/\S+$/,
    'a URL that begins with postgres://',
  ).optional(),
  DATA_DIR: z.string().default('./.data'),
  MONGODB_URI: matching(
    /^mongodb(\+srv)?:\/\/\S+$/,
    'a URL that begins with mongodb://',
  ).optional(),

  PORT: matching(/^\d{1,5}$/, 'a port number')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a port number')
    .default(3000),
  PUBLIC_URL: outsideUrl.optional(),
  ROLE: oneOf(['web', 'worker', 'all']).default('all'),
  LOCALE: oneOf(locales).default('en'),
  TIMEZONE: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'must be a zone like America/New_York')
    .default('America/New_York'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),

  CARRIER: oneOf(['sandbox', 'twilio']).default('sandbox'),
  TWILIO_ACCOUNT_SID: startsWith('AC').optional(),
  TWILIO_AUTH_TOKEN: secret.optional(),
  TWILIO_MESSAGING_SERVICE_SID: startsWith('MG').optional(),
  TWILIO_SMS_FROM: phone.optional(),
  TWILIO_WHATSAPP_FROM: phone.optional(),
  TWILIO_VOICE_FROM: phone.optional(),
  TWILIO_API_URL: outsideUrl.optional(),
  TWILIO_LOOKUP_PACKAGES: packages.default(['line_type']),

  WHATSAPP_TOKEN: secret.optional(),
  WHATSAPP_PHONE_NUMBER_ID: matching(/^\d+$/, 'digits').optional(),
  WHATSAPP_APP_SECRET: secret.optional(),
  WHATSAPP_VERIFY_TOKEN: secret.optional(),
  WHATSAPP_API_URL: outsideUrl.optional(),

  NUMVERIFY_API_KEY: secret.optional(),
  NUMVERIFY_URL: outsideUrl.optional(),
  NUMVERIFY_PRICE: price.optional(),
  NEUSTAR_USERNAME: secret.optional(),
  NEUSTAR_PASSWORD: secret.optional(),
  NEUSTAR_SERVICE_ID: secret.optional(),
  NEUSTAR_URL: outsideUrl.optional(),
  NEUSTAR_ELEMENTS: elementMap.optional(),
  NEUSTAR_PRICE: price.optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: outsideUrl.optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  SMTP_URL: matching(/^smtps?:\/\/\S+$/, 'a URL that begins with smtp:// or smtps://').optional(),
  MAIL_TO: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .optional(),

  APPROVALS_CHANNEL: slackChannel.optional(),
  DIGEST_CHANNEL: slackChannel.optional(),
  WEEKLY_CHANNEL: slackChannel.optional(),
  REPLIES_CHANNEL: slackChannel.optional(),
  ALERTS_CHANNEL: slackChannel.optional(),
});

export type SettingName = keyof typeof settings.shape;

/** What was given, checked and converted; a name without a default may be missing. */
export type Settings = z.output<typeof settings>;
