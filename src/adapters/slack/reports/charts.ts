import {
  type Digest,
  leastForRate,
  type StateMapChart,
  type TimelineChart,
} from '../../../features/reports/index.ts';
import { clamp } from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { calendarOf } from './calendar.ts';
import { stateLines } from './lines.ts';

/** Slack's limit for the alternative text of a block. */
const altLimit = 2_000;

export type Drawn<Chart> = { chart: Chart; altText: string };

export function timelineOf(digest: Digest, words: Reader): Drawn<TimelineChart> {
  const { period, timeline } = digest.figures;
  const calendar = calendarOf(words.locale, period.timeZone);
  const total = (what: 'sends' | 'deliveries' | 'replies') =>
    timeline.reduce((sum, bucket) => sum + bucket[what], 0);
  const hours = timeline
    .filter(({ sends, deliveries, replies }) => sends + deliveries + replies > 0)
    .map((bucket) =>
      words.say('reports.alt.hour', {
        hour: calendar.hour(bucket.start),
        sends: words.number(bucket.sends),
        deliveries: words.number(bucket.deliveries),
        replies: words.number(bucket.replies),
      }),
    );
  const altText = words.say('reports.alt.timeline', {
    day: calendar.day(period.start),
    sends: total('sends'),
    deliveries: total('deliveries'),
    replies: total('replies'),
    hours: hours.join(' '),
  });
  return {
    chart: {
      title: words.say('reports.chart.timeline'),
      subtitle: subtitle(digest, words),
      labels: timeline.map(({ start }) => calendar.hour(start)),
      sends: timeline.map(({ sends }) => sends),
      deliveries: timeline.map(({ deliveries }) => deliveries),
      replies: timeline.map(({ replies }) => replies),
      words: {
        sends: words.say('reports.chart.sends'),
        deliveries: words.say('reports.chart.deliveries'),
        replies: words.say('reports.chart.replies'),
        repliesPanel: words.say('reports.chart.replies-panel'),
        empty: words.say('reports.chart.quiet'),
        locale: words.locale,
      },
    },
    altText: clamp(altText, altLimit),
  };
}

export function stateMapOf(digest: Digest, words: Reader): Drawn<StateMapChart> {
  const { period, states } = digest.figures;
  const calendar = calendarOf(words.locale, period.timeZone);
  const day = calendar.longDay(period.start);
  const altText = words.say('reports.alt.states', {
    states: stateLines(digest, words, 12).join('. '),
  });
  return {
    chart: {
      title: words.say('reports.chart.states'),
      subtitle: simulatedToo(words.say('reports.chart.states-subtitle', { day }), digest, words),
      states,
      words: {
        contacts: words.say('reports.chart.contacts'),
        responseRate: words.say('reports.chart.rate'),
        noContacts: words.say('reports.chart.no-contacts'),
        tooFew: words.say('reports.chart.too-few', { n: leastForRate }),
        noRate: words.say('reports.chart.no-rate'),
        others: words.say('reports.chart.others'),
        empty: words.say('reports.chart.no-people'),
        locale: words.locale,
      },
    },
    altText: clamp(altText, altLimit),
  };
}

function subtitle(digest: Digest, words: Reader): string {
  const { period } = digest.figures;
  const calendar = calendarOf(words.locale, period.timeZone);
  const text = `${calendar.longDay(period.start)} · ${calendar.zone(period.start)}`;
  return simulatedToo(text, digest, words);
}

/** A picture travels without its message. */
const simulatedToo = (text: string, { simulated }: Digest, words: Reader): string =>
  simulated ? `${text} · ${words.say('reports.chart.simulated')}` : text;
