import type { Campaign, Progress } from '../../../features/campaigns/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { actions, button, context, message, type SlackMessage, section } from '../blocks.ts';
import { escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';

/** Newest first; each with what the reader can do next. */
export function campaignList(
  words: Reader,
  role: Role,
  campaigns: readonly Campaign[],
  progress: ReadonlyMap<string, Progress>,
): SlackMessage {
  const mayDraft = includes(role, 'operator');
  if (campaigns.length === 0) {
    const text = words.mrkdwn('campaigns.none');
    const begin = button({ id: ids.new, label: words.say('campaigns.begin'), style: 'primary' });
    return message(text, [section(text), ...(mayDraft ? [actions([begin])] : [])]);
  }
  const lines = campaigns.map((campaign) => lineOf(words, campaign, progress.get(campaign.id)));
  return message(lines.join('\n'), [
    ...campaigns.map((campaign, at) => {
      const isDraft = campaign.status === 'draft';
      const text = lines[at] ?? '';
      if (isDraft && !mayDraft) return section(text);
      const accessory = button({
        id: isDraft ? ids.resumeDraft : ids.show,
        unique: campaign.id,
        label: words.say(isDraft ? 'campaigns.resume-draft' : 'campaigns.show'),
        value: campaign.id,
        accessibilityLabel: campaign.name,
      });
      return section(text, { accessory });
    }),
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
