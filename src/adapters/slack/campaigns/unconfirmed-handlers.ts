import type { Campaign, ControlService, DraftService } from '../../../features/campaigns/index.ts';
import type { WatchService } from '../../../features/delivery/index.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import type { Reader } from '../words/words.ts';
import { campaignModal } from './campaign-modal.ts';
import { attemptOf, idOf } from './claims.ts';
import { ids } from './ids.ts';
import { unconfirmedList, unconfirmedShown } from './unconfirmed-view.ts';

export type UnconfirmedNeeds = {
  drafts: DraftService;
  control: Pick<ControlService, 'progress'>;
  watch: Pick<WatchService, 'resolve' | 'unconfirmedOf'>;
};

/** "Send again" and "Close", for messages that only a person can decide on. */
export function registerUnconfirmed(slack: Slack, needs: UnconfirmedNeeds): void {
  onButton(slack, ids.unconfirmed, { role: 'operator' }, async (visit) => {
    const shown = await listOf(needs, visit.words, idOf(visit.value));
    if (!visit.view) return shown;
    const open = visit.view.type === 'modal' ? visit.pushModal : visit.openModal;
    await open(campaignModal(visit.words, shown));
    return undefined;
  });

  const decisions = [
    [ids.sendAgain, 'again'],
    [ids.close, 'closed'],
  ] as const;
  for (const [id, to] of decisions) {
    onButton(slack, id, { role: 'approver' }, async (visit) => {
      const { campaignId } = await needs.watch.resolve(attemptOf(visit.value), to, visit.userId);
      return campaignId
        ? redrawn(visit, await listOf(needs, visit.words, campaignId))
        : message(visit.words.mrkdwn('campaigns.resolved'));
    });
  }
}

/** What is left, in the place of what was clicked in. */
async function redrawn(visit: ActionVisit, shown: SlackMessage): Promise<undefined> {
  if (visit.view) await visit.update(campaignModal(visit.words, shown));
  else await visit.replace(shown);
  return undefined;
}

async function listOf(
  needs: UnconfirmedNeeds,
  words: Reader,
  campaignId: string,
): Promise<SlackMessage> {
  return showUnconfirmed(needs, words, await needs.drafts.find(campaignId));
}

export async function showUnconfirmed(
  { control, watch }: UnconfirmedNeeds,
  words: Reader,
  campaign: Campaign,
): Promise<SlackMessage> {
  const [waiting, progress] = await Promise.all([
    watch.unconfirmedOf(campaign.id, unconfirmedShown),
    control.progress([campaign.id]),
  ]);
  return unconfirmedList(words, campaign, waiting, progress.get(campaign.id)?.unconfirmed ?? 0);
}
