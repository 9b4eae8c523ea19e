import { setTimeout as delay } from 'node:timers/promises';
import twilio from 'twilio';
import { ensureSender } from '../../src/adapters/db/delivery-store.ts';
import { twilioSms } from '../../src/adapters/twilio/index.ts';
import type { Carrier } from '../../src/features/delivery/index.ts';
import { child } from './child.ts';
import { aCampaign, type Ground, servicesOf } from './ground.ts';
import { figure, median, type Row, rates, ratioOf } from './table.ts';

/** What the sending service keeps under way at once. */
const atOnce = 100;

type Desk = { accountSid: string; authToken: string; url: string; apiUrl: string };

/** Messages per second on one local carrier: a bare loop of the client, and the whole send protocol. */
export async function sending(ground: Ground): Promise<Row[]> {
  const carrier = await child<Desk>('./carrier-process.ts');
  try {
    const [rounds, messages] = ground.quick ? [1, 300] : [3, 2_000];
    await bareSends(carrier.first, atOnce, 'to get warm');
    await productSends(ground, carrier.first, { messages: 2 * atOnce, perSecond: 100_000 });
    const [bare, ours]: [number[], number[]] = [[], []];
    // In turn, so that what else the machine does meets both alike.
    for (let round = 1; round <= rounds; round++) {
      await quiet(carrier.first);
      bare.push(await bareSends(carrier.first, messages, `round ${round}`));
      await quiet(carrier.first);
      ours.push(
        perSecondOf(await productSends(ground, carrier.first, { messages, perSecond: 100_000 })),
      );
    }
    await quiet(carrier.first);
    return [
      rates('messages sent, against a loop of the client', median(bare), median(ours), 'per s'),
      ...(await heldRate(ground, carrier.first)),
    ];
  } finally {
    carrier.end();
  }
}

/** The client as it comes, except for where it finds Twilio. */
function bareClient({ accountSid, authToken, apiUrl }: Desk) {
  const httpClient = new twilio.RequestClient({ keepAlive: true, maxSockets: atOnce });
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://api.twilio.com', apiUrl) });
  return twilio(accountSid, authToken, { httpClient });
}

async function bareSends(desk: Desk, messages: number, what: string): Promise<number> {
  const client = bareClient(desk);
  let next = 0;
  const loop = async () => {
    for (let n = next++; n < messages; n = next++) {
      await client.messages.create({
        messagingServiceSid: 'MG00000000000000000000000000000001',
        to: `+1508${2220000 + n}`,
        body: `Ola, aqui e a Fly2Any: ${what}`,
        statusCallback: `${desk.url}/webhooks/twilio/status?t=${n}`,
        validityPeriod: 3_600,
      });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, loop));
  return (messages / (performance.now() - began)) * 1000;
}

/** When each call to the carrier began, in milliseconds. `mostMs` ends the run before all are sent. */
async function productSends(
  ground: Ground,
  desk: Desk,
  {
    messages,
    perSecond,
    mostMs = 40_000,
  }: { messages: number; perSecond: number; mostMs?: number },
): Promise<number[]> {
  const sms = twilioSms({
    ...desk,
    messagingServiceSid: 'MG00000000000000000000000000000001',
    from: null,
    publicUrl: desk.url,
    simulated: true,
  });
  const starts: number[] = [];
  const watched: Carrier = {
    ...sms,
    send(message) {
      starts.push(performance.now());
      return sms.send(message);
    },
  };
  const { sending: service, errors } = servicesOf(ground, watched);
  await ensureSender(ground.db, { id: 'sms', channel: 'sms', perSecond, dayLimit: null });
  const campaign = await aCampaign(ground, { name: 'Bench', people: messages });
  const stop = new AbortController();
  const began = performance.now();
  const running = service.run(stop.signal);
  while (performance.now() - began < mostMs && starts.length < messages) await delay(10);
  stop.abort();
  // Every answer is on disk when it has stopped; that belongs to the work.
  await running;
  const { rows } = await ground.db.pool.query<{ n: number }>(
    `update phone_campaigns set status = 'completed' where id = $1
     returning (select count(*)::int from phone_communications where campaign_id = $1 and sent_at is not null) as n`,
    [campaign],
  );
  if (errors.length > 0) throw errors[0];
  if (starts.length === 0) throw new Error('not one message was sent');
  if (rows[0]?.n !== starts.length) {
    throw new Error(`${starts.length} messages were sent, ${rows[0]?.n} are on record`);
  }
  return [began, ...starts, performance.now()];
}

const perSecondOf = (moments: readonly number[]): number =>
  ((moments.length - 2) / ((moments.at(-1) ?? 0) - (moments[0] ?? 0))) * 1000;

/** A sender asked to hold a rate: what it starts in ten seconds, after its burst of the first one. */
async function heldRate(ground: Ground, desk: Desk): Promise<Row[]> {
  const [asked, seconds] = [100, ground.quick ? 2 : 10];
  const moments = await productSends(ground, desk, {
    messages: asked * (seconds + 8),
    perSecond: asked,
    mostMs: (seconds + 3) * 1000,
  });
  const starts = moments.slice(1, -1);
  const from = (starts[0] ?? 0) + 2_000;
  const counted = starts.filter((at) => at >= from && at < from + seconds * 1000).length;
  const held = counted / seconds;
  const share = (ratioOf(held, asked) ?? 0) * 100;
  const busiest = Array.from({ length: seconds }, (_, n) => {
    const second = from + n * 1000;
    return starts.filter((at) => at >= second && at < second + 1000).length;
  });
  const burst = starts.filter((at) => at < (starts[0] ?? 0) + 1000).length;
  return [
    {
      ...figure(`a sender held to ${asked} per s, over ${seconds} s`, `${share.toFixed(1)} %`),
      bare: `${asked} per s`,
      ratio: held / asked,
      target: '99–101 %',
      ok: share >= 99 && share <= 101,
    },
    figure(
      '  messages in its first second (burst), in its busiest later one',
      `${burst}, ${Math.max(...busiest)}`,
    ),
  ];
}

/** Waits until the carrier has told everything: its callbacks are not somebody else's load. */
async function quiet({ url }: Desk): Promise<void> {
  for (;;) {
    const stats = await fetch(`${url}/stats`).then((answer) => answer.json());
    const { delivered = 0 } = (stats as { byStatus: Record<string, number> }).byStatus;
    if (delivered === (stats as { accepted: number }).accepted) break;
    await delay(100);
  }
  await delay(500);
}
