import type {
  ApprovalService,
  Campaign,
  ControlService,
  DraftService,
} from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { type CommandVisit, onCommand } from '../on-command.ts';
import type { Reader } from '../words/words.ts';
import { campaignCard } from './card.ts';
import { campaignList } from './list-view.ts';
import type { CampaignOutbox } from './outbox.ts';
import type { WizardNeeds } from './wizard.ts';
import { beginWizard } from './wizard-handlers.ts';

export type CampaignCommandNeeds = WizardNeeds & {
  drafts: DraftService;
  approvals: ApprovalService;
  control: ControlService;
  outbox: CampaignOutbox;
};

const anyStatus = [
  'draft',
  'submitted',
  'scheduled',
  'running',
  'paused',
  'completed',
  'canceled',
] as const;

/** `/campaign` and its words. */
export function registerCampaignCommand(slack: Slack, needs: CampaignCommandNeeds): void {
  const { control } = needs;
  onCommand(slack, '/campaign', {
    new: {
      role: 'operator',
      help: 'campaigns.help-new',
      run: async (visit) => {
        await beginWizard(needs, visit);
        return undefined;
      },
    },
    list: {
      role: 'viewer',
      help: 'campaigns.help-list',
      run: async ({ words }) => {
        const campaigns = await control.list(anyStatus, 10);
        const progress = await control.progress(campaigns.map(({ id }) => id));
        return campaignList(words, campaigns, progress);
      },
    },
    show: {
      role: 'viewer',
      help: 'campaigns.help-show',
      usage: 'Summer',
      run: async (visit) =>
        showCampaign(needs, visit.words, (await named(needs, visit, anyStatus)).id),
    },
    pause: {
      role: 'operator',
      help: 'campaigns.help-pause',
      usage: 'Summer',
      run: async (visit) => {
        const campaign = await named(needs, visit, ['scheduled', 'running']);
        await control.pause(campaign.id, visit.userId);
        await needs.outbox.keepCard(campaign.id, campaign.version);
        return message(visit.words.mrkdwn('campaigns.you-paused', { name: campaign.name }));
      },
    },
    resume: {
      role: 'approver',
      help: 'campaigns.help-resume',
      usage: 'Summer',
      // The button asks with real numbers before anything is sent.
      run: async (visit) =>
        showCampaign(needs, visit.words, (await named(needs, visit, ['paused'])).id),
    },
    cancel: {
      role: 'operator',
      help: 'campaigns.help-cancel',
      usage: 'Summer',
      run: async (visit) => {
        const open = ['submitted', 'scheduled', 'running', 'paused'] as const;
        return showCampaign(needs, visit.words, (await named(needs, visit, open)).id);
      },
    },
    stop: {
      role: 'operator',
      help: 'campaigns.help-stop',
      run: async ({ words, userId }) => {
        const changed = await control.kill(userId);
        await needs.outbox.refreshCards();
        return message(words.mrkdwn(changed ? 'campaigns.you-killed' : 'campaigns.was-killed'));
      },
    },
    start: {
      role: 'approver',
      help: 'campaigns.help-start',
      run: async ({ words, userId }) => {
        const changed = await control.unkill(userId);
        await needs.outbox.refreshCards();
        return message(words.mrkdwn(changed ? 'campaigns.you-unkilled' : 'campaigns.was-unkilled'));
      },
    },
  });
}

/** The campaign a person means: by the start of its name, or the only one there is. */
async function named(
  { control }: CampaignCommandNeeds,
  { rest }: Pick<CommandVisit, 'rest'>,
  statuses: readonly Campaign['status'][],
): Promise<Campaign> {
  const campaigns = await control.list(statuses, 100);
  const wanted = folded(rest);
  const fitting = campaigns.filter(({ name }) => folded(name).startsWith(wanted));
  const exact = fitting.filter(({ name }) => folded(name) === wanted);
  const [only, ...others] = exact.length === 1 ? exact : fitting;
  if (only && others.length === 0) return only;
  if (!only) throw new Refusal('not-found', 'campaign.no-such-name', { name: rest });
  throw new Refusal('invalid', 'campaign.which', {
    names: [only, ...others]
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', '),
  });
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** The card as it stands now, for one reader. */
export async function showCampaign(
  needs: Pick<CampaignCommandNeeds, 'drafts' | 'approvals' | 'control' | 'simulated'>,
  words: Reader,
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
    return campaignList(words, [campaign], progress);
  }
  return campaignCard(words, {
    campaign,
    approval,
    progress: counts,
    killSwitch: killSwitch.engaged,
    simulated: needs.simulated,
  });
}
