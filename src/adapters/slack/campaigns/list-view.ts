import type { Campaign, Progress } from '../../../features/campaigns/index.ts';
import { actions, button, context, message, type SlackMessage, section } from '../blocks.ts';
import { escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';

/** Newest first; each with what can be done next. */
export function campaignList(
  words: Reader,
  campaigns: readonly Campaign[],
  progress: ReadonlyMap<string, Progress>,
): SlackMessage {
  if (campaigns.length === 0) {
    const text = words.mrkdwn('campaigns.none');
    return message(text, [
      section(text),
      actions([button({ id: ids.new, label: words.say('campaigns.begin'), style: 'primary' })]),
    ]);
  }
  const lines = campaigns.map((campaign) => lineOf(words, campaign, progress.get(campaign.id)));
  return message(lines.join('\n'), [
    ...campaigns.map((campaign, at) =>
      section(lines[at] ?? '', {
        accessory: button({
          id: campaign.status === 'draft' ? ids.resumeDraft : ids.show,
          unique: campaign.id,
          label: words.say(
            campaign.status === 'draft' ? 'campaigns.resume-draft' : 'campaigns.show',
          ),
          value: campaign.id,
          accessibilityLabel: campaign.name,
        }),
      }),
    ),
    context(words.mrkdwn('campaigns.list-hint')),
  ]);
}

function lineOf(words: Reader, campaign: Campaign, progress: Progress | undefined): string {
  const state = words.mrkdwn('campaigns.state', { status: campaign.status, reason: '' });
  const numbers =
    progress && progress.sent > 0
      ? ` · ${words.mrkdwn('campaigns.list-numbers', {
          sent: progress.sent,
          delivered: progress.delivered,
          replied: progress.replied,
        })}`
      : '';
  return `*${escapeMrkdwn(campaign.name)}*\n${state}${numbers}`;
}
