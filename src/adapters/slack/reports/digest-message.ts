import type { KnownBlock } from '@slack/types';
import type { Digest } from '../../../features/reports/index.ts';
import {
  actions,
  button,
  clamp,
  clampMrkdwn,
  context,
  divider,
  fields,
  header,
  section,
  slackImage,
} from '../blocks.ts';
import { ids as campaignIds } from '../campaigns/ids.ts';
import type { ChannelMessage } from '../posting.ts';
import type { Reader } from '../words/words.ts';
import { calendarOf } from './calendar.ts';
import { activity, campaignLines, kpis, notices, stateLines } from './lines.ts';

export type ShownChart = { fileId: string; title: string; altText: string };

/** `chat.update` takes no more. */
const textLimit = 3_900;

/**
 * The digest as one message. `text` says everything the blocks say: it is what screen readers and
 * notifications read. `charts` is null when they could not be drawn.
 */
export function digestMessage(
  digest: Digest,
  words: Reader,
  charts: readonly ShownChart[] | null,
): ChannelMessage {
  const { figures } = digest;
  const calendar = calendarOf(words.locale, figures.period.timeZone);
  const final = figures.complete ? 'yes' : 'no';
  const title = words.say('reports.title', { day: calendar.day(figures.period.start), final });
  const about = notices(digest, words, calendar);
  const numbers = kpis(digest, words);
  const happened = activity(digest, words);
  const campaigns = campaignLines(digest, words, 8);
  const states = stateLines(digest, words, 6);
  const definitions = words.mrkdwn('reports.definitions');
  const noCharts = charts === null ? [words.mrkdwn('reports.no-charts')] : [];

  const blocks: KnownBlock[] = [
    header(title),
    context(...about),
    fields(
      numbers.map(({ label, value, change }) => [
        label,
        [value, change].filter(Boolean).join('\n'),
      ]),
    ),
    section(happened.join(' ')),
    ...(charts ?? []).map(({ fileId, title: name, altText }) => slackImage(fileId, altText, name)),
    ...(campaigns.length > 0
      ? [section(listed(words.mrkdwn('reports.campaigns'), campaigns))]
      : []),
    ...(states.length > 0 ? [section(listed(words.mrkdwn('reports.states'), states))] : []),
    ...openButtons(digest, words),
    divider(),
    context(definitions, ...noCharts),
  ];
  const text = [
    title,
    ...about,
    ...numbers.map(({ label, value, change }) =>
      change ? `${label}: ${value}; ${change}` : `${label}: ${value}`,
    ),
    ...happened,
    ...(campaigns.length > 0 ? [`${words.mrkdwn('reports.campaigns')}:`, ...campaigns] : []),
    ...(states.length > 0 ? [`${words.mrkdwn('reports.states')}:`, ...states] : []),
    ...noCharts,
    definitions,
  ].join('\n');
  return { text: clampMrkdwn(text, textLimit), blocks };
}

/** To the campaigns with most messages; each click asks anew who may see it. */
function openButtons({ figures }: Digest, words: Reader): KnownBlock[] {
  const buttons = figures.campaigns.slice(0, 5).map(({ id, name }) =>
    button({
      id: campaignIds.show,
      unique: id,
      value: id,
      label: clamp(words.say('reports.open-campaign', { name }), 40),
      accessibilityLabel: words.say('reports.open-campaign', { name }),
    }),
  );
  return buttons.length > 0 ? [actions(buttons)] : [];
}

const listed = (title: string, lines: readonly string[]): string =>
  [`*${title}*`, ...lines.map((line) => `• ${line}`)].join('\n');
