import type { AlertDesk } from '../../../features/delivery/index.ts';
import type { Poster } from '../posting.ts';
import type { Reader } from '../words/words.ts';
import { alertMessage } from './alert-view.ts';

/** The alerts channel; an alert that grows is one message that is brought up to date. */
export const slackAlertDesk = ({
  poster,
  channel,
  words,
}: {
  poster: Pick<Poster, 'keep'>;
  channel: string;
  words: Reader;
}): AlertDesk => ({
  async show(notice) {
    await poster.keep({
      key: `carrier-alert:${notice.id}`,
      channel,
      message: alertMessage(words, notice),
      event: 'carrier_alert',
    });
  },
});
