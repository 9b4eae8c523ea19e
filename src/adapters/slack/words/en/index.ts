import { base } from './base.ts';
import { campaignCards } from './campaign-cards.ts';
import { campaigns } from './campaigns.ts';
import { compliance } from './compliance.ts';
import { complianceScreens } from './compliance-screens.ts';
import { consent } from './consent.ts';
import { contactImports } from './contact-imports.ts';
import { contactScreens } from './contact-screens.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { fly } from './fly.ts';
import { home } from './home.ts';
import { posting } from './posting.ts';
import { reports } from './reports.ts';
import { team } from './team.ts';
import { validation } from './validation.ts';
import { why } from './why.ts';

export const en = {
  ...base,
  ...campaignCards,
  ...campaigns,
  ...compliance,
  ...complianceScreens,
  ...consent,
  ...contactImports,
  ...contactScreens,
  ...contacts,
  ...conversations,
  ...fly,
  ...home,
  ...posting,
  ...reports,
  ...team,
  ...validation,
  ...why,
};
