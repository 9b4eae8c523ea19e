import type { KnownBlock } from '@slack/types';
import type { Campaign } from '../../../features/campaigns/index.ts';
import { actions, button, message, type SlackMessage, section } from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';

/** Says something about a draft, with the way back into it. `text` is escaped mrkdwn. */
export const draftButtons = (words: Reader, campaignId: string, text: string): KnownBlock[] => [
  section(text),
  actions([
    button({
      id: ids.resumeDraft,
      label: words.say('campaigns.resume-draft'),
      value: campaignId,
    }),
  ]),
];

/** `typed`: what stood in the form is kept too, not only the steps that were left. */
export function draftSaved(
  words: Reader,
  { id, name }: Pick<Campaign, 'id' | 'name'>,
  typed: boolean,
): SlackMessage {
  const text = words.mrkdwn('campaigns.draft-saved', { name, what: typed ? 'all' : 'steps' });
  return message(text, draftButtons(words, id, text));
}
