import { createServer } from 'node:http';
import { createCanvas } from '@napi-rs/canvas';
import { ExpressReceiver } from '@slack/bolt';
import express from 'express';
import { sandboxPage } from '../../../src/adapters/sandbox/page/sandbox-page.ts';
import { dmOf, sandboxChannels, sandboxPeople } from '../../../src/adapters/sandbox/slack/cast.ts';
import { createWorkspace } from '../../../src/adapters/sandbox/slack/workspace.ts';
import { galleryApp, type Heard } from './app.ts';
import {
  type Blocks,
  campaignCard,
  cardBlocks,
  dataBlocks,
  lineChart,
  richBlocks,
} from './message-blocks.ts';
import { escaped, phoneBook, phoneMessage, wickedName } from './phones.ts';

const token = 'xoxb-gallery';
const signingSecret = 'gallery-secret';
const hour = 3_600_000;

function picture(): Buffer {
  const canvas = createCanvas(720, 360);
  const context = canvas.getContext('2d');
  context.fillStyle = '#e0f3f1';
  context.fillRect(0, 0, 720, 360);
  [90, 150, 220, 180, 260, 300, 210].forEach((height, index) => {
    context.fillStyle = index === 5 ? '#f0a202' : '#0b8a8f';
    context.fillRect(40 + index * 94, 330 - height, 64, height);
  });
  return canvas.toBuffer('image/png');
}

/** The whole sandbox around the gallery app, on a free port of this machine. */
export async function galleryWorld() {
  const site = express();
  const server = createServer(site);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const baseUrl = `http://127.0.0.1:${address.port}`;

  let offsetMs = new Date('2026-11-24T15:05:00Z').getTime() - Date.now();
  const now = () => new Date(Date.now() + offsetMs);
  const phones = phoneBook(now);
  const state = () => ({ now: now().toISOString(), offsetMs, timeZone: 'America/New_York' });
  const move = (ms: number) => {
    offsetMs += ms;
    return state();
  };
  const heard: Heard = [];

  const workspace = await createWorkspace({
    appUrl: baseUrl,
    baseUrl,
    botToken: token,
    signingSecret,
    ackLimitMs: 500,
    fileProcessingMs: 0,
    rateLimits: { postsPerSecond: 100, postsBurst: 200 },
    messageClock: { now },
    people: Object.values(sandboxPeople),
    channels: Object.values(sandboxChannels),
    log: { info: () => {}, warn: () => {} },
    app: {
      name: 'Gallery',
      scopes: [
        'commands',
        'chat:write',
        'files:read',
        'files:write',
        'users:read',
        'im:write',
        'im:history',
        'channels:read',
        'channels:history',
        'links.embed:write',
      ],
      events: ['app_home_opened', 'message.im', 'file_shared', 'message.channels'],
      shortcuts: [
        { type: 'global', callbackId: 'gallery_open', name: 'New campaign' },
        { type: 'message', callbackId: 'gallery_use', name: 'Use as campaign text' },
      ],
      commands: [
        {
          command: '/gallery',
          description: 'Everything the page can show',
          usageHint: 'modal | short | stack | late | broken | expired',
          shouldEscape: true,
        },
        {
          command: '/campaign',
          description: 'Create, approve and follow campaigns',
          usageHint:
            'new | list | show <name> | pause <name> | resume <name> | cancel <name> | why <phone>',
          shouldEscape: true,
        },
        {
          command: '/contacts',
          description: 'Import, find, validate and export contacts',
          usageHint: 'import | find <name> | validate | segment | export | map',
          shouldEscape: true,
        },
      ],
    },
    clock: {
      state,
      advance: move,
      to: (date) => move(date.getTime() - now().getTime()),
      toNextWindow: () => move(18 * hour),
    },
    phones: {
      list: (query) =>
        [...phones]
          .filter(([phone, { name }]) =>
            `${name} ${phone}`.toLowerCase().includes(query.toLowerCase()),
          )
          .map(([phone, { name, messages }]) => ({
            phone,
            name,
            last: messages.at(-1)?.body ?? '',
            at: messages.at(-1)?.at ?? '',
          })),
      thread: (phone) => phones.get(phone)?.messages ?? [],
      reply: (phone, text) => {
        const book = phones.get(phone);
        book?.messages.push(
          phoneMessage(String(Math.random()), 'out', text, 'received', now().toISOString()),
        );
      },
    },
  });

  const receiver = new ExpressReceiver({ signingSecret, endpoints: '/slack/events' });
  site.use(workspace.router);
  site.use(sandboxPage({ firstPerson: sandboxPeople.ana.id }));
  site.use(receiver.app);
  const app = galleryApp(receiver, workspace.apiUrl, token, heard);
  await app.init();

  return {
    baseUrl,
    heard,
    client: app.client,
    phones,
    /** Fills the channels with everything there is to see. */
    async fill(): Promise<void> {
      const { general, approvals, replies } = sandboxChannels;
      const say = (channel: string, text: string, blocks: Blocks = [], thread?: string) =>
        app.client.chat.postMessage({
          channel,
          text,
          ...(blocks.length > 0 ? { blocks } : {}),
          ...(thread ? { thread_ts: thread } : {}),
        });
      const file = await uploadPicture(app.client);
      await say(general.id, 'Data', dataBlocks());
      await say(general.id, 'A line', lineChart());
      await say(general.id, 'Cards', cardBlocks(file));
      await say(general.id, 'Rich', richBlocks(file));
      const card = await say(
        approvals.id,
        'Summer packages wait for approval',
        campaignCard(now()),
      );
      await say(approvals.id, 'Submitted by <@U01ANARIBEI>', [], card.ts);
      await say(
        approvals.id,
        ':hourglass_flowing_sand: Counting: *3,247* people',
        undefined,
        card.ts,
      );
      await say(
        replies.id,
        `${escaped(wickedName)} (+1 ••• ••• 0789) answered: “${escaped('<!channel> <https://evil.example|SIM>')}” :white_check_mark:`,
      );
      await say(
        dmOf(sandboxPeople.ana.id),
        'Your import is ready: *14,238* contacts, 287 rejected.',
      );
    },
    async close(): Promise<void> {
      await workspace.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function uploadPicture(client: ReturnType<typeof galleryApp>['client']): Promise<string> {
  const answer = await client.filesUploadV2({
    filename: 'sends.png',
    file: picture(),
    alt_text: 'Sends per hour',
  });
  const id = answer.files?.[0]?.files?.[0]?.id;
  if (!id) throw new Error('the picture was not uploaded');
  return id;
}
