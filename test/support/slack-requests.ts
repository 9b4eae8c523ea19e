import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

export type Ack = { body: unknown; ms: number };

export type FakeReceiver = Receiver & {
  /** Hands a request to the app; resolves with its acknowledgement when all listeners are through. */
  deliver(body: Record<string, unknown>): Promise<Ack>;
};

/** Bolt's door without HTTP: what Slack would post goes in, the acknowledgement comes out. */
export function fakeReceiver(): FakeReceiver {
  let app: App | undefined;
  return {
    init(bolt) {
      app = bolt;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    async deliver(body) {
      if (!app) throw new Error('the app was not built with this receiver');
      const started = performance.now();
      const acks: Ack[] = [];
      const event: ReceiverEvent = {
        body,
        ack: async (response: unknown) => {
          acks.push({ body: response, ms: performance.now() - started });
        },
      };
      await app.processEvent(event);
      if (acks.length !== 1) throw new Error(`acknowledged ${acks.length} times`);
      return acks[0] ?? { body: undefined, ms: 0 };
    },
  };
}
