import type { NeustarMap } from '../adapters/lookups/index.ts';
import type { LookupPackage } from '../adapters/twilio/index.ts';
import type { Decimal } from '../shared/money.ts';
import type { SharedConfig } from './config.ts';
import type { SettingName, Settings } from './settings.ts';

export type SlackConfig = {
  botToken: string;
  /** Events over HTTP on /slack/events need the secret, Socket Mode the token. */
  door: { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };
  apiUrl: string | null;
  admins: readonly string[];
  channels: { approvals: string; digest: string; weekly: string; replies: string; alerts: string };
};

export type TwilioConfig = {
  accountSid: string;
  authToken: string;
  messagingServiceSid: string | null;
  smsFrom: string | null;
  whatsappFrom: string | null;
  voiceFrom: string | null;
  apiUrl: string | null;
  lookupPackages: readonly LookupPackage[];
};

/** Who knows numbers, beside Twilio; null: not there. */
export type NumberProviders = {
  numverify: { apiKey: string; url: string | null; price?: Decimal } | null;
  neustar: {
    username: string;
    password: string;
    serviceId: string;
    url: string | null;
    /** From the licensed specification; without it nothing can be read, and nobody is asked. */
    elements: NeustarMap | null;
    price?: Decimal;
  } | null;
};

export type LiveConfig = SharedConfig &
  NumberProviders & {
    mode: 'live';
    slack: SlackConfig;
    /** `twilio` sends for real and is never a default; `sandbox` says "simulated" wherever it shows. */
    carrier: { kind: 'sandbox' } | { kind: 'twilio'; publicUrl: string; twilio: TwilioConfig };
    whatsapp: {
      token: string;
      phoneNumberId: string;
      appSecret: string;
      verifyToken: string;
      apiUrl: string | null;
    } | null;
    openai: { apiKey: string; baseUrl: string | null; model: string | null } | null;
    mail: { smtpUrl: string; to: readonly string[] } | null;
  };

/** Notes what is missing; what it answers then is never used, since the problems are thrown. */
export type Needs = {
  text(value: string | undefined, name: SettingName, why: string): string;
  /** Whether any of the group is set; each of `required` must then be. */
  group(prefix: RegExp, required: readonly SettingName[]): boolean;
  problem(text: string): void;
};

export function createNeeds(
  given: Readonly<Record<string, string | undefined>>,
  problems: string[],
): Needs {
  const problem = (text: string) => {
    problems.push(text);
  };
  return {
    problem,
    text(value, name, why) {
      if (!given[name]) problem(`${name}: ${why}`);
      return value ?? '';
    },
    group(prefix, required) {
      const present = Object.keys(given).filter((name) => prefix.test(name));
      const missing = required.filter((name) => !given[name]);
      if (present.length === 0) return false;
      for (const name of missing) problem(`${name}: is needed beside ${present.join(', ')}`);
      return true;
    },
  };
}

/** Collects what only the live mode needs; answers are meaningless when a problem was noted. */
export function liveOf(shared: SharedConfig, v: Settings, needs: Needs): LiveConfig {
  const twilio = needs.group(/^TWILIO_/, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']);
  return {
    ...shared,
    mode: 'live',
    slack: slackOf(v, needs),
    carrier: carrierOf(v, needs, twilio),
    whatsapp: needs.group(/^WHATSAPP_/, [
      'WHATSAPP_TOKEN',
      'WHATSAPP_PHONE_NUMBER_ID',
      'WHATSAPP_APP_SECRET',
      'WHATSAPP_VERIFY_TOKEN',
    ])
      ? {
          token: v.WHATSAPP_TOKEN ?? '',
          phoneNumberId: v.WHATSAPP_PHONE_NUMBER_ID ?? '',
          appSecret: v.WHATSAPP_APP_SECRET ?? '',
          verifyToken: v.WHATSAPP_VERIFY_TOKEN ?? '',
          apiUrl: v.WHATSAPP_API_URL ?? null,
        }
      : null,
    numverify: needs.group(/^NUMVERIFY_/, ['NUMVERIFY_API_KEY'])
      ? {
          apiKey: v.NUMVERIFY_API_KEY ?? '',
          url: v.NUMVERIFY_URL ?? null,
          ...(v.NUMVERIFY_PRICE && { price: v.NUMVERIFY_PRICE }),
        }
      : null,
    neustar: needs.group(/^NEUSTAR_/, [
      'NEUSTAR_USERNAME',
      'NEUSTAR_PASSWORD',
      'NEUSTAR_SERVICE_ID',
    ])
      ? {
          username: v.NEUSTAR_USERNAME ?? '',
          password: v.NEUSTAR_PASSWORD ?? '',
          serviceId: v.NEUSTAR_SERVICE_ID ?? '',
          url: v.NEUSTAR_URL ?? null,
          elements: v.NEUSTAR_ELEMENTS ?? null,
          ...(v.NEUSTAR_PRICE && { price: v.NEUSTAR_PRICE }),
        }
      : null,
    openai: needs.group(/^OPENAI_(API_KEY|BASE_URL|MODEL)$/, ['OPENAI_API_KEY'])
      ? {
          apiKey: v.OPENAI_API_KEY ?? '',
          baseUrl: v.OPENAI_BASE_URL ?? null,
          model: v.OPENAI_MODEL ?? null,
        }
      : null,
    mail: needs.group(/^(SMTP_URL|MAIL_TO)$/, ['SMTP_URL', 'MAIL_TO'])
      ? { smtpUrl: v.SMTP_URL ?? '', to: v.MAIL_TO ?? [] }
      : null,
  };
}

function slackOf(v: Settings, needs: Needs): SlackConfig {
  const approvals = needs.text(
    v.APPROVALS_CHANNEL,
    'APPROVALS_CHANNEL',
    'is needed to ask for approvals',
  );
  const digest = needs.text(v.DIGEST_CHANNEL, 'DIGEST_CHANNEL', 'is needed for the daily digest');
  needs.text(
    v.SLACK_ADMINS?.[0],
    'SLACK_ADMINS',
    'is needed: nobody becomes an admin by being first',
  );
  return {
    botToken: needs.text(v.SLACK_BOT_TOKEN, 'SLACK_BOT_TOKEN', 'is needed to talk to Slack'),
    door: v.SLACK_APP_TOKEN
      ? { kind: 'socket', appToken: v.SLACK_APP_TOKEN }
      : {
          kind: 'http',
          signingSecret: needs.text(
            v.SLACK_SIGNING_SECRET,
            'SLACK_SIGNING_SECRET',
            'is needed, or SLACK_APP_TOKEN for Socket Mode',
          ),
        },
    apiUrl: v.SLACK_API_URL ?? null,
    admins: v.SLACK_ADMINS ?? [],
    channels: {
      approvals,
      digest,
      weekly: v.WEEKLY_CHANNEL ?? digest,
      replies: v.REPLIES_CHANNEL ?? approvals,
      alerts: v.ALERTS_CHANNEL ?? approvals,
    },
  };
}

function carrierOf(v: Settings, needs: Needs, twilio: boolean): LiveConfig['carrier'] {
  if (v.CARRIER !== 'twilio') return { kind: 'sandbox' };
  if (!twilio)
    needs.problem('TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: are needed when CARRIER is twilio');
  if (!v.TWILIO_MESSAGING_SERVICE_SID && !v.TWILIO_SMS_FROM) {
    needs.problem(
      'TWILIO_MESSAGING_SERVICE_SID or TWILIO_SMS_FROM: is needed when CARRIER is twilio',
    );
  }
  return {
    kind: 'twilio',
    publicUrl: needs.text(
      v.PUBLIC_URL,
      'PUBLIC_URL',
      'is needed when CARRIER is twilio, for its callbacks',
    ),
    twilio: {
      accountSid: v.TWILIO_ACCOUNT_SID ?? '',
      authToken: v.TWILIO_AUTH_TOKEN ?? '',
      messagingServiceSid: v.TWILIO_MESSAGING_SERVICE_SID ?? null,
      smsFrom: v.TWILIO_SMS_FROM ?? null,
      whatsappFrom: v.TWILIO_WHATSAPP_FROM ?? null,
      voiceFrom: v.TWILIO_VOICE_FROM ?? null,
      apiUrl: v.TWILIO_API_URL ?? null,
      lookupPackages: v.TWILIO_LOOKUP_PACKAGES,
    },
  };
}
