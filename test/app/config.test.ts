import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { settings } from '../../src/app/settings.ts';

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-3',
  SLACK_SIGNING_SECRET: 'shh',
  SLACK_ADMINS: 'U0123456789, W0123456789',
  APPROVALS_CHANNEL: 'C0APPROVALS',
  DIGEST_CHANNEL: 'C0DIGEST',
};
const twilio = {
  TWILIO_ACCOUNT_SID: 'AC0123',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_MESSAGING_SERVICE_SID: 'MG0123',
};
const live = (env: Record<string, string> = {}) => {
  const config = readConfig({ ...slack, ...env });
  if (config.mode !== 'live') throw new Error('not live');
  return config;
};
const problemsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('the sandbox', () => {
  it('is what starts when nothing is set', () => {
    expect(readConfig({})).toEqual({
      mode: 'sandbox',
      databaseUrl: null,
      dataDir: './.data',
      mongodbUri: null,
      port: 3000,
      publicUrl: null,
      role: 'all',
      locale: 'en',
      timezone: 'America/New_York',
      logLevel: 'info',
    });
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', TWILIO_AUTH_TOKEN: ' ' }).mode).toBe('sandbox');
  });

  it('never uses credentials of a real provider that happen to be in the environment', () => {
    const config = readConfig({ OPENAI_API_KEY: 'sk-real', NUMVERIFY_API_KEY: 'real' });
    expect(JSON.stringify(config)).not.toContain('real');
  });

  it('does not start in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('SLACK_BOT_TOKEN');
    expect(problemsOf({ NODE_ENV: 'production' })).toContain(
      'sandbox does not start in production',
    );
  });

  it.each(['SLACK_TOKEN', 'TWILIO_API_URL', 'WHATSAPP_TOKEN', 'SLACK_API_URL'])(
    'does not start when %s is set: a partial set is an error',
    (name) => {
      expect(problemsOf({ [name]: 'https://x.example' })).toContain('SLACK_BOT_TOKEN');
    },
  );

  it('may be split in processes when they share a database', () => {
    expect(problemsOf({ ROLE: 'worker' })).toContain('DATABASE_URL');
    expect(readConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://u:p@h/db' }).role).toBe('worker');
  });

  it('cannot be asked to send for real', () => {
    expect(problemsOf({ CARRIER: 'twilio' })).toContain('CARRIER');
  });
});

describe('the live mode', () => {
  it('listens over HTTP with a signing secret, by Socket Mode with an app token', () => {
    expect(live().slack.door).toEqual({ kind: 'http', signingSecret: 'shh' });
    expect(live({ SLACK_APP_TOKEN: 'xapp-1' }).slack.door).toEqual({
      kind: 'socket',
      appToken: 'xapp-1',
    });
    expect(problemsOf({ ...slack, SLACK_SIGNING_SECRET: '' })).toContain('SLACK_APP_TOKEN');
  });

  it('refuses to start without admins', () => {
    expect(problemsOf({ ...slack, SLACK_ADMINS: '' })).toContain('SLACK_ADMINS');
    expect(live().slack.admins).toEqual(['U0123456789', 'W0123456789']);
  });

  it('sends with the simulated carrier unless told otherwise, even with credentials at hand', () => {
    expect(live(twilio).carrier).toEqual({ kind: 'sandbox' });
  });

  it('sends through Twilio only with its credentials, a sender and a public address', () => {
    const text = problemsOf({ ...slack, CARRIER: 'twilio' });
    for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_SMS_FROM', 'PUBLIC_URL']) {
      expect(text).toContain(name);
    }
    const { carrier } = live({ ...twilio, CARRIER: 'twilio', PUBLIC_URL: 'https://a.example/' });
    expect(carrier).toMatchObject({ kind: 'twilio', publicUrl: 'https://a.example' });
  });

  it.each([
    [{ TWILIO_ACCOUNT_SID: 'AC1' }, 'TWILIO_AUTH_TOKEN'],
    [{ WHATSAPP_TOKEN: 't' }, 'WHATSAPP_APP_SECRET'],
    [{ NEUSTAR_USERNAME: 'n' }, 'NEUSTAR_SERVICE_ID'],
    [{ NUMVERIFY_URL: 'https://n.example' }, 'NUMVERIFY_API_KEY'],
    [{ OPENAI_MODEL: 'm' }, 'OPENAI_API_KEY'],
    [{ SMTP_URL: 'smtp://m.example' }, 'MAIL_TO'],
  ])('takes a partial set for an error: %j', (env, missing) => {
    expect(problemsOf({ ...slack, ...env })).toContain(missing);
  });

  it('asks Neustar only for what its map says, and takes no map that cannot be read', () => {
    const neustar = { NEUSTAR_USERNAME: 'n', NEUSTAR_PASSWORD: 'p', NEUSTAR_SERVICE_ID: '1' };
    expect(live(neustar).neustar).toMatchObject({ username: 'n', elements: null });
    const map = [{ element: '1320', slot: 4, as: 'lineType', values: { W: 'mobile' } }];
    const read = live({
      ...neustar,
      NEUSTAR_ELEMENTS: JSON.stringify(map),
      NEUSTAR_PRICE: '0.015',
    });
    expect(read.neustar?.elements).toEqual(map);
    expect(read.neustar?.price?.toFixed(3)).toBe('0.015');
    for (const bad of ['{', '[]', '[{"element":"x","as":"lineType"}]']) {
      expect(problemsOf({ ...slack, ...neustar, NEUSTAR_ELEMENTS: bad })).toContain(
        'NEUSTAR_ELEMENTS',
      );
    }
    expect(problemsOf({ ...slack, NUMVERIFY_API_KEY: 'k', NUMVERIFY_PRICE: '3 cents' })).toContain(
      'NUMVERIFY_PRICE',
    );
  });

  it('asks Lookup for the line type, unless told otherwise', () => {
    const packages = (env: Record<string, string>) => {
      const config = live({
        ...twilio,
        CARRIER: 'twilio',
        PUBLIC_URL: 'https://a.example',
        ...env,
      });
      return config.carrier.kind === 'twilio' ? config.carrier.twilio.lookupPackages : null;
    };
    expect(packages({})).toEqual(['line_type']);
    expect(packages({ TWILIO_LOOKUP_PACKAGES: 'none' })).toEqual([]);
    expect(packages({ TWILIO_LOOKUP_PACKAGES: 'line_type, line_status' })).toEqual([
      'line_type',
      'line_status',
    ]);
    expect(problemsOf({ ...slack, ...twilio, TWILIO_LOOKUP_PACKAGES: 'everything' })).toContain(
      'TWILIO_LOOKUP_PACKAGES',
    );
  });

  it('sends no secret over plain http, except to this machine', () => {
    expect(problemsOf({ ...slack, SLACK_API_URL: 'http://slack.example' })).toContain('https://');
    expect(live({ SLACK_API_URL: 'http://127.0.0.1:9/api/' }).slack.apiUrl).toBe(
      'http://127.0.0.1:9/api',
    );
  });

  it('uses the digest and approvals channels where no other is named', () => {
    expect(live({ ALERTS_CHANNEL: 'C0ALERTS' }).slack.channels).toEqual({
      approvals: 'C0APPROVALS',
      digest: 'C0DIGEST',
      weekly: 'C0DIGEST',
      replies: 'C0APPROVALS',
      alerts: 'C0ALERTS',
    });
  });
});

describe('problems', () => {
  it('are listed all at once, malformed, missing and contradicting ones', () => {
    const text = problemsOf({
      ...slack,
      SLACK_BOT_TOKEN: 'wrong-token',
      SLACK_ADMINS: '',
      PORT: '70000',
      TIMEZONE: 'Mars/Olympus',
      LOCALE: 'fr',
      DATABASE_URL: 'mysql://secret@host/db',
      CARRIER: 'twilio',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_ADMINS',
      'PORT',
      'TIMEZONE',
      'LOCALE',
      'DATABASE_URL',
      'TWILIO_ACCOUNT_SID',
      'PUBLIC_URL',
    ]) {
      expect(text).toContain(`${name}`);
    }
  });

  it.each(Object.keys(settings.shape))('with %s never show its value', (name) => {
    expect(problemsOf({ [name]: '\u0000 s3cr3t-valu3', ROLE: 'worker' })).not.toContain('s3cr3t');
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const written = lines.flatMap((line) => {
    const [, off = '', name = '', value = ''] = /^(#?)([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name ? [{ name, set: off === '', value }] : [];
  });

  it('names exactly what the product reads', () => {
    expect(written.map(({ name }) => name).sort()).toEqual(Object.keys(settings.shape).sort());
  });

  it('as it stands means the same as nothing at all', () => {
    const set = written.filter((entry) => entry.set).map(({ name, value }) => [name, value]);
    expect(readConfig(Object.fromEntries(set))).toEqual(readConfig({}));
  });
});
