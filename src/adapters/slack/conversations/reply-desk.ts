import type { ReplyDesk } from '../../../features/conversations/index.ts';
import type { Poster } from '../posting.ts';
import type { Reader } from '../words/words.ts';
import { repliesMessage } from './reply-view.ts';

/**
 * The replies channel. One message for what came in together, named after its first text: a repeat
 * after a crash finds it and brings it up to date.
 */
export const slackReplyDesk = ({
  poster,
  channel,
  words,
}: {
  poster: Pick<Poster, 'keep'>;
  channel: string;
  words: Reader;
}): ReplyDesk => ({
  async announce(notices) {
    const [first] = notices;
    if (!first) return;
    await poster.keep({
      key: `replies:${first.id}`,
      channel,
      message: repliesMessage(words, notices),
      event: 'replies_received',
    });
  },
});
