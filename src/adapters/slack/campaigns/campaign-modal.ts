import type { ModalView } from '@slack/types';
import { divider, modal, type SlackMessage, section } from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { ids } from './ids.ts';

/** What would stand in a message, in a window: for people who come from Home. */
export const campaignModal = (
  words: Reader,
  { text, blocks = [section(text)] }: SlackMessage,
): ModalView =>
  modal({
    id: ids.show,
    title: words.say('campaigns.wizard-title'),
    close: words.say('base.close'),
    blocks,
  });

/** The same with what went wrong on top. */
export const campaignWarning = (words: Reader, why: string, shown: SlackMessage): ModalView =>
  campaignModal(words, {
    ...shown,
    blocks: [section(why), divider(), ...(shown.blocks ?? [section(shown.text)])],
  });
