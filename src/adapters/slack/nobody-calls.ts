import type { Receiver } from '@slack/bolt';

/** For a worker: it speaks to Slack, and Slack never speaks to it. */
export const nobodyCalls = (): Receiver => ({
  init: () => {},
  start: async () => {},
  stop: async () => {},
});
