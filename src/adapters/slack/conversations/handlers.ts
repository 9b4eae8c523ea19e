import type { ConversationService } from '../../../features/conversations/index.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import { ids, repliesIn } from './ids.ts';
import { optedOutText, repliesMessage } from './reply-view.ts';

type Desk = Pick<ConversationService, 'optOutAs' | 'keepAs' | 'notices'>;

/** What a person of the team makes of a reply: an opt-out that was not said plainly, or none. */
export function registerConversations(
  slack: Slack,
  { conversations }: { conversations: Desk },
): void {
  onButton(slack, ids.optOut, { role: 'operator' }, async (visit) => {
    const { value, userId, words } = visit;
    const { maskedPhone, first } = await conversations.optOutAs(userId, value, slack.clock.now());
    await redraw(visit);
    return message(optedOutText(words, maskedPhone, first));
  });

  onButton(slack, ids.keep, { role: 'operator' }, async (visit) => {
    const { value, userId, words } = visit;
    try {
      const { maskedPhone } = await conversations.keepAs(userId, value, slack.clock.now());
      return message(words.mrkdwn('conversations.kept', { phone: maskedPhone }));
    } finally {
      await redraw(visit);
    }
  });

  /** Everybody sees what was decided, and by whom; the buttons of it are gone. */
  async function redraw({ at, blockIds }: ActionVisit): Promise<void> {
    const notices = await conversations.notices(repliesIn(blockIds));
    if (!at || notices.length === 0) return;
    await slack.post.update(at, repliesMessage(slack.channelReader, notices));
  }
}
