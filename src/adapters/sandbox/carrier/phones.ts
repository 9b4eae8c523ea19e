import type { PhoneMessage, PhoneSummary } from '../slack/page-contract.ts';
import type { CarrierLog } from './carrier-log.ts';
import type { Contacts } from './carrier-options.ts';
import type { CarrierRecord } from './record.ts';

const mostListed = 50;

/** The contacts' phones as the page shows them. */
export function createPhones({
  log,
  contacts,
  receive,
}: {
  log: CarrierLog;
  contacts: Contacts | null;
  receive: (phone: string, text: string) => Promise<void>;
}) {
  /** Numbers with messages, newest first. */
  function active(digits: string): CarrierRecord[] {
    const seen = new Map<string, CarrierRecord>();
    for (const record of log.all().reverse()) {
      const phone = phoneOf(record);
      if (!seen.has(phone) && phone.includes(digits)) seen.set(phone, record);
      if (seen.size === mostListed) break;
    }
    return [...seen.values()];
  }

  return {
    async list(query: string): Promise<PhoneSummary[]> {
      const digits = query.replace(/\D/g, '');
      const byNumber = query.trim() === '' || digits !== '' ? active(digits) : [];
      const found = query.trim() === '' ? [] : ((await contacts?.find(query, mostListed)) ?? []);
      const names = new Map(found.map(({ phone, name }) => [phone, name]));
      const missing = byNumber.map(phoneOf).filter((phone) => !names.has(phone));
      for (const [phone, name] of (await contacts?.names(missing)) ?? []) names.set(phone, name);
      const withTraffic = [...new Set([...byNumber.map(phoneOf), ...names.keys()])]
        .map((phone) => ({ phone, last: log.thread(phone).at(-1) }))
        .sort((a, b) => (b.last?.createdAt ?? '').localeCompare(a.last?.createdAt ?? ''));
      return withTraffic.slice(0, mostListed).map(({ phone, last }) => ({
        phone,
        name: names.get(phone) ?? '',
        last: last?.body ?? '',
        at: last?.shownAt ?? '',
      }));
    },

    thread: (phone: string): PhoneMessage[] =>
      log.thread(phone).map((record) => ({
        id: record.sid,
        direction: record.direction === 'inbound' ? 'out' : 'in',
        body: record.body,
        status: record.status,
        errorCode: record.errorCode,
        at: record.shownAt,
      })),

    /** Answers as that person; resolves when the app has heard it. */
    reply: (phone: string, text: string): Promise<void> => receive(phone, text),
  };
}

const phoneOf = (record: CarrierRecord): string =>
  record.direction === 'inbound' ? (record.from ?? '') : record.to;
