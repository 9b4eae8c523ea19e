import express from 'express';
import twilio from 'twilio';
import { twilioWebhooks } from '../../src/adapters/http/index.ts';
import { carrierStatus, twilioSignatureCheck } from '../../src/adapters/twilio/index.ts';
import { child } from './child.ts';
import { aCampaign, type Ground, servicesOf } from './ground.ts';
import { listening } from './http.ts';
import { type Row, rates } from './table.ts';
import type { Round, RoundAnswer } from './webhook-caller.ts';

const authToken = 'a-token-of-the-bench';

/** Status callbacks per second: a handler that only checks the signature, and ours with its database. */
export async function webhooks(ground: Ground): Promise<Row[]> {
  const count = ground.quick ? 300 : 4_000;
  const caller = await child('./webhook-caller.ts');
  const app = express();
  const { url, close } = await listening(app);
  app.post('/bare', express.urlencoded({ extended: false }), (request, response) => {
    const signature = request.header('x-twilio-signature') ?? '';
    const genuine = twilio.validateRequest(
      authToken,
      signature,
      `${url}${request.originalUrl}`,
      request.body,
    );
    response.status(genuine ? 204 : 403).end();
  });
  const services = servicesOf(ground);
  const troubles: object[] = [];
  app.use(
    '/webhooks/twilio',
    twilioWebhooks({
      verify: twilioSignatureCheck({ authToken, publicUrl: url }),
      statusOf: carrierStatus,
      delivery: services.receipts,
      conversations: services.conversations,
      clock: ground.clock,
      log: { info: () => {}, warn: () => {}, error: (details) => void troubles.push(details) },
    }),
  );
  const round = async (path: string, forms: Round['forms']): Promise<number> => {
    const answer = await caller.ask<RoundAnswer>({ url: `${url}${path}`, authToken, forms });
    if (answer.refused > 0)
      throw new Error(`${path} refused ${answer.refused} callbacks`, { cause: troubles[0] });
    return (answer.calls / answer.ms) * 1000;
  };
  try {
    const warm = await someSent(ground, 100);
    await round('/bare', warm);
    await round('/webhooks/twilio/status', warm);
    const forms = await someSent(ground, count);
    const bare = await round('/bare', forms);
    const ours = await round('/webhooks/twilio/status', forms);
    await allDelivered(ground, forms);
    return [rates('status webhooks, against only checking the signature', bare, ours, 'per s')];
  } finally {
    caller.end();
    await close();
  }
}

/** Messages that a carrier accepted and has not said more about. */
async function someSent(ground: Ground, count: number): Promise<Round['forms']> {
  const { db, clock } = ground;
  const campaign = await aCampaign(ground, { name: 'Callbacks', people: count });
  await db.pool.query(`update phone_campaigns set status = 'completed' where id = $1`, [campaign]);
  await db.pool.query(
    `insert into delivery_attempts
       (communication_id, n, campaign_id, phone, channel, sender_id, token, outcome, reserved,
        carrier_id, carrier_status, attempted_at, call_started_at, answered_at)
     select id, 1, campaign_id, phone, 'sms', 'sms', 't' || id, 'accepted', 0.0124, 'SM' || id, 'accepted', $2, now(), now()
       from phone_communications where campaign_id = $1`,
    [campaign, clock.now()],
  );
  await db.pool.query(
    `update campaign_budgets set reserved = (select sum(reserved) from delivery_attempts where campaign_id = $1)
      where campaign_id = $1`,
    [campaign],
  );
  const { rows } = await db.pool.query<{ token: string; sid: string }>(
    `update phone_communications set status = 'sent', sent_at = $2, carrier_id = 'SM' || id
      where campaign_id = $1 returning 't' || id as token, 'SM' || id as sid`,
    [campaign, clock.now()],
  );
  return rows;
}

async function allDelivered({ db }: Ground, forms: Round['forms']): Promise<void> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from delivery_attempts where token = any($1) and outcome = 'delivered'`,
    [forms.map(({ token }) => token)],
  );
  if (rows[0]?.n !== forms.length) throw new Error('not every callback is on record');
}
