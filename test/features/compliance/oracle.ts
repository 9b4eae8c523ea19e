/**
 * The law judged again, slowly and by other means: `Intl` for the clocks, the calendars of 2026 and
 * 2027 written out by hand, the rules of each state as text. Shares nothing with the product.
 */
export type OracleReason = 'holiday' | 'sunday' | 'saturday' | 'hours';

const days: Readonly<Record<string, string>> = {
  federal:
    '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 ' +
    '2026-10-12 2026-11-11 2026-11-26 2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31 ' +
    '2027-06-18 2027-06-19 2027-07-04 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 ' +
    '2027-12-24 2027-12-25 2027-12-31',
  AL: '2026-02-17 2026-04-27 2026-06-01 2026-12-01 2027-02-09 2027-04-26 2027-06-07 2027-12-01',
  LA: '2026-02-17 2026-04-03 2026-11-01 2026-11-02 2026-11-03 2027-02-09 2027-03-26 2027-11-01',
  PA: '2026-04-03 2026-06-14 2026-11-03 2026-12-15 2027-03-26 2027-06-14 2027-11-02 2027-12-15',
  RI: '2026-08-10 2026-11-03 2027-08-09',
  UT: '2026-07-24 2027-07-23 2027-07-24',
};

const closesOnFederalDays = 'AL LA MS OK PA RI UT house'.split(' ');

/** `weekdays saturday sunday`; `-` is closed; a key `XX call` binds prerecorded calls instead. */
const week: Readonly<Record<string, string>> = {
  AL: '8-20 8-20 -',
  'CA call': '9-21 9-21 9-21',
  CT: '9-20 9-20 9-20',
  FL: '8-20 8-20 8-20',
  'IL call': '9-21 9-21 9-21',
  IN: '9-20 9-20 9-20',
  KY: '10-21 10-21 10-21',
  LA: '8-20 8-20 -',
  'ME call': '9-17 - -',
  MD: '8-20 8-20 8-20',
  MA: '8-20 8-20 8-20',
  MI: '9-21 9-21 9-21',
  MN: '9-21 9-21 9-21',
  MS: '8-20 8-20 -',
  NV: '9-20 9-20 9-20',
  NM: '9-21 9-21 9-21',
  OK: '8-20 8-20 8-20',
  OR: '8-20 8-20 8-20',
  PA: '9-19 9-19 -',
  RI: '9-18 10-17 -',
  SD: '9-21 9-21 -',
  TX: '9-21 9-21 12-21',
  UT: '8-21 8-21 -',
  WA: '8-20 8-20 8-20',
  WY: '8-20 8-20 8-20',
  house: '9-20 9-20 12-20',
};

const everyState = [...new Set(Object.keys(week).map((key) => key.split(' ')[0] ?? ''))].filter(
  (state) => state !== 'house',
);

type Local = { date: string; weekday: string; minute: number; offset: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function localOf(zone: string, at: number): Local {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'longOffset',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    weekday: part.weekday ?? '',
    minute: Number(part.hour) * 60 + Number(part.minute),
    offset: part.timeZoneName ?? '',
  };
}

/** Why a row closes a moment in a zone; null when it does not. */
function against(row: string, channel: string, zone: string, at: number): OracleReason | null {
  const local = localOf(zone, at);
  const closed = `${days[row] ?? ''} ${closesOnFederalDays.includes(row) ? days.federal : ''}`;
  if (closed.split(' ').includes(local.date)) return 'holiday';
  const early = row === 'PA' && local.date < '2026-10-18';
  const own = (channel === 'call' ? week[`${row} call`] : undefined) ?? week[row];
  const [weekdays = '', saturday = '', sunday = ''] = (
    early ? '8-21 8-21 8-21' : (own ?? '8-21 8-21 8-21')
  ).split(' ');
  const hours = local.weekday === 'Sun' ? sunday : local.weekday === 'Sat' ? saturday : weekdays;
  if (hours === '-') return local.weekday === 'Sun' ? 'sunday' : 'saturday';
  const [open = 0, close = 0] = hours.split('-').map((hour) => Number(hour) * 60);
  const outside = (minute: number) => minute < open || minute >= close;
  if (outside(local.minute)) return 'hours';
  const isSummer = local.offset !== localOf(zone, Date.UTC(2026, 0, 15)).offset;
  return row === 'MS' && isSummer && outside(local.minute - 60) ? 'hours' : null;
}

type Person = { states: readonly string[]; zones: readonly string[] };

/** Why a moment is closed to somebody; null when it is open. */
export function oracleAgainst(
  { states, zones }: Person,
  channel: string,
  at: number,
  house = false,
): OracleReason | null {
  const rows = ['US', ...(states.length > 0 ? states : everyState), ...(house ? ['house'] : [])];
  const found = rows.flatMap((row) => zones.map((zone) => against(row, channel, zone, at)));
  const order: OracleReason[] = ['holiday', 'sunday', 'saturday', 'hours'];
  return order.find((reason) => found.includes(reason)) ?? null;
}
