import { App } from '@slack/bolt';
import { socketReceiver } from '../../src/adapters/slack/socket/receiver.ts';

/**
 * A process with nothing but Socket Mode: `node --import tsx socket-child.ts API_URL APP_TOKEN`.
 * Says `connected`, is told to stop by SIGTERM, and then ends by itself if nothing is left running.
 */
const [apiUrl = '', appToken = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const none = () => {};
const error = (_: object, text: string) => say(`error ${text}`);

const receiver = socketReceiver({
  apiUrl,
  appToken,
  log: { debug: none, info: none, warn: none, error },
});
new App({ receiver, convoStore: false, authorize: async () => ({ botToken: 'xoxb-1' }) });
process.once('SIGTERM', async () => {
  await receiver.stop();
  say('left');
});
await receiver.start();
say('connected');
