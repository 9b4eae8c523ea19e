import { DateTime } from 'luxon';
import type { ValidationService } from '../features/contacts/index.ts';
import type { Clock } from '../shared/clock.ts';

/** Nobody sends, few read: the hours of the agency's night in which old answers are renewed. */
const from = 2;
const to = 5;

/** Asked every minute; the table of batches knows that this night had its own already. */
export async function nightlyCheck(
  validations: Pick<ValidationService, 'nightly'>,
  { clock, timeZone }: { clock: Clock; timeZone: string },
): Promise<void> {
  const now = DateTime.fromJSDate(clock.now(), { zone: timeZone });
  if (now.hour < from || now.hour >= to) return;
  await validations.nightly({
    night: now.toISODate() ?? '',
    monthStart: monthStart(clock.now(), timeZone),
  });
}

/** The first moment of the agency's month. */
export const monthStart = (at: Date, timeZone: string): Date =>
  DateTime.fromJSDate(at, { zone: timeZone }).startOf('month').toJSDate();
