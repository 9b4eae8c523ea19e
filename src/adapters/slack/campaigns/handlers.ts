import type { Slack } from '../app.ts';
import { registerCards } from './card-handlers.ts';
import { type CampaignCommandNeeds, registerCampaignCommand, showCampaign } from './command.ts';
import { registerUnconfirmed } from './unconfirmed-handlers.ts';
import { registerWizard } from './wizard-handlers.ts';

/** Everything a person does with campaigns in Slack. */
export function registerCampaigns(slack: Slack, needs: CampaignCommandNeeds): void {
  registerCampaignCommand(slack, needs);
  registerWizard(slack, needs);
  registerCards(slack, { ...needs, show: (looking, id) => showCampaign(needs, looking, id) });
  registerUnconfirmed(slack, needs);
}
