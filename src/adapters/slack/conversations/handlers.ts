import type { ConversationService } from '../../../features/conversations/index.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import { ids } from './ids.ts';
import { optedOutText } from './reply-view.ts';

/** "Opt out" beside a reply: for a text that meant it and did not say so plainly. */
export function registerConversations(
  slack: Slack,
  { conversations }: { conversations: Pick<ConversationService, 'optOutAs'> },
): void {
  onButton(slack, ids.optOut, { role: 'operator' }, async ({ value, userId, words }) => {
    const { maskedPhone, first } = await conversations.optOutAs(userId, value, slack.clock.now());
    return message(optedOutText(words, maskedPhone, first));
  });
}
