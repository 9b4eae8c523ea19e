import { setTimeout as delay } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { createSocketConnection, type SocketNeeds } from './connection.ts';

/** What the client says of something that Slack sent. */
type Arrived = {
  envelope_id: string;
  type: string;
  body: ReceiverEvent['body'];
  retry_num?: number;
  retry_reason?: string;
  ack(payload?: unknown): Promise<void>;
};

/** Slack waits so long for an answer. */
const ackMs = 3_000;
/** A stop lets what is under way finish, for so long. */
const graceMs = 5_000;
/** More than Slack ever has on its way at once. */
const remembered = 500;

/**
 * Bolt's receiver over Socket Mode. Bolt's own does an envelope again that Slack sends again, and
 * takes an answer that could not be sent for a failure of the handler.
 */
export function socketReceiver(needs: SocketNeeds): Receiver {
  const { log } = needs;
  const { client, open, close } = createSocketConnection(needs);
  const answers = new Map<string, Promise<unknown>>();
  const underWay = new Set<Promise<void>>();
  let app: App | null = null;

  client.on('slack_event', (arrived: Arrived) => {
    const work = take(arrived).finally(() => underWay.delete(work));
    underWay.add(work);
  });

  async function take(arrived: Arrived): Promise<void> {
    const known = answers.get(arrived.envelope_id);
    if (known) {
      log.info({ type: arrived.type }, 'Slack sent an envelope again: it gets the same answer');
      return answer(arrived, await known);
    }
    const { given, ack } = answering(arrived);
    remember(arrived.envelope_id, given);
    const late = setTimeout(() => {
      log.warn({ type: arrived.type }, 'Slack got no answer within three seconds');
    }, ackMs);
    void given.then(() => clearTimeout(late));
    try {
      await app?.processEvent({
        body: arrived.body,
        ack,
        ...(arrived.retry_num === undefined ? {} : { retryNum: arrived.retry_num }),
        ...(arrived.retry_reason === undefined ? {} : { retryReason: arrived.retry_reason }),
      });
    } catch (error) {
      log.error({ err: error, type: arrived.type }, 'what Slack sent could not be handled');
    } finally {
      clearTimeout(late);
    }
  }

  /** The first answer counts. `given` is what it was, for when it has to be given again. */
  function answering(arrived: Arrived) {
    let isGiven = false;
    let give: (payload: unknown) => void = () => {};
    const given = new Promise<unknown>((resolve) => {
      give = resolve;
    });
    const ack = async (payload?: unknown): Promise<void> => {
      if (isGiven) return;
      isGiven = true;
      give(payload);
      await answer(arrived, payload);
    };
    return { given, ack };
  }

  /** A connection may end before the answer is out; what was asked for is done all the same. */
  async function answer({ ack, type }: Arrived, payload: unknown): Promise<void> {
    await ack(payload).catch((error: unknown) => {
      log.warn({ err: error, type }, 'the connection ended before the answer was out');
    });
  }

  function remember(id: string, given: Promise<unknown>): void {
    answers.set(id, given);
    const [oldest] = answers.keys();
    if (answers.size > remembered && oldest !== undefined) answers.delete(oldest);
  }

  const idle = (): Promise<unknown> =>
    Promise.race([Promise.allSettled(underWay), delay(graceMs, undefined, { ref: false })]);

  return {
    init(bolt) {
      app = bolt;
    },
    start: open,
    async stop() {
      await idle();
      await close();
      await idle();
    },
  };
}
