import type { Clock } from '../../../shared/clock.ts';
import { Decimal } from '../../../shared/money.ts';
import type { CarrierLog } from './carrier-log.ts';
import type { Pace } from './carrier-options.ts';
import type { Faults } from './faults.ts';
import { chance, failureOf, type Odds } from './odds.ts';
import type { Pauses } from './pace.ts';
import { type CarrierRecord, isFinalStatus } from './record.ts';
import type { WebhookCaller } from './webhook-caller.ts';

/** Twilio's US list price of a segment; what the carriers add on top. */
const segmentPrice = new Decimal('0.0079').plus('0.0030');

export type LifeNeeds = {
  log: CarrierLog;
  caller: WebhookCaller;
  pauses: Pauses;
  pace: Pace;
  odds: Odds;
  seed: string;
  accountSid: string;
  from: string;
  queuedCallbacks: boolean;
  realClock: Clock;
  faults: () => Faults;
  onDelivered: (record: CarrierRecord) => void;
};

/** What happens to an accepted message afterwards: sent, final, billed; told by callbacks. */
export function createLife(needs: LifeNeeds) {
  const { log, caller, pauses, pace, odds, seed, realClock } = needs;
  let callbacks = 0;

  async function tell(record: CarrierRecord, status: string): Promise<void> {
    const url = record.statusCallback;
    if (!url) return;
    const params = callbackParams(record, status, needs.accountSid);
    callbacks += 1;
    const fault = needs.faults().onCallback?.(callbacks, params) ?? 'ok';
    if (fault === 'drop') return;
    await caller.call(url, params);
    const repeated = chance(seed, 'repeat', record.sid, status) < odds.repeatedCallbacks;
    if (fault === 'twice' || repeated) await caller.call(url, params);
  }

  function change(record: CarrierRecord, changes: Partial<CarrierRecord>): void {
    log.change(record, changes, realClock.now());
  }

  const triesOf = (record: CarrierRecord): number =>
    log
      .thread(record.to)
      .filter((one) => one.body === record.body)
      .indexOf(record) + 1;

  /**
   * Also continues a message that a restart left on its way. Resolves when it is final and every
   * callback has been answered or given up; the bill comes later.
   */
  async function run(record: CarrierRecord): Promise<void> {
    const told: Promise<void>[] = [];
    const swapped = chance(seed, 'swap', record.sid) < odds.swappedCallbacks;
    if (record.status === 'accepted') {
      change(record, { status: 'queued' });
      if (needs.queuedCallbacks) told.push(tell(record, 'queued'));
    }
    if (record.status === 'queued') {
      await pauses.pause(pace.sent, record.sid, 'sent');
      change(record, { status: 'sent', from: needs.from, sentAt: realClock.now().toISOString() });
      if (!swapped) told.push(tell(record, 'sent'));
    }
    if (record.status === 'sent') {
      await pauses.pause(pace.final, record.sid, 'final');
      finish(record);
      const last = tell(record, record.status);
      told.push(swapped ? last.then(() => tell(record, 'sent')) : last);
    }
    void bill(record);
    await Promise.all(told);
  }

  function finish(record: CarrierRecord): void {
    const errorCode = failureOf(odds, { seed, phone: record.to, tries: triesOf(record) });
    change(record, { status: errorCode === null ? 'delivered' : 'undelivered', errorCode });
    if (errorCode === null) needs.onDelivered(record);
  }

  async function bill(record: CarrierRecord): Promise<void> {
    if (record.price !== null || !isFinalStatus(record.status)) return;
    await pauses.pause(pace.price, record.sid, 'price');
    change(record, { price: segmentPrice.times(record.segments).toFixed(5) });
  }

  return { run };
}

function callbackParams(
  record: CarrierRecord,
  status: string,
  accountSid: string,
): Record<string, string> {
  const params: Record<string, string> = {
    MessageSid: record.sid,
    SmsSid: record.sid,
    MessageStatus: status,
    SmsStatus: status,
    To: record.to,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
  };
  if (record.from) params.From = record.from;
  if (record.messagingServiceSid) params.MessagingServiceSid = record.messagingServiceSid;
  if (record.errorCode && isFinalStatus(status)) params.ErrorCode = record.errorCode;
  return params;
}
