import type { Slack } from '../app.ts';
import { type CardNeeds, registerCards } from './card-handlers.ts';
import { type CampaignCommandNeeds, registerCampaignCommand, showCampaign } from './command.ts';
import { registerWizard } from './wizard-handlers.ts';

export type CampaignHandlerNeeds = CampaignCommandNeeds & Omit<CardNeeds, 'show'>;

/** Everything a person does with campaigns in Slack. */
export function registerCampaigns(slack: Slack, needs: CampaignHandlerNeeds): void {
  registerCampaignCommand(slack, needs);
  registerWizard(slack, needs);
  registerCards(slack, { ...needs, show: ({ words }, id) => showCampaign(needs, words, id) });
}
