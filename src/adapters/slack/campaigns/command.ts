import {
  type ApprovalService,
  type Campaign,
  type ControlService,
  type DraftService,
  statuses,
} from '../../../features/campaigns/index.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { type CommandVisit, onCommand } from '../on-command.ts';
import type { Visit } from '../visit.ts';
import { campaignCard } from './card.ts';
import { campaignList } from './list-view.ts';
import { namedCampaign } from './named-campaign.ts';
import type { CampaignOutbox } from './outbox.ts';
import { showUnconfirmed, type UnconfirmedNeeds } from './unconfirmed-handlers.ts';
import { sayWhy, type WhyNeeds } from './why-handler.ts';
import type { WizardNeeds } from './wizard.ts';
import { beginWizard } from './wizard-handlers.ts';

export type CampaignCommandNeeds = WizardNeeds &
  UnconfirmedNeeds &
  WhyNeeds & {
    drafts: DraftService;
    approvals: ApprovalService;
    control: ControlService;
    outbox: CampaignOutbox;
  };

/** `/campaign` and its words. */
export function registerCampaignCommand(slack: Slack, needs: CampaignCommandNeeds): void {
  const { control } = needs;
  const named = ({ rest }: Pick<CommandVisit, 'rest'>, among: readonly Campaign['status'][]) =>
    namedCampaign(control, rest, among);
  const shown = async (visit: CommandVisit, among: readonly Campaign['status'][]) =>
    showCampaign(needs, visit, (await named(visit, among)).id);

  onCommand(slack, '/campaign', {
    new: {
      role: 'operator',
      help: 'campaigns.help-new',
      run: (visit) => beginWizard(needs, visit),
    },
    list: {
      role: 'viewer',
      help: 'campaigns.help-list',
      run: async ({ member, words }) => {
        const campaigns = await control.list(statuses, 10);
        const progress = await control.progress(campaigns.map(({ id }) => id));
        return campaignList(words, member.role, campaigns, progress);
      },
    },
    show: {
      role: 'viewer',
      help: 'campaigns.help-show',
      usage: 'Summer',
      run: (visit) => shown(visit, statuses),
    },
    pause: {
      role: 'operator',
      help: 'campaigns.help-pause',
      usage: 'Summer',
      run: async (visit) => {
        const campaign = await named(visit, ['scheduled', 'running']);
        await control.pause(campaign.id, visit.userId);
        await visit.answer(
          message(visit.words.mrkdwn('campaigns.you-paused', { name: campaign.name })),
        );
        await needs.outbox.keepCard(campaign.id, campaign.version);
        return undefined;
      },
    },
    // These two cannot be undone: the card's buttons ask with real numbers first.
    resume: {
      role: 'approver',
      help: 'campaigns.help-resume',
      usage: 'Summer',
      run: (visit) => shown(visit, ['paused']),
    },
    cancel: {
      role: 'operator',
      help: 'campaigns.help-cancel',
      usage: 'Summer',
      run: (visit) => shown(visit, ['submitted', 'scheduled', 'running', 'paused']),
    },
    unconfirmed: {
      role: 'operator',
      help: 'campaigns.help-unconfirmed',
      usage: 'Summer',
      run: async (visit) => {
        const campaign = await named(visit, ['running', 'paused', 'completed', 'canceled']);
        return showUnconfirmed(needs, visit.words, campaign);
      },
    },
    why: {
      role: 'operator',
      help: 'campaigns.help-why',
      usage: '+1 203 555 0123',
      run: (visit) => sayWhy(needs, visit),
    },
    stop: {
      role: 'operator',
      help: 'campaigns.help-stop',
      run: (visit) => turn(visit, control.kill, 'campaigns.you-killed', 'campaigns.was-killed'),
    },
    start: {
      role: 'approver',
      help: 'campaigns.help-start',
      run: (visit) =>
        turn(visit, (by) => control.unkill(by), 'campaigns.you-unkilled', 'campaigns.was-unkilled'),
    },
  });

  async function turn(
    { userId, words, answer }: CommandVisit,
    pull: (by: string) => Promise<boolean>,
    changed: 'campaigns.you-killed' | 'campaigns.you-unkilled',
    unchanged: 'campaigns.was-killed' | 'campaigns.was-unkilled',
  ): Promise<undefined> {
    await answer(message(words.mrkdwn((await pull(userId)) ? changed : unchanged)));
    await needs.outbox.refreshCards();
    return undefined;
  }
}

/** The card as it stands now, for one reader. */
export async function showCampaign(
  needs: Pick<CampaignCommandNeeds, 'drafts' | 'approvals' | 'control' | 'simulated'>,
  { member, words }: Pick<Visit, 'member' | 'words'>,
  id: string,
): Promise<SlackMessage> {
  const [campaign, approval, progress, killSwitch] = await Promise.all([
    needs.drafts.find(id),
    needs.approvals.find(id),
    needs.control.progress([id]),
    needs.control.killSwitch(),
  ]);
  const counts = progress.get(id);
  if (!approval || !counts || campaign.status === 'draft') {
    return campaignList(words, member.role, [campaign], progress);
  }
  return campaignCard(words, {
    campaign,
    approval,
    progress: counts,
    killSwitch,
    simulated: needs.simulated,
  });
}
