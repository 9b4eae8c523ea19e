import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { Refusal } from '../../../shared/errors.ts';
import { modal, type SlackMessage, section } from '../blocks.ts';
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

/** The id that a button brought back. Throws `form.metadata` for anything else. */
export function idOf(value: string): string {
  const parsed = z.uuid().safeParse(value);
  if (!parsed.success) throw new Refusal('invalid', 'form.metadata');
  return parsed.data;
}
