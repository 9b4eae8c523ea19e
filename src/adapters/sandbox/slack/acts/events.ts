import type { ActResult } from '../page-contract.ts';
import type { Acknowledgement } from '../signed-requests.ts';
import type { Json } from '../state/rendered.ts';
import type { World } from '../world.ts';
import { type Acting, nothingSent, outcomeOf } from './outcome.ts';

const kindsOfMessage: Readonly<Record<string, string>> = {
  im: 'message.im',
  channel: 'message.channels',
  group: 'message.groups',
};

/** The name under which the manifest subscribes to an event. */
const subscriptionOf = (event: Json): string =>
  event.type === 'message'
    ? (kindsOfMessage[String(event.channel_type)] ?? 'message')
    : String(event.type);

const usualRetriesMs = [0, 60_000, 300_000];

/** Sends events the app subscribed to, and sends them again when they are not acknowledged. */
export function createEvents(world: World) {
  const delays = world.options.eventRetryDelaysMs ?? usualRetriesMs;
  const timers = new Set<NodeJS.Timeout>();

  const isAcked = (ack: Acknowledgement) => !ack.late && ack.status >= 200 && ack.status < 300;

  function tryAgain(event: Json, sent: { id: string; time: number }, number: number, why: string) {
    const delay = delays[number - 1];
    if (delay === undefined) return;
    const timer = setTimeout(async () => {
      timers.delete(timer);
      const ack = await world.driver.event(
        { event, eventId: sent.id, eventTime: sent.time },
        { number, reason: why },
      );
      if (!isAcked(ack)) tryAgain(event, sent, number + 1, reasonOf(ack));
    }, delay);
    timers.add(timer);
  }

  const reasonOf = (ack: Acknowledgement): string => {
    if (ack.late) return 'http_timeout';
    return ack.status === 0 ? 'connection_failed' : 'http_error';
  };

  return {
    async send(acting: Acting, event: Json): Promise<ActResult> {
      if (!world.options.app.events.includes(subscriptionOf(event))) return nothingSent;
      const time = Math.floor(world.clock.now().getTime() / 1000);
      const id = world.ids.id('Ev');
      const ack = await world.driver.event({ event, eventId: id, eventTime: time });
      if (!isAcked(ack)) tryAgain(event, { id, time }, 1, reasonOf(ack));
      return outcomeOf(acting, `The event ${String(event.type)}`, ack);
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Events = ReturnType<typeof createEvents>;
