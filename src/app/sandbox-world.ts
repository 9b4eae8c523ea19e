import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from 'express';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSandbox, saveSandbox } from '../adapters/db/instance.ts';
import { createSandboxCarrier, fileJournal } from '../adapters/sandbox/carrier/index.ts';
import { sandboxPage } from '../adapters/sandbox/page/sandbox-page.ts';
import { sandboxChannels, sandboxPeople } from '../adapters/sandbox/slack/cast.ts';
import { loopbackOnly } from '../adapters/sandbox/slack/loopback-only.ts';
import { readManifest } from '../adapters/sandbox/slack/manifest.ts';
import { folderPersistence } from '../adapters/sandbox/slack/persistence.ts';
import { createWorkspace } from '../adapters/sandbox/slack/workspace.ts';
import { twilioSignatureCheck, twilioSms } from '../adapters/twilio/index.ts';
import { pretendLookups } from './lookups.ts';
import { sandboxClock, sandboxContacts } from './sandbox-parts.ts';
import type { Storage } from './storage.ts';
import type { World } from './world.ts';

/** Where the pretend world of a web process listens, for the workers beside it; new at each start. */
const addressBook = z.object({
  baseUrl: z.url(),
  botToken: z.string(),
  signingSecret: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
});
type AddressBook = z.output<typeof addressBook>;

export type SandboxNeeds = {
  storage: Storage;
  port: number;
  dataDir: string;
  timeZone: string;
  log: { info(details: object, text: string): void; warn(details: object, text: string): void };
};

/** Starts a pretend Slack workspace and a pretend carrier on this process' own port. */
export async function openSandbox(needs: SandboxNeeds, express: Application): Promise<World> {
  const { storage, port, log } = needs;
  const secret = () => randomBytes(16).toString('hex');
  const book: AddressBook = {
    baseUrl: `http://127.0.0.1:${port}`,
    botToken: `xoxb-sandbox-${secret()}`,
    signingSecret: secret(),
    accountSid: `AC${secret()}`,
    authToken: secret(),
  };
  const folder = join(needs.dataDir, 'sandbox');
  const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  const carrier = createSandboxCarrier({
    accountSid: book.accountSid,
    authToken: book.authToken,
    inboundUrl: `${book.baseUrl}/webhooks/twilio/inbound`,
    contacts: sandboxContacts(storage.db),
    journal: fileJournal(join(folder, 'carrier.jsonl')),
    clock: storage.clock,
    queuedCallbacks: false,
    // As a real carrier calls: what comes together is written together.
    callbacksAtOnce: 64,
    onChange: () => workspace.announce({ what: 'phones' }),
    log,
  });
  const workspace = await createWorkspace({
    appUrl: book.baseUrl,
    baseUrl: book.baseUrl,
    botToken: book.botToken,
    signingSecret: book.signingSecret,
    app: readManifest(manifest),
    people: Object.values(sandboxPeople),
    channels: Object.values(sandboxChannels),
    messageClock: storage.clock,
    clock: sandboxClock(storage, needs.timeZone),
    phones: carrier.phones,
    persist: folderPersistence(join(folder, 'slack')),
    log,
  });
  express.use(loopbackOnly(port));
  // First who is asked most: a campaign or a check of all numbers means tens of thousands of calls.
  express.use('/sandbox/carrier', carrier.router);
  express.use(sandboxPage({ firstPerson: sandboxPeople.ana.id }));
  express.use(workspace.router);
  express.get('/sandbox/api/carrier-log', (_request, response) => {
    response.json(carrier.log());
  });
  return {
    ...partsOf(book),
    door: (app) => ({ kind: 'http', signingSecret: book.signingSecret, express: app }),
    async begin() {
      await saveSandbox(storage.db, book);
      await carrier.start();
    },
    async close() {
      await carrier.close();
      await workspace.close();
    },
  };
}

/** A worker beside a sandbox: talks to what the web process pretends. Throws when there is none. */
export async function joinSandbox({ storage }: Pick<SandboxNeeds, 'storage'>): Promise<World> {
  const book = await readSandbox(storage.db, addressBook);
  if (!book) {
    throw new Error(
      'No sandbox runs on this database yet. Start the web process first (ROLE=web).',
    );
  }
  return { ...partsOf(book), door: null, begin: async () => {}, close: async () => {} };
}

function partsOf(book: AddressBook): Omit<World, 'door' | 'begin' | 'close'> {
  const account = {
    accountSid: book.accountSid,
    authToken: book.authToken,
    apiUrl: `${book.baseUrl}/sandbox/carrier`,
  };
  const { general: _, ...channels } = sandboxChannels;
  return {
    slack: {
      token: book.botToken,
      apiUrl: `${book.baseUrl}/sandbox/slack/api/`,
      channels: {
        approvals: channels.approvals.id,
        digest: channels.digest.id,
        weekly: channels.weekly.id,
        replies: channels.replies.id,
        alerts: channels.alerts.id,
      },
    },
    carrier: twilioSms({
      ...account,
      messagingServiceSid: 'MG00000000000000000000000000000001',
      from: null,
      publicUrl: book.baseUrl,
      simulated: true,
    }),
    lookups: pretendLookups(account),
    verifyTwilio: twilioSignatureCheck({ authToken: book.authToken, publicUrl: book.baseUrl }),
    sender: { perSecond: 400, dayLimit: null },
    members: Object.values(sandboxPeople).map(({ id, title }) => ({ userId: id, role: title })),
    simulated: true,
  };
}
