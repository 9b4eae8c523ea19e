import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readManifest } from '../src/adapters/sandbox/slack/manifest.ts';

const written: unknown = parse(readFileSync('manifest.yml', 'utf8'));
const manifest = readManifest(written);

const slackFolder = 'src/adapters/slack';
const source = readdirSync(slackFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${slackFolder}/${file}`, 'utf8'))
  .join('\n');

const found = (pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort();

/** Bot scopes by Web API method, from the methods' own pages on docs.slack.dev (2026-11-22). */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  // In public channels that the app was not invited to.
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

describe('manifest.yml', () => {
  it('is valid by the schema of Slack', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = JSON.parse(
      readFileSync('test/support/slack-manifest/schema.1.0.0.json', 'utf8'),
    );
    const valid = ajv.validate(schema, written);
    expect(ajv.errors).toBeNull();
    expect(valid).toBe(true);
  });

  it('names exactly the commands that are answered', () => {
    expect(manifest.commands.map(({ command }) => command).sort()).toEqual(
      found(/onCommand\(\s*\w+,\s*'(\/[a-z]+)'/g),
    );
  });

  it('names exactly the shortcuts that are answered', () => {
    const named = Object.fromEntries(
      [...source.matchAll(/(\w+): '([a-z-]+\.[a-z-]+)'/g)].map(([, key = '', id = '']) => [
        key,
        id,
      ]),
    );
    const answered = found(/onShortcut\(\s*\w+,\s*([^,]+),/g).map((id) =>
      id.startsWith("'") ? id.slice(1, -1) : named[id.split('.').at(-1) ?? ''],
    );
    expect(manifest.shortcuts.map(({ callbackId }) => callbackId).sort()).toEqual(answered.sort());
  });

  it('names exactly the events that are heard', () => {
    expect([...manifest.events].sort()).toEqual(found(/onEvent\(\s*\w+,\s*'([a-z_.]+)'/g));
  });

  it('asks for exactly the permissions that the called methods need', () => {
    const direct = found(
      /\b(?:quick|patient|client)\s*\.((?:chat|files|conversations|users|auth)\.\w+)\(/g,
    );
    const views = found(/\bviews\.(open|push|publish|update)\(/g).map((verb) => `views.${verb}`);
    const named = found(/apiCall\('([\w.]+)'/g);
    const called = [...new Set([...direct, ...views, ...named])];
    if (source.includes('filesUploadV2')) called.push('filesUploadV2');
    expect(called.filter((method) => !(method in scopesOf))).toEqual([]);
    const needed = new Set(['commands', ...called.flatMap((method) => scopesOf[method] ?? [])]);
    expect([...manifest.scopes].sort()).toEqual([...needed].sort());
  });

  it('escapes what people type, so that mentions arrive as ids', () => {
    expect(manifest.commands.filter(({ shouldEscape }) => !shouldEscape)).toEqual([]);
  });
});
