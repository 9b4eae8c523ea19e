import type { WhyService } from '../../../features/delivery/index.ts';
import type { SlackMessage } from '../blocks.ts';
import type { CommandVisit } from '../on-command.ts';
import { whyMessage } from './why-view.ts';

export type WhyNeeds = { why: Pick<WhyService, 'about'> };

/** `/campaign why +1 203 555 0123`: shown to the asker alone, and the number masked even there. */
export async function sayWhy({ why }: WhyNeeds, visit: CommandVisit): Promise<SlackMessage> {
  return whyMessage(visit.words, await why.about(phoneIn(visit.rest)));
}

/** Slack turns a number into a link of its own: `<tel:+12035550123|+1 203 555 0123>`. */
const phoneIn = (typed: string): string => /<tel:([^|>]+)/.exec(typed)?.[1] ?? typed;
