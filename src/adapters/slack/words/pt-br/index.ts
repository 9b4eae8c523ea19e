import { alerts } from './alerts.ts';
import { base } from './base.ts';
import { campaignCards } from './campaign-cards.ts';
import { campaigns } from './campaigns.ts';
import { cardValidation } from './card-validation.ts';
import { compliance } from './compliance.ts';
import { complianceScreens } from './compliance-screens.ts';
import { consent } from './consent.ts';
import { contactBulk } from './contact-bulk.ts';
import { contactCard } from './contact-card.ts';
import { contactFiles } from './contact-files.ts';
import { contactImports } from './contact-imports.ts';
import { contactLists } from './contact-lists.ts';
import { contactScreens } from './contact-screens.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { fly } from './fly.ts';
import { home } from './home.ts';
import { leadScore } from './lead-score.ts';
import { posting } from './posting.ts';
import { reports } from './reports.ts';
import { team } from './team.ts';
import { validation } from './validation.ts';
import { validationScreens } from './validation-screens.ts';
import { why } from './why.ts';

export const ptBr = {
  ...alerts,
  ...base,
  ...campaignCards,
  ...campaigns,
  ...cardValidation,
  ...compliance,
  ...complianceScreens,
  ...consent,
  ...contactBulk,
  ...contactCard,
  ...contactFiles,
  ...contactImports,
  ...contactLists,
  ...contactScreens,
  ...contacts,
  ...conversations,
  ...fly,
  ...home,
  ...leadScore,
  ...posting,
  ...reports,
  ...team,
  ...validation,
  ...validationScreens,
  ...why,
};
