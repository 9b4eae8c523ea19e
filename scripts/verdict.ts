/**
 * `npm run -s verdict < questions.jsonl`: may a marketing message start at a moment, by the hours
 * alone? Runs the rules the gate runs, without a database. In:
 * `{ id, phone, address_state (or null), channel (sms, whatsapp, call), moment_utc }`; out:
 * `{ id, allowed, reason, next_lawful_utc, allowed_with_house }`. `next_lawful_utc` is the moment
 * itself when it is allowed, and null when seven days hold no lawful moment.
 */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { judgeHours } from '../src/features/compliance/index.ts';
import { parsePhone, placeOf, stateOfName } from '../src/features/validation/index.ts';
import { channels } from '../src/shared/channel.ts';
import { answerJsonLines, LineError } from './json-lines.ts';

const question = z.object({
  id: z.union([z.string(), z.number()]),
  phone: z.string(),
  address_state: z.string().nullish(),
  channel: z.enum(channels),
  moment_utc: z.string(),
});

function verdict({ phone, address_state, channel, moment_utc }: z.output<typeof question>): object {
  const place = placeOf({
    areaCode: areaCodeIn(phone),
    addressState: stateIn(address_state ?? ''),
    zip: null,
  });
  const moment = momentIn(moment_utc);
  const hours = judgeHours(place, channel, moment);
  return {
    allowed: hours.allowed,
    reason: hours.allowed ? null : hours.reason,
    next_lawful_utc: isoOf(hours.allowed ? moment : hours.next),
    allowed_with_house: judgeHours(place, channel, moment, { house: true }).allowed,
  };
}

/** Hours need only the area code: one newer than the table, or an odd exchange, can still be judged. */
function areaCodeIn(phone: string): string {
  const parsed = parsePhone(phone);
  if (parsed.ok) return parsed.phone.slice(2, 5);
  const judged = ['phone-unknown-area-code', 'phone-impossible-exchange'];
  if (!judged.includes(parsed.problem)) throw new LineError(`phone: ${parsed.problem}`);
  // More digits than one number (an extension, a second number) would name some other place.
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  const national = /^(?:(?:00|011)?1)?(\d{10})$/.exec(digits)?.[1];
  if (national === undefined) throw new LineError(`phone: ${parsed.problem}`);
  return national.slice(0, 3);
}

function stateIn(text: string): string | null {
  if (text.trim() === '') return null;
  const state = stateOfName(text);
  if (state === null) throw new LineError('address_state: not a US state or territory');
  return state;
}

function momentIn(text: string): Date {
  const moment = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: 'utc' });
  const isOfOurTime = moment.year >= 1970 && moment.year < 2200;
  if (!text.includes(':') || !moment.isValid || !isOfOurTime) {
    throw new LineError('moment_utc: not a moment like 2026-11-24T15:05:00Z');
  }
  return moment.toJSDate();
}

const isoOf = (moment: Date | null): string | null =>
  moment?.toISOString().replace('.000Z', 'Z') ?? null;

await answerJsonLines(question, verdict, { input: process.stdin, output: process.stdout });
