import type { KnownBlock } from '@slack/types';
import type {
  Approval,
  Campaign,
  KillSwitch,
  Progress,
} from '../../../features/campaigns/index.ts';
import { actions, context, header, message, type SlackMessage, section } from '../blocks.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { liveParts } from './live-card.ts';
import { requestParts } from './request-card.ts';

export type Card = {
  campaign: Campaign;
  approval: Approval;
  progress: Progress;
  killSwitch: KillSwitch;
  simulated: boolean;
};

/** What a card says between its title and its end, in words and in blocks. */
export type CardParts = {
  state: string;
  /** What the blocks say, for the top-level text. */
  lines: string[];
  blocks: KnownBlock[];
  buttons: Parameters<typeof actions>[0];
};

/**
 * The one message of a submission, from the request for approval to the last receipt. Its text says
 * what the blocks say; its buttons are only those that can still be pressed.
 */
export function campaignCard(words: Reader, card: Card): SlackMessage {
  const { approval } = card;
  const parts = partsOf(words, card);
  const simulated = card.simulated ? [words.mrkdwn('campaigns.simulated')] : [];
  const title = approval.snapshot.name;
  const text = [
    words.mrkdwn('campaigns.card-title', { name: title }),
    parts.state,
    ...parts.lines,
    ...simulated,
  ].join('\n');
  return message(text, [
    header(title),
    section(parts.state),
    ...parts.blocks,
    ...(parts.buttons.length > 0 ? [actions(parts.buttons)] : []),
    ...(simulated.length > 0 ? [context(...simulated)] : []),
  ]);
}

function partsOf(words: Reader, card: Card): CardParts {
  const { campaign, approval } = card;
  const current = campaign.version === approval.version;
  if (current && approval.decision === null && campaign.status === 'submitted') {
    return requestParts(words, card);
  }
  if (current && approval.decision === 'approved') return liveParts(words, card);
  return { state: decided(words, card), lines: [], blocks: [], buttons: [] };
}

function decided(words: Reader, { campaign, approval }: Card): string {
  const by = mention(approval.decidedBy ?? approval.requestedBy);
  if (approval.decision === 'rejected') {
    return words.mrkdwn('campaigns.rejected', { by, reason: approval.reason ?? '' });
  }
  return words.mrkdwn(
    campaign.status === 'canceled' ? 'campaigns.canceled-before' : 'campaigns.voided',
    { by },
  );
}
