import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import {
  type CampaignFacts,
  gate,
  type NarrowerHours,
  type Place,
  type ReasonCode,
  type StandingFacts,
} from '../compliance/index.ts';

export type Purpose = 'marketing' | 'reply' | 'confirmation' | 'help';

/** A row that is due, with what the database knew about its person once they were locked. */
export type DueRow = {
  id: string;
  campaignId: string | null;
  phone: E164;
  channel: Channel;
  purpose: Purpose;
  segments: number;
  senderId: string;
  standing: StandingFacts;
  place: Place;
  narrower: NarrowerHours;
  lastInboundAt: Date | null;
  campaign: CampaignFacts | null;
};

/** Attempts of the last 24 hours, product clock, unconfirmed ones too. */
export type PastAttempt = { phone: E164; channel: Channel; at: Date };

/** What is left of a campaign's money; null where nothing limits it. */
export type BudgetRoom = { campaignId: string; left: Decimal; leftToday: Decimal | null };

/** How many messages a sender may still start now, and how many segments until its day ends. */
export type SenderRoom = {
  senderId: string;
  starts: number;
  segmentsToday: number | null;
  /** When the day's segments are counted anew. */
  newDayAt: Date;
  heldUntil: Date | null;
};

export type Facts = {
  now: Date;
  killSwitch: boolean;
  attempts: readonly PastAttempt[];
  budgets: readonly BudgetRoom[];
  senders: readonly SenderRoom[];
  /** When a daily budget starts anew, by campaign. */
  newBudgetDay: ReadonlyMap<string, Date>;
  priceOf: (channel: Channel, units: number) => Decimal;
};

export type Decision =
  | { id: string; do: 'call'; reserve: Decimal; until: Date }
  | { id: string; do: 'hold'; until: Date; reasons: readonly ReasonCode[] }
  | { id: string; do: 'skip'; reasons: readonly ReasonCode[] }
  /** Nothing changes: no free start, no money. It is asked again at the next permit. */
  | { id: string; do: 'wait'; reasons: readonly ReasonCode[] };

/**
 * Judges a batch in order. Each row is judged as if the ones before it had been sent already, so
 * that two rows for one person, or the last dollar, are never given twice. Pure: the caller holds
 * the locks that make the facts stay true until the decisions are written.
 */
export function permit(rows: readonly DueRow[], facts: Facts): Decision[] {
  const spent = new Map<string, Decimal>();
  const starts = new Map<string, { messages: number; segments: number }>();
  const granted: PastAttempt[] = [];
  return rows.map((row) => {
    const verdict = judge(row, facts, granted);
    if (verdict.do !== 'call') return verdict;
    const short = shortOf(row, verdict.reserve, facts, spent, starts);
    if (short) return short;
    granted.push({ phone: row.phone, channel: row.channel, at: facts.now });
    if (row.campaignId) {
      spent.set(row.campaignId, verdict.reserve.plus(spent.get(row.campaignId) ?? 0));
    }
    const used = starts.get(row.senderId) ?? { messages: 0, segments: 0 };
    starts.set(row.senderId, {
      messages: used.messages + 1,
      segments: used.segments + row.segments,
    });
    return verdict;
  });
}

function judge(row: DueRow, facts: Facts, granted: readonly PastAttempt[]): Decision {
  const past = [...facts.attempts, ...granted].filter(({ phone }) => phone === row.phone);
  const verdict = gate({
    now: facts.now,
    channel: row.channel,
    purpose: row.purpose,
    standing: row.standing,
    place: row.place,
    narrower: row.narrower,
    attempts: past.map(({ at }) => at),
    prerecorded: past.filter(({ channel }) => channel === 'call').map(({ at }) => at),
    lastInboundAt: row.lastInboundAt,
    killSwitch: facts.killSwitch,
    campaign: row.campaign,
  });
  if (verdict.decision === 'block') return { id: row.id, do: 'skip', reasons: verdict.reasons };
  if (verdict.decision === 'hold') {
    return { id: row.id, do: 'hold', until: verdict.until, reasons: verdict.reasons };
  }
  const reserve = facts.priceOf(row.channel, row.segments);
  return { id: row.id, do: 'call', reserve, until: verdict.until };
}

/** Why an allowed row cannot go out right now for want of money or of a free sender; null if it can. */
function shortOf(
  row: DueRow,
  reserve: Decimal,
  facts: Facts,
  spent: ReadonlyMap<string, Decimal>,
  starts: ReadonlyMap<string, { messages: number; segments: number }>,
): Decision | null {
  const sender = facts.senders.find(({ senderId }) => senderId === row.senderId);
  const used = starts.get(row.senderId) ?? { messages: 0, segments: 0 };
  if (!sender) return { id: row.id, do: 'wait', reasons: ['sender-limit'] };
  if (sender.heldUntil && sender.heldUntil > facts.now) {
    return { id: row.id, do: 'hold', until: sender.heldUntil, reasons: ['sender-limit'] };
  }
  if (sender.segmentsToday !== null && used.segments + row.segments > sender.segmentsToday) {
    return { id: row.id, do: 'hold', until: sender.newDayAt, reasons: ['sender-limit'] };
  }
  if (used.messages >= sender.starts) return { id: row.id, do: 'wait', reasons: ['sender-limit'] };

  const budget = facts.budgets.find(({ campaignId }) => campaignId === row.campaignId);
  if (!row.campaignId) return null;
  // Approval opens the budget: a campaign without one was never given any money.
  if (!budget) return { id: row.id, do: 'wait', reasons: ['budget'] };
  const planned = reserve.plus(spent.get(row.campaignId) ?? new Decimal(0));
  if (planned.gt(budget.left)) return { id: row.id, do: 'wait', reasons: ['budget'] };
  const tomorrow = facts.newBudgetDay.get(row.campaignId);
  if (budget.leftToday && tomorrow && planned.gt(budget.leftToday)) {
    return { id: row.id, do: 'hold', until: tomorrow, reasons: ['daily-budget'] };
  }
  return null;
}
