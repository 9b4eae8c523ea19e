import { setTimeout as delay } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIPlatformError } from '@slack/web-api';
import { boltLogger } from '../bolt-logger.ts';
import type { Log } from '../log.ts';

export type SocketNeeds = {
  appToken: string;
  apiUrl: string;
  log: Log;
  /** Slack says hello at once; a connection that does not is none. */
  helloMs?: number;
};

/** How long the goodbye may take before the wire is cut. */
const goodbyeMs = 1_000;
/** A connection that held so long was a good one: its end is no reason to wait. */
const goodMs = 10_000;
const waitMs = { first: 250, longest: 30_000 };

export type SocketConnection = {
  client: SocketModeClient;
  /** Resolves with the first hello; throws when the first attempt fails. */
  open(): Promise<void>;
  close(): Promise<void>;
};

/**
 * One connection to Slack, made again whenever it ends, at once after a good one and ever more
 * slowly after failures, until it is closed. The client's own way of doing that waits five seconds
 * each time, in which Slack tells people that the app does not answer, and leaves a rejection that
 * nobody handles, which ends the process, when Slack refuses or the process stops meanwhile.
 */
export function createSocketConnection(needs: SocketNeeds): SocketConnection {
  const { appToken, apiUrl, log, helloMs = 10_000 } = needs;
  const bolt = boltLogger(log);
  const closing = new AbortController();
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    // That a connection ended is no error: `stay` tells what matters about it.
    logger: { ...bolt, error: bolt.info, warn: bolt.info },
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      fetch: (url, init) => fetch(url, { ...init, signal: whicheverEnds(init?.signal) }),
    },
  });
  const whicheverEnds = (signal: AbortSignal | null | undefined) =>
    AbortSignal.any(signal ? [closing.signal, signal] : [closing.signal]);
  let staying: Promise<void> = Promise.resolve();

  // Closed while the address was still being asked for: the client would go on and connect.
  client.on('connecting', () => {
    if (closing.signal.aborted) setImmediate(leave);
  });

  /** Says goodbye; whoever does not answer it is left all the same. */
  function leave(): void {
    const cut = setTimeout(() => void client.disconnect(), goodbyeMs);
    client.once('disconnected', () => clearTimeout(cut));
    void client.disconnect();
  }

  /** Resolves with the hello, to the promise of the connection's end. */
  async function connect(): Promise<{ ended: Promise<void> }> {
    let patience: NodeJS.Timeout | undefined;
    const wait = () => {
      patience = setTimeout(leave, helloMs);
    };
    client.once('connecting', wait);
    let end: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    client.once('disconnected', end);
    try {
      await client.start();
      return { ended };
    } catch (error) {
      client.off('disconnected', end);
      throw error ?? new Error('Slack ended the connection before it said hello');
    } finally {
      clearTimeout(patience);
      client.off('connecting', wait);
    }
  }

  async function stay(first: Promise<{ ended: Promise<void> }>): Promise<void> {
    let attempt = first;
    let failures = 0;
    for (;;) {
      const began = performance.now();
      try {
        const { ended } = await attempt;
        if (failures > 0) log.info({ failures }, 'Slack is connected again');
        await ended;
        failures = performance.now() - began > goodMs ? 0 : failures + 1;
      } catch (error) {
        failures += 1;
        log.warn({ err: error, failures }, 'Slack gives no connection: trying again');
      }
      if (failures > 1) await pause(failures);
      if (closing.signal.aborted) return;
      attempt = connect();
    }
  }

  const pause = (failures: number): Promise<void> => {
    const ms = Math.min(waitMs.longest, waitMs.first * 2 ** (failures - 2));
    const spread = ms * (0.75 + Math.random() / 2);
    return delay(spread, undefined, { signal: closing.signal }).catch(() => {});
  };

  return {
    client,
    async open() {
      const first = connect();
      await first.catch((error: unknown) => {
        throw explained(error);
      });
      staying = stay(first);
    },
    async close() {
      closing.abort();
      leave();
      await staying;
    },
  };
}

/** What somebody who starts the product can do something about. */
function explained(error: unknown): Error {
  if (error instanceof WebAPIPlatformError) {
    const { error: code } = error.data;
    return new Error(`Slack refuses Socket Mode with this app-level token: ${code}`);
  }
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`Slack gives no Socket Mode connection: ${why}`, { cause: error });
}
