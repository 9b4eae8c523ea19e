import { createEmulator } from 'emulate';
import { freePort } from '../../scripts/demo/product.ts';
import { emulatedSlack } from '../support/emulated-slack.ts';
import type { SocketSlack } from '../support/socket-slack.ts';

/** The outside world as somebody else understood it: `emulate` as Slack's Web API and as Twilio. */

const account = { sid: `AC${'0'.repeat(32)}`, auth_token: 'a-token-of-the-double' };
const ourNumber = '+18605550100';
const signingSecret = 'a-signing-secret-of-the-double';
const channels = ['approvals', 'campaigns-digest', 'weekly', 'replies', 'alerts'] as const;

export type DoubledMessage = { sid: string; to: string; body: string; direction: string };

/** With a `socket`, Slack reaches the app through it and not over HTTP. */
export async function outsideDouble(people: string[], socket?: SocketSlack) {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const slack = await emulatedSlack({
    appUrl: publicUrl,
    signingSecret,
    channels: [...channels],
    people,
    ...(socket ? { door: socket } : {}),
  });
  const twilio = await createEmulator({
    service: 'twilio',
    port: await freePort(),
    seed: {
      twilio: {
        account,
        phone_numbers: [
          { phone_number: ourNumber, sms_url: `${publicUrl}/webhooks/twilio/inbound` },
        ],
      },
    },
  });
  const named = await Promise.all(
    channels.map(async (name) => [name, await slack.channelId(name)] as const),
  );
  const ids: Readonly<Record<string, string>> = Object.fromEntries(named);

  async function ask<Answer>(path: string, form?: Record<string, string>): Promise<Answer> {
    const authorization = `Basic ${Buffer.from(`${account.sid}:${account.auth_token}`).toString('base64')}`;
    const response = await fetch(`${twilio.url}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { authorization },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
  const messages = async () => {
    const path = `/2010-04-01/Accounts/${account.sid}/Messages.json?PageSize=500`;
    return (await ask<{ messages: DoubledMessage[] }>(path)).messages;
  };

  /** Somebody's conversation with the app. */
  async function dmOf(user: { id: string }): Promise<string> {
    const args = { users: user.id, return_im: 'true' };
    const { channel } = await slack.call('conversations.open', args);
    return String(Object(channel).id);
  }

  return {
    slack,
    /** Ids by name. */
    channels: ids,
    /** What the real process would be given to work with these two. */
    env: {
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      SLACK_BOT_TOKEN: slack.token,
      ...(socket ? { SLACK_APP_TOKEN: socket.appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
      SLACK_API_URL: slack.apiUrl,
      SLACK_ADMINS: 'U000000001',
      CARRIER: 'twilio',
      TWILIO_ACCOUNT_SID: account.sid,
      TWILIO_AUTH_TOKEN: account.auth_token,
      TWILIO_SMS_FROM: ourNumber,
      TWILIO_API_URL: twilio.url,
      APPROVALS_CHANNEL: ids.approvals ?? '',
      DIGEST_CHANNEL: ids['campaigns-digest'] ?? '',
      WEEKLY_CHANNEL: ids.weekly ?? '',
      REPLIES_CHANNEL: ids.replies ?? '',
      ALERTS_CHANNEL: ids.alerts ?? '',
    },
    /** What Twilio was asked to send, oldest first. */
    sent: async () => (await messages()).filter((m) => m.direction === 'outbound-api').reverse(),
    /** Twilio says what became of a message, with a signed callback. */
    report: (sid: string, status: string) =>
      ask('/_twilio/simulate/message-status', { MessageSid: sid, Status: status }),
    /** Somebody writes to our number. */
    write: (from: string, text: string) =>
      ask<DoubledMessage>('/_twilio/simulate/inbound-message', {
        From: from,
        To: ourNumber,
        Body: text,
      }),
    async personId(name: string): Promise<string> {
      const { members } = await slack.call('users.list');
      const all = Array.isArray(members) ? members : [];
      return String(all.find((one: { name?: string }) => one.name === name)?.id);
    },
    /** Drops a file into somebody's conversation with the app, and has Slack tell the app. */
    async drop(user: { id: string; handle: string }, name: string, content: Buffer): Promise<void> {
      const as = `xoxp-${user.handle}`;
      const length = String(content.length);
      const session = await slack.call(
        'files.getUploadURLExternal',
        { filename: name, length },
        as,
      );
      await fetch(String(session.upload_url), { method: 'POST', body: new Uint8Array(content) });
      const bot = await slack.call('auth.test');
      const files = JSON.stringify([{ id: session.file_id }]);
      const done = await slack.call(
        'files.completeUploadExternal',
        { files, channel_id: String(bot.user_id) },
        as,
      );
      if (done.ok !== true) throw new Error(`the double took no file: ${JSON.stringify(done)}`);
      const event = {
        type: 'file_shared',
        file_id: String(session.file_id),
        user_id: user.id,
        channel_id: await dmOf(user),
        event_ts: '1.0',
      };
      await slack.driver.event({
        event,
        eventId: `Ev${session.file_id}`,
        eventTime: Math.floor(Date.now() / 1000),
      });
    },
    dmOf,
    async close() {
      await twilio.close();
      await slack.close();
    },
  };
}

export type OutsideDouble = Awaited<ReturnType<typeof outsideDouble>>;
