/** Moments as a reader sees them: in their own zone and language, against the product clock. */

/**
 * @typedef {{ tz: string, locale: string, now: Date }} Reader
 */

const cache = new Map();

function format(reader, options) {
  const key = reader.locale + reader.tz + JSON.stringify(options);
  let made = cache.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options });
    cache.set(key, made);
  }
  return made;
}

/** The calendar day in the reader's zone, as `2026-11-24`. */
export function dayOf(moment, reader) {
  const iso = { tz: reader.tz, locale: 'en-CA' };
  return format(iso, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** Whole calendar days between the reader's today and that moment: -1 is yesterday. */
function daysAway(moment, reader) {
  const day = (at) => Date.parse(`${dayOf(at, reader)}T00:00:00Z`);
  return Math.round((day(moment) - day(reader.now)) / 86_400_000);
}

function relativeDay(moment, reader) {
  const away = daysAway(moment, reader);
  if (Math.abs(away) > 1) return null;
  const word = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(away, 'day');
  return word.charAt(0).toLocaleUpperCase(reader.locale) + word.slice(1);
}

export const time = (moment, reader) =>
  format(reader, { hour: 'numeric', minute: '2-digit' }).format(moment);

export const longDate = (moment, reader) =>
  format(reader, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    moment,
  );

export const mediumDate = (moment, reader) =>
  format(reader, { day: 'numeric', month: 'long', year: 'numeric' }).format(moment);

export const shortDate = (moment, reader) =>
  format(reader, { day: 'numeric', month: 'short', year: 'numeric' }).format(moment);

export const weekday = (moment, reader) =>
  format(reader, { weekday: 'short', day: 'numeric', month: 'short' }).format(moment);

/** The line between the messages of two days. */
export const dayDivider = (moment, reader) =>
  relativeDay(moment, reader) ??
  format(reader, { weekday: 'long', day: 'numeric', month: 'long' }).format(moment);

/** Full moment with its zone, for tooltips. */
export const fullMoment = (moment, reader) =>
  format(reader, { dateStyle: 'full', timeStyle: 'long' }).format(moment);

function ago(moment, reader) {
  const seconds = (moment.getTime() - reader.now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const steps = /** @type {[number, Intl.RelativeTimeFormatUnit][]} */ ([
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ]);
  const [size, unit] = steps.find(([length]) => Math.abs(seconds) >= length) ?? [1, 'second'];
  return words.format(Math.round(seconds / size), unit);
}

/** Slack's date tokens; the `pretty` ones say today, yesterday and tomorrow. */
const tokens = {
  date_num: (moment, reader) => dayOf(moment, reader),
  date_slash: (moment, reader) =>
    format(reader, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment),
  date: mediumDate,
  date_short: shortDate,
  date_long: longDate,
  date_pretty: (moment, reader) => relativeDay(moment, reader) ?? mediumDate(moment, reader),
  date_short_pretty: (moment, reader) => relativeDay(moment, reader) ?? shortDate(moment, reader),
  date_long_pretty: (moment, reader) => relativeDay(moment, reader) ?? longDate(moment, reader),
  day_divider_pretty: dayDivider,
  time,
  time_secs: (moment, reader) =>
    format(reader, { hour: 'numeric', minute: '2-digit', second: '2-digit' }).format(moment),
  ago,
};

/**
 * `<!date^1764000000^{date_short_pretty} at {time}|fallback>` as the reader sees it.
 * A format with an unknown token, or no number, shows the fallback, as in Slack.
 */
export function slackDate(seconds, pattern, fallback, reader) {
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime()) || !pattern) return fallback;
  let known = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_whole, token) => {
    const write = tokens[token];
    if (!write) known = false;
    return write ? write(moment, reader) : '';
  });
  return known ? text : fallback;
}

/** Minutes by which a zone's wall clock is ahead of UTC at that moment. */
function offsetMinutes(moment, tz) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const at = (type) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    at('year'),
    at('month') - 1,
    at('day'),
    at('hour'),
    at('minute'),
    at('second'),
  );
  return Math.round((wall - moment.getTime()) / 60_000);
}

/** A moment as `2026-11-24T10:05` on the wall of that zone, for a datetime field. */
export function wallTime(moment, tz) {
  const shifted = new Date(moment.getTime() + offsetMinutes(moment, tz) * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** The moment of a wall time in that zone; a missing hour moves forward, a doubled one is the first. */
export function momentOf(wall, tz) {
  const asUtc = Date.parse(`${wall}:00Z`);
  const before = offsetMinutes(new Date(asUtc - 86_400_000), tz);
  const candidate = new Date(asUtc - before * 60_000);
  if (wallTime(candidate, tz) === wall) return candidate;
  const after = offsetMinutes(new Date(asUtc + 86_400_000), tz);
  const other = new Date(asUtc - after * 60_000);
  return wallTime(other, tz) === wall ? other : candidate;
}
