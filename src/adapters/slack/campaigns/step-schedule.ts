import type { KnownBlock } from '@slack/types';
import {
  type DraftPatch,
  type Schedule,
  scheduleSchema,
} from '../../../features/campaigns/index.ts';
import { checkboxes, context, dateBox, input, radio, timeBox } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';

export function scheduleStep(words: Reader, schedule: Schedule): KnownBlock[] {
  const later = schedule.kind === 'scheduled';
  return [
    input({
      field: fieldIds.kind,
      label: words.say('campaigns.kind'),
      dispatch: true,
      element: radio(
        fieldIds.kind,
        [
          { value: 'immediate', label: words.say('campaigns.kind-immediate') },
          { value: 'scheduled', label: words.say('campaigns.kind-scheduled') },
        ],
        schedule.kind,
      ),
    }),
    ...(later
      ? [
          input({
            field: fieldIds.startDate,
            label: words.say('campaigns.start-date'),
            element: dateBox(fieldIds.startDate, schedule.startDate),
          }),
          input({
            field: fieldIds.startTime,
            label: words.say('campaigns.start-time', { zone: schedule.timeZone }),
            element: timeBox(fieldIds.startTime, schedule.startTime ?? '09:00'),
          }),
        ]
      : []),
    input({
      field: fieldIds.endDate,
      label: words.say('campaigns.end-date'),
      hint: words.say('campaigns.end-date-hint'),
      optional: true,
      element: dateBox(fieldIds.endDate, schedule.endDate),
    }),
    input({
      field: fieldIds.allowedFrom,
      label: words.say('campaigns.allowed-from'),
      element: timeBox(fieldIds.allowedFrom, schedule.allowedFrom),
    }),
    input({
      field: fieldIds.allowedTo,
      label: words.say('campaigns.allowed-to'),
      element: timeBox(fieldIds.allowedTo, schedule.allowedTo),
    }),
    input({
      field: fieldIds.weekdays,
      label: words.say('campaigns.days'),
      optional: true,
      element: checkboxes(
        fieldIds.weekdays,
        [{ value: 'weekdays', label: words.say('campaigns.weekdays-only') }],
        schedule.weekdaysOnly ? ['weekdays'] : [],
      ),
    }),
    context(words.mrkdwn('campaigns.hours-note')),
  ];
}

/** As entered, valid or not: whether it makes sense is asked when the step is submitted. */
export function readSchedule(
  fields: Fields,
  before: Schedule,
): Required<Pick<DraftPatch, 'schedule'>> {
  const entered = {
    kind: fields.text(fieldIds.kind) || before.kind,
    startDate: fields.text(fieldIds.startDate) || before.startDate,
    startTime: fields.text(fieldIds.startTime) || before.startTime,
    endDate: fields.text(fieldIds.endDate) || undefined,
    timeZone: before.timeZone,
    allowedFrom: fields.text(fieldIds.allowedFrom) || before.allowedFrom,
    allowedTo: fields.text(fieldIds.allowedTo) || before.allowedTo,
    weekdaysOnly: fields.has(fieldIds.weekdays, 'weekdays'),
    followUps: before.followUps,
  };
  return { schedule: scheduleSchema.parse(entered) };
}
