import type { Schedule } from '../../../features/campaigns/index.ts';
import type { Reader } from '../words/words.ts';

/** `At once · 09:00–20:00 on each person's clock · Monday to Friday`, as mrkdwn. */
export function scheduleText(words: Reader, schedule: Schedule): string {
  const { kind, startDate, startTime, endDate, timeZone, allowedFrom, allowedTo } = schedule;
  return [
    kind === 'scheduled' && startDate
      ? words.mrkdwn('campaigns.from-date', {
          date: dayText(words, startDate),
          time: startTime ?? '09:00',
          zone: timeZone,
        })
      : words.mrkdwn('campaigns.at-once'),
    words.mrkdwn('campaigns.hours', { from: allowedFrom, to: allowedTo }),
    ...(endDate ? [words.mrkdwn('campaigns.until-date', { date: dayText(words, endDate) })] : []),
    ...(schedule.followUps.length > 0
      ? [words.mrkdwn('campaigns.follow-ups-n', { n: schedule.followUps.length })]
      : []),
    ...(schedule.weekdaysOnly ? [words.mrkdwn('campaigns.weekdays-only')] : []),
  ].join(' · ');
}

/** A calendar day as the reader writes it; noon in UTC is the same day from Honolulu to Berlin. */
const dayText = (words: Reader, day: string): string => words.date(new Date(`${day}T12:00:00Z`));
