import { createNeeds, type LiveConfig, liveOf } from './live-config.ts';
import { type Settings, settings } from './settings.ts';

export type { LiveConfig, NumberProviders, SlackConfig, TwilioConfig } from './live-config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What every mode has. `null` = not configured. */
export type SharedConfig = {
  /** Null: the project's own server, with its files in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Null: jobs are kept in PostgreSQL, beside everything else. */
  mongodbUri: string | null;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string | null;
  role: Settings['ROLE'];
  locale: Settings['LOCALE'];
  timezone: string;
  logLevel: Settings['LOG_LEVEL'];
};

/** The pretend outside world; credentials of a real one are never used beside it. */
export type SandboxConfig = SharedConfig & { mode: 'sandbox' };

export type Config = SandboxConfig | LiveConfig;

/** Throws with every missing, malformed or contradicting name at once, and never with a value. */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const problems: string[] = [];
  const values = parse(given, problems);
  const shared = sharedOf(values);
  const live = liveNames(given);
  if (values.ROLE !== 'all' && !given.DATABASE_URL) {
    problems.push(`DATABASE_URL: is needed when ROLE is ${values.ROLE}`);
  }
  if (live.length === 0 && env.NODE_ENV !== 'production') {
    if (values.CARRIER === 'twilio')
      problems.push('CARRIER: twilio needs Slack and Twilio credentials');
    refuse(problems);
    return { ...shared, mode: 'sandbox' };
  }
  const config = liveOf(shared, values, createNeeds(given, problems));
  if (problems.length > 0 && live.length > 0) {
    problems.push(`(live mode, because these are set: ${live.join(', ')})`);
  }
  if (live.length === 0) problems.push('NODE_ENV: the sandbox does not start in production');
  refuse(problems);
  return config;
}

/** Any of these, known to us or not, says that somebody means the real world. */
const liveNames = (given: Env): string[] =>
  Object.keys(given).filter((name) => /^(SLACK|TWILIO|WHATSAPP)_/.test(name));

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    `Cannot start, fix the environment (see .env.example):\n  ${problems.join('\n  ')}`,
  );
}

/** Malformed values are told, then left out, so that all other problems can be told too. */
function parse(given: Env, problems: string[]): Settings {
  const issues = settings.safeParse(given).error?.issues ?? [];
  for (const { path, message } of issues) problems.push(`${path.join('.')}: ${message}`);
  const bad = new Set(issues.map(({ path }) => path[0]));
  return settings.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !bad.has(name))),
  );
}

const sharedOf = (values: Settings): SharedConfig => ({
  databaseUrl: values.DATABASE_URL ?? null,
  dataDir: values.DATA_DIR,
  mongodbUri: values.MONGODB_URI ?? null,
  port: values.PORT,
  publicUrl: values.PUBLIC_URL ?? null,
  role: values.ROLE,
  locale: values.LOCALE,
  timezone: values.TIMEZONE,
  logLevel: values.LOG_LEVEL,
});
