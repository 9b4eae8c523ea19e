import type { Journal } from './journal.ts';
import type { CarrierRecord } from './record.ts';

export type CarrierStats = {
  accepted: number;
  byStatus: Record<string, number>;
  byErrorCode: Record<string, number>;
  /** Texts people sent to us, and answers that went back inside a webhook's answer. */
  inbound: number;
  answers: number;
  segments: number;
  /** Messages accepted although the same text to the same person had been accepted before and had not failed. */
  duplicates: number;
};

const flushEveryMs = 200;

/** Everything the carrier ever accepted, in order. This, not the product, is what is counted against. */
export function createCarrierLog({
  journal,
  onChange,
  onTrouble,
}: {
  journal: Journal | null;
  onChange: () => void;
  onTrouble: (error: unknown) => void;
}) {
  const bySid = new Map<string, CarrierRecord>();
  const byPhone = new Map<string, CarrierRecord[]>();
  const dirty = new Set<CarrierRecord>();
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();
  let duplicates = 0;

  const personOf = (record: CarrierRecord): string =>
    record.direction === 'inbound' ? (record.from ?? '') : record.to;

  function insert(record: CarrierRecord): void {
    const thread = byPhone.get(personOf(record)) ?? [];
    if (
      record.direction === 'outbound-api' &&
      thread.some((one) => isSameText(one, record) && !hasFailed(one))
    ) {
      duplicates += 1;
    }
    bySid.set(record.sid, record);
    thread.push(record);
    byPhone.set(personOf(record), thread);
  }

  function note(record: CarrierRecord): void {
    onChange();
    if (journal === null) return;
    dirty.add(record);
    timer ??= setTimeout(flush, flushEveryMs).unref();
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const records = [...dirty];
    dirty.clear();
    if (journal && records.length > 0) {
      flushing = flushing.then(() => journal.append(records)).catch(onTrouble);
    }
    return flushing;
  }

  return {
    async load(): Promise<CarrierRecord[]> {
      const records = (await journal?.load()) ?? [];
      records.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
      for (const record of records) insert(record);
      return records;
    },
    add(record: CarrierRecord): void {
      insert(record);
      note(record);
    },
    change(record: CarrierRecord, changes: Partial<CarrierRecord>, now: Date): void {
      Object.assign(record, changes, { updatedAt: now.toISOString() });
      note(record);
    },
    get: (sid: string): CarrierRecord | null => bySid.get(sid) ?? null,
    /** Oldest first. */
    thread: (phone: string): readonly CarrierRecord[] => byPhone.get(phone) ?? [],
    /** Oldest first. */
    all: (): CarrierRecord[] => [...bySid.values()],
    stats(): CarrierStats {
      const outbound = [...bySid.values()].filter(({ direction }) => direction === 'outbound-api');
      return {
        accepted: outbound.length,
        byStatus: counted(outbound.map(({ status }) => status)),
        byErrorCode: counted(outbound.flatMap(({ errorCode }) => errorCode ?? [])),
        inbound: countOf(bySid, 'inbound'),
        answers: countOf(bySid, 'outbound-reply'),
        segments: outbound.reduce((sum, { segments }) => sum + segments, 0),
        duplicates,
      };
    },
    flush,
  };
}

export type CarrierLog = ReturnType<typeof createCarrierLog>;

const isSameText = (one: CarrierRecord, other: CarrierRecord): boolean =>
  one.direction === 'outbound-api' && one.body === other.body && one.to === other.to;

const hasFailed = ({ status }: CarrierRecord): boolean =>
  status === 'undelivered' || status === 'failed' || status === 'canceled';

const countOf = (records: ReadonlyMap<string, CarrierRecord>, direction: string): number =>
  [...records.values()].filter((record) => record.direction === direction).length;

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
