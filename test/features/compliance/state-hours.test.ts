import { describe, expect, it } from 'vitest';
import { judgeHours } from '../../../src/features/compliance/index.ts';
import { stateCodes } from '../../../src/features/validation/index.ts';
import type { Channel } from '../../../src/shared/channel.ts';

/**
 * Each state's hours as the law table of the domain notes has them, on an ordinary week of November
 * 2026: Tuesday 24, Saturday 28, Sunday 29; offsets are written out, so that no zone library is
 * believed. `-` is a closed day.
 */
const table = `
AL -06:00 8-20 8-20 -
AK -09:00 8-21 8-21 8-21
AZ -07:00 8-21 8-21 8-21
AR -06:00 8-21 8-21 8-21
CA -08:00 8-21 8-21 8-21
CA -08:00 9-21 9-21 9-21 call
CO -07:00 8-21 8-21 8-21
CT -05:00 9-20 9-20 9-20
DE -05:00 8-21 8-21 8-21
DC -05:00 8-21 8-21 8-21
FL -05:00 8-20 8-20 8-20
GA -05:00 8-21 8-21 8-21
HI -10:00 8-21 8-21 8-21
ID -07:00 8-21 8-21 8-21
IL -06:00 8-21 8-21 8-21
IL -06:00 9-21 9-21 9-21 call
IN -05:00 9-20 9-20 9-20
IA -06:00 8-21 8-21 8-21
KS -06:00 8-21 8-21 8-21
KY -05:00 10-21 10-21 10-21
LA -06:00 8-20 8-20 -
ME -05:00 8-21 8-21 8-21
ME -05:00 9-17 - - call
MD -05:00 8-20 8-20 8-20
MA -05:00 8-20 8-20 8-20
MI -05:00 9-21 9-21 9-21
MN -06:00 9-21 9-21 9-21
MS -06:00 8-20 8-20 -
MO -06:00 8-21 8-21 8-21
MT -07:00 8-21 8-21 8-21
NE -06:00 8-21 8-21 8-21
NV -08:00 9-20 9-20 9-20
NH -05:00 8-21 8-21 8-21
NJ -05:00 8-21 8-21 8-21
NM -07:00 9-21 9-21 9-21
NY -05:00 8-21 8-21 8-21
NC -05:00 8-21 8-21 8-21
ND -06:00 8-21 8-21 8-21
OH -05:00 8-21 8-21 8-21
OK -06:00 8-20 8-20 8-20
OR -08:00 8-20 8-20 8-20
PA -05:00 9-19 9-19 -
RI -05:00 9-18 10-17 -
SC -05:00 8-21 8-21 8-21
SD -06:00 9-21 9-21 -
TN -06:00 8-21 8-21 8-21
TX -06:00 9-21 9-21 12-21
UT -07:00 8-21 8-21 -
VT -05:00 8-21 8-21 8-21
VA -05:00 8-21 8-21 8-21
WA -08:00 8-20 8-20 8-20
WV -05:00 8-21 8-21 8-21
WI -06:00 8-21 8-21 8-21
WY -07:00 8-20 8-20 8-20
PR -04:00 8-21 8-21 8-21
VI -04:00 8-21 8-21 8-21
GU +10:00 8-21 8-21 8-21
MP +10:00 8-21 8-21 8-21
AS -11:00 8-21 8-21 8-21`;

/** The zone in which the state's offset above is told. */
const zones: Readonly<Record<string, string>> = {
  '-04:00': 'America/Puerto_Rico',
  '-05:00': 'America/New_York',
  '-06:00': 'America/Chicago',
  '-07:00': 'America/Denver',
  '-08:00': 'America/Los_Angeles',
  '-09:00': 'America/Anchorage',
  '-10:00': 'Pacific/Honolulu',
  '-11:00': 'Pacific/Pago_Pago',
  '+10:00': 'Pacific/Guam',
};

const days = [
  { name: 'a Tuesday', date: '2026-11-24', closed: 'never' },
  { name: 'a Saturday', date: '2026-11-28', closed: 'saturday' },
  { name: 'a Sunday', date: '2026-11-29', closed: 'sunday' },
] as const;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const narrowedCalls = new Set(rows.filter((row) => row[5] === 'call').map(([state]) => state));

const cases = rows.flatMap(([state = '', offset = '', ...cells]) => {
  const own: Channel[] = narrowedCalls.has(state)
    ? ['sms', 'whatsapp']
    : ['sms', 'whatsapp', 'call'];
  const channels: Channel[] = cells[3] === 'call' ? ['call'] : own;
  return channels.flatMap((channel) =>
    days.map((day, index) => ({ state, channel, offset, day, hours: cells[index] ?? '' })),
  );
});

describe('the hours of each state', () => {
  it('are given for every state and territory', () => {
    expect([...new Set(rows.map(([state]) => state))].sort()).toEqual([...stateCodes].sort());
  });

  it.each(cases)(
    '$state by $channel on $day.name: $hours',
    ({ state, channel, offset, day, hours }) => {
      const place = { states: [state], zones: [zones[offset] ?? ''] };
      const judge = (time: string) =>
        judgeHours(place, channel, new Date(`${day.date}T${time}${offset}`));
      if (hours === '-') {
        expect(judge('13:00:00')).toMatchObject({ allowed: false, reason: day.closed });
        return;
      }
      const [open = 0, close = 0] = hours.split('-').map(Number);
      const clock = (hour: number, rest: string) => `${String(hour).padStart(2, '0')}:${rest}`;
      const opens = new Date(`${day.date}T${clock(open, '00:00')}${offset}`);
      const closes = new Date(`${day.date}T${clock(close, '00:00')}${offset}`);
      expect(judge(clock(open - 1, '59:59.999'))).toEqual({
        allowed: false,
        reason: 'hours',
        next: opens,
      });
      expect(judge(clock(open, '00:00'))).toEqual({ allowed: true, until: closes });
      expect(judge(clock(close - 1, '59:00'))).toEqual({ allowed: true, until: closes });
      expect(judge(clock(close - 1, '59:00.001'))).toMatchObject({
        allowed: false,
        reason: 'hours',
      });
      expect(judge(clock(close, '00:00'))).toMatchObject({ allowed: false, reason: 'hours' });
    },
  );
});
