import type { KnownBlock } from '@slack/types';
import type { AlertNotice } from '../../../features/delivery/index.ts';
import { section } from '../blocks.ts';
import { asMrkdwn, clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';

const mostCampaigns = 5;

/** What happened, to how many and where, and what to do next. */
export function alertMessage(
  words: Reader,
  notice: AlertNotice,
): { text: string; blocks: KnownBlock[] } {
  const { topic, code, messages, campaigns, people, morePeople, regions } = notice;
  const named = campaigns.slice(0, mostCampaigns).map((name) => clamp(name, 60));
  const text = [
    words.mrkdwn('alerts.title', { what: words.say(`alerts.what-${topic}`), code }),
    words.mrkdwn('alerts.figures', {
      messages,
      campaigns: words.list(named),
      named: named.length,
      more: campaigns.length - named.length,
    }),
    ...(regions.length > 0
      ? [words.mrkdwn('alerts.regions', { regions: words.list(regions.map(nameOf(words))) })]
      : []),
    ...(people.length > 0
      ? [words.mrkdwn('alerts.people', { people: people.join(', '), more: morePeople })]
      : []),
    words.mrkdwn('alerts.next', { next: asMrkdwn(words.mrkdwn(`alerts.next-${topic}`)) }),
  ].join('\n');
  return { text, blocks: [section(text)] };
}

const nameOf =
  (words: Reader) =>
  (region: string): string =>
    /^[A-Z]{2}$/.test(region)
      ? (new Intl.DisplayNames([words.locale], { type: 'region' }).of(region) ?? region)
      : region;
