import { DateTime } from 'luxon';
import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import type { CallAnswer, CarrierStatus } from './ports.ts';
import type { Reaction } from './reaction.ts';
import { reactionTo } from './reaction-to.ts';
import { rowWaitMs } from './retry-after.ts';
import { advance, advanceRow, isFinal, isRowOpen, type Outcome, type RowStatus } from './status.ts';

/** What we hear about an attempt: the answer to our call, or a receipt. In any order, any number of times. */
export type News =
  | { kind: 'answer'; answer: CallAnswer }
  | { kind: 'receipt'; carrierId: string; status: CarrierStatus; errorCode: string | null }
  /** The call never got an answer: its process died, or the time-out passed. */
  | { kind: 'silence' }
  /** The person answered the message: it has arrived, whatever the carrier still says of it. */
  | { kind: 'reply' };

/** An attempt and its row, locked. */
export type AttemptState = {
  attemptId: string;
  communicationId: string;
  campaignId: string | null;
  contactId: string | null;
  senderId: string;
  phone: E164;
  channel: Channel;
  segments: number;
  /** Codes of this row's earlier attempts that failed; null where the carrier was not reached. */
  earlierFailures: readonly (string | null)[];
  /** False when a newer attempt of the same row exists: then the row is that one's business. */
  isLatest: boolean;
  outcome: Outcome;
  carrierId: string | null;
  errorCode: string | null;
  settled: boolean;
  reserved: Decimal;
  rowStatus: RowStatus;
  windowEnd: Date | null;
  canRetry: boolean;
};

export type Change = {
  outcome: Outcome;
  carrierId: string | null;
  errorCode: string | null;
  httpStatus: number | null;
  rowStatus: RowStatus;
  /** Set when the row goes back to the queue for another attempt. */
  retryAt: Date | null;
  /** Set once per attempt: the reservation is given back and this is booked instead. */
  settle: Decimal | null;
  /** The carrier knows two messages for one attempt. */
  doubleSend: boolean;
  /** What a definite failure asks for, beside the row itself. */
  reaction: Reaction | null;
  /** How long the carrier asked to be left alone, in its own words (`Retry-After`). */
  retryAfterMs: number | null;
};

export type Rates = { now: Date; priceOf(channel: Channel, units: number): Decimal };

/** Where one piece of news leaves an attempt and its row. Pure; the same news twice changes nothing more. */
export function changeBy(state: AttemptState, news: News, rates: Rates): Change {
  const next = outcomeAfter(state, news);
  // A failure told twice must not take back the retry that it has led to.
  const moved = state.isLatest && next.outcome !== state.outcome;
  const base: Change = {
    outcome: next.outcome,
    carrierId: state.carrierId ?? next.carrierId,
    errorCode: next.errorCode ?? state.errorCode,
    httpStatus: next.httpStatus,
    rowStatus: moved ? advanceRow(state.rowStatus, next.outcome) : state.rowStatus,
    retryAt: null,
    settle: null,
    doubleSend:
      next.carrierId !== null && state.carrierId !== null && next.carrierId !== state.carrierId,
    reaction: null,
    retryAfterMs: next.retryAfterMs,
  };
  const justFinal = isFinal(next.outcome) && !isFinal(state.outcome);
  if (!justFinal) return isProven(state, news, next.outcome) ? arrived(state, base, rates) : base;

  const refused = next.outcome === 'refused';
  const cost = refused ? new Decimal(0) : rates.priceOf(state.channel, state.segments);
  const settled: Change = { ...base, settle: state.settled ? null : cost };
  if (next.outcome !== 'failed' && !refused) return settled;

  // A receipt without a code is a failure nobody explains, not a connection that never opened.
  const errorCode = next.errorCode ?? (news.kind === 'receipt' ? 'unexplained' : null);
  const reaction = reactionTo({ errorCode, httpStatus: next.httpStatus });
  const retryAt = retryMoment(state, { ...next, errorCode }, reaction, rates.now);
  return retryAt
    ? { ...settled, reaction, retryAt, rowStatus: 'queued' }
    : { ...settled, reaction };
}

/** The carrier never said what became of it, but the person has answered. */
const isProven = (state: AttemptState, news: News, outcome: Outcome): boolean =>
  outcome === 'unconfirmed' &&
  state.isLatest &&
  (news.kind === 'reply' || state.rowStatus === 'replied');

/**
 * The money is spent, even if the carrier never shows a trace. The attempt stays unconfirmed, so
 * that a trace that does come still brings the carrier's id and price.
 */
const arrived = (state: AttemptState, base: Change, { priceOf }: Rates): Change => ({
  ...base,
  settle: state.settled ? null : priceOf(state.channel, state.segments),
  rowStatus: base.rowStatus === 'unconfirmed' ? 'delivered' : base.rowStatus,
});

type Next = {
  outcome: Outcome;
  carrierId: string | null;
  errorCode: string | null;
  httpStatus: number | null;
  retryAfterMs: number | null;
};

function outcomeAfter(state: AttemptState, news: News): Next {
  const same: Next = {
    outcome: state.outcome,
    carrierId: null,
    errorCode: null,
    httpStatus: null,
    retryAfterMs: null,
  };
  if (news.kind === 'reply') return same;
  if (news.kind === 'silence') {
    return state.outcome === 'calling' ? { ...same, outcome: 'unconfirmed' } : same;
  }
  if (news.kind === 'receipt') {
    return {
      ...same,
      outcome: advance(state.outcome, news.status),
      carrierId: news.carrierId,
      errorCode: news.status === 'failed' ? news.errorCode : null,
    };
  }
  const { answer } = news;
  if (answer.kind === 'accepted') {
    return { ...same, outcome: advance(state.outcome, 'accepted'), carrierId: answer.carrierId };
  }
  if (answer.kind === 'unknown') {
    const outcome = state.outcome === 'calling' ? 'unconfirmed' : state.outcome;
    return { ...same, outcome, httpStatus: answer.httpStatus };
  }
  // A receipt may have said otherwise before: then the carrier did take it.
  const open = state.outcome === 'calling' || state.outcome === 'unconfirmed';
  return {
    ...same,
    outcome: open ? 'refused' : state.outcome,
    errorCode: answer.errorCode,
    httpStatus: answer.httpStatus,
    retryAfterMs: answer.retryAfterMs,
  };
}

/** When the same row may be tried again; null when this failure is the row's last word. */
function retryMoment(
  state: AttemptState,
  { errorCode, retryAfterMs }: Pick<Next, 'errorCode' | 'retryAfterMs'>,
  { class: kind, retry }: Reaction,
  now: Date,
): Date | null {
  if (!retry || !state.isLatest || !state.canRetry) return null;
  // A late "failed" does not take back a person's answer, nor a person's decision to close it.
  if (!isRowOpen(state.rowStatus)) return null;
  // Each kind of failure has its own tries: those that a full queue took are not the phone's.
  const before = state.earlierFailures.filter((code) => code === errorCode).length;
  if (before >= retry.max) return null;
  if (retry.wait === 'minutes') {
    return new Date(now.getTime() + rowWaitMs(kind, retry.minutes, retryAfterMs, before));
  }
  if (retry.wait === 'pacific-midnight') return pacificMidnight(now);
  return state.windowEnd && state.windowEnd > now
    ? state.windowEnd
    : new Date(now.getTime() + 60_000);
}

/** T-Mobile counts a brand's segments from midnight to midnight, Pacific time. */
export const pacificMidnight = (now: Date): Date =>
  DateTime.fromJSDate(now, { zone: 'America/Los_Angeles' })
    .plus({ days: 1 })
    .startOf('day')
    .toJSDate();
