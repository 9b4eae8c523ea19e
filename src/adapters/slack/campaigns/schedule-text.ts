import type { Schedule } from '../../../features/campaigns/index.ts';
import type { Reader } from '../words/words.ts';

/** `At once · 09:00–20:00 on each person's clock · Monday to Friday`, as mrkdwn. */
export function scheduleText(words: Reader, schedule: Schedule): string {
  const { kind, startDate, startTime, endDate, timeZone, allowedFrom, allowedTo } = schedule;
  return [
    kind === 'scheduled' && startDate
      ? words.mrkdwn('campaigns.from-date', {
          date: startDate,
          time: startTime ?? '09:00',
          zone: timeZone,
        })
      : words.mrkdwn('campaigns.at-once'),
    words.mrkdwn('campaigns.hours', { from: allowedFrom, to: allowedTo }),
    ...(endDate ? [words.mrkdwn('campaigns.until-date', { date: endDate })] : []),
    ...(schedule.weekdaysOnly ? [words.mrkdwn('campaigns.weekdays-only')] : []),
  ].join(' · ');
}
