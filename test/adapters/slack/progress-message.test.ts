import { describe, expect, it } from 'vitest';
import type { SlackMessage } from '../../../src/adapters/slack/blocks.ts';
import type { Post } from '../../../src/adapters/slack/post.ts';
import { progressMessage } from '../../../src/adapters/slack/progress-message.ts';

const at = { channel: 'D1', ts: '1.1' };
const log = { debug() {}, info() {}, warn() {}, error() {} };

function poster({ gone = false, failing = false } = {}) {
  const shown: { text: string; at: number }[] = [];
  const post: Pick<Post, 'update' | 'toChannel'> = {
    async update(_at, { text }: SlackMessage) {
      if (failing && text !== 'end') throw new Error('ratelimited');
      if (gone) return false;
      shown.push({ text, at: performance.now() });
      return true;
    },
    async toChannel(channel, { text }) {
      shown.push({ text: `new: ${text}`, at: performance.now() });
      return { channel, ts: '2.2' };
    },
  };
  const never = () => Promise.reject(new Error('not expected'));
  const whole: Post = { toPerson: never, ephemeral: never, conversationWith: never, ...post };
  return { shown, post: whole };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a progress message', () => {
  it('shows the newest state, with a pause between two changes, and the end last', async () => {
    const { shown, post } = poster();
    const progress = progressMessage(post, at, { log, gapMs: 60 });
    for (let i = 1; i <= 40; i += 1) {
      progress.show({ text: String(i) });
      await pause(5);
    }
    expect(await progress.finish({ text: 'end' })).toEqual(at);
    expect(shown.at(-1)?.text).toBe('end');
    const during = shown.slice(0, -1);
    expect(during.length).toBeGreaterThan(1);
    expect(during.length).toBeLessThan(8);
    for (const [i, one] of during.entries()) {
      if (i > 0) expect(one.at - (during[i - 1]?.at ?? 0)).toBeGreaterThan(55);
    }
    const numbers = during.map(({ text }) => Number(text));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await pause(80);
    expect(shown.at(-1)?.text).toBe('end');
  });

  it('does not fail the work when Slack does not take the progress', async () => {
    const { shown, post } = poster({ failing: true });
    const progress = progressMessage(post, at, { log, gapMs: 1 });
    progress.show({ text: '1' });
    await pause(10);
    await progress.finish({ text: 'end' });
    expect(shown.map(({ text }) => text)).toEqual(['end']);
  });

  it('posts the end anew when somebody deleted the message', async () => {
    const { shown, post } = poster({ gone: true });
    const posted = await progressMessage(post, at, { log }).finish({ text: 'end' });
    expect(posted).toEqual({ channel: 'D1', ts: '2.2' });
    expect(shown.map(({ text }) => text)).toEqual(['new: end']);
  });
});
