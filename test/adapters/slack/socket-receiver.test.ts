import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { App, type Receiver } from '@slack/bolt';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended } from '../../../scripts/demo/product.ts';
import { socketReceiver } from '../../../src/adapters/slack/socket/receiver.ts';
import { serve } from '../../support/http-server.ts';
import { type Envelope, type SocketSlack, socketSlack } from '../../support/socket-slack.ts';

const childFile = join(import.meta.dirname, '../../support/socket-child.ts');

/** A rejection that nobody handles would end the product; here it fails the run. */
describe('the connection of Socket Mode', () => {
  let slack: SocketSlack;
  let api: Awaited<ReturnType<typeof serve>>;
  let receiver: Receiver;
  let said: { level: string; text: string }[];
  let handled: string[];
  let handle: (text: string, ack: () => Promise<void>) => Promise<void>;

  beforeEach(async () => {
    slack = await socketSlack();
    api = await serve(express().use(slack.methods));
    handled = [];
    said = [];
    handle = (_, ack) => ack();
    receiver = receiverWith(slack.appToken);
  });
  afterEach(async () => {
    await receiver.stop();
    await slack.close();
    await api.close();
  });

  function receiverWith(appToken: string): Receiver {
    const write = (level: string) => (_: object, text: string) => void said.push({ level, text });
    const made = socketReceiver({
      appToken,
      apiUrl: `${api.url}/api/`,
      helloMs: 300,
      log: {
        debug: write('debug'),
        info: write('info'),
        warn: write('warn'),
        error: write('error'),
      },
    });
    const app = new App({
      receiver: made,
      convoStore: false,
      authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }),
    });
    app.command('/do', async ({ command, ack }) => {
      await handle(command.text, ack);
      handled.push(command.text);
    });
    return made;
  }

  const command = (text: string): Envelope => ({
    envelope_id: `envelope-${text}`,
    type: 'slash_commands',
    payload: { command: '/do', text, user_id: 'U2', team_id: 'T1', channel_id: 'C1' },
    accepts_response_payload: true,
  });
  const connected = () => expect.poll(() => slack.connections(), { interval: 10 }).toBe(1);
  const errors = () => said.filter(({ level }) => level === 'error');

  it('refuses to start with a token that Slack refuses, and says so', async () => {
    const refused = receiverWith('xapp-of-somebody-else');
    await expect(refused.start()).rejects.toThrow('app-level token: invalid_auth');
    await refused.stop();
    expect(slack.opened()).toBe(1);
  });

  it.each([
    ['refuses the token', { status: 200, body: { ok: false, error: 'invalid_auth' } }],
    ['is broken', { status: 500, body: {} }],
    ['talks nonsense', { status: 200, body: { ok: true } }],
  ])('goes on trying while Slack %s, and is there again afterwards', async (_, trouble) => {
    await receiver.start();
    slack.setTrouble(trouble);
    slack.drop();
    await expect.poll(() => slack.opened()).toBeGreaterThan(3);
    slack.setTrouble(null);
    await connected();
    expect(await slack.deliver(command('a'))).toMatchObject({ status: 200 });
    expect(handled).toEqual(['a']);
    expect(errors()).toEqual([]);
  });

  it('is there again at once when Slack renews the connection', async () => {
    await receiver.start();
    const began = performance.now();
    slack.disconnect('refresh_requested');
    await expect.poll(() => slack.opened(), { interval: 10 }).toBe(2);
    await connected();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('gives up a connection on which nobody says hello', async () => {
    await receiver.start();
    slack.setSilent(true);
    slack.drop();
    await expect.poll(() => slack.opened()).toBeGreaterThan(2);
    slack.setSilent(false);
    await expect.poll(() => said.at(-1)?.text).toBe('Slack is connected again');
  });

  it('does what was asked for when the connection ends before the answer is out', async () => {
    await receiver.start();
    let begun: () => void = () => {};
    const isUnderWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    handle = async (_, ack) => {
      begun();
      await expect.poll(() => slack.closed, { interval: 10 }).toHaveLength(1);
      await ack();
    };
    const answer = slack.deliver(command('slow'));
    await isUnderWay;
    slack.drop();
    await expect.poll(() => handled).toEqual(['slow']);
    handle = (_, ack) => ack();
    await connected();
    // Slack heard nothing, so it sends the envelope again.
    expect(await slack.deliver(command('slow'))).toMatchObject({ status: 200 });
    await answer;
    expect(handled).toEqual(['slow']);
    expect(errors()).toEqual([]);
  });

  it('does not do an envelope again that comes again while it is under way', async () => {
    await receiver.start();
    let finish: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    handle = async (_, ack) => {
      await asked;
      await ack();
    };
    const first = slack.deliver(command('twice'));
    const second = slack.deliver(command('twice'));
    finish();
    expect(await second).toMatchObject({ status: 200 });
    await first;
    expect(handled).toEqual(['twice']);
  });

  it('finishes what is under way before it leaves', async () => {
    await receiver.start();
    let finish: () => void = () => {};
    handle = async (_, ack) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      await ack();
    };
    const answer = slack.deliver(command('last'));
    await expect.poll(() => finish.toString()).not.toBe('() => {}');
    const stopped = receiver.stop();
    finish();
    expect(await answer).toMatchObject({ status: 200 });
    await stopped;
    expect(handled).toEqual(['last']);
    await expect.poll(() => slack.connections()).toBe(0);
  });

  const moments: [string, () => Promise<void> | void][] = [
    ['with a connection', () => {}],
    [
      'while it waits for the hello',
      async () => {
        slack.setSilent(true);
        slack.drop();
        await expect.poll(() => slack.opened(), { interval: 5 }).toBe(2);
        await connected();
      },
    ],
    [
      'between two attempts',
      async () => {
        slack.setTrouble({ status: 500, body: {} });
        slack.drop();
        await expect.poll(() => slack.opened(), { interval: 5 }).toBe(4);
      },
    ],
    [
      'while it asks where to connect',
      async () => {
        slack.setTrouble('no answer');
        slack.drop();
        await expect.poll(() => slack.opened(), { interval: 5 }).toBe(2);
      },
    ],
    ['from a Slack that does not answer any more', () => slack.freeze()],
  ];
  it.each(moments)('stops %s, and leaves nothing running', async (_, come) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', childFile, `${api.url}/api/`, slack.appToken],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    try {
      await expect.poll(() => output).toBe('connected\n');
      await come();
      child.kill('SIGTERM');
      const asked = performance.now();
      await ended(child);
      expect(output).toBe('connected\nleft\n');
      expect(child.exitCode).toBe(0);
      expect(performance.now() - asked).toBeLessThan(5_000);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
