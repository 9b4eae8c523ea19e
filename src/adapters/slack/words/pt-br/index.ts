import { base } from './base.ts';
import { campaigns } from './campaigns.ts';
import { compliance } from './compliance.ts';
import { fly } from './fly.ts';
import { home } from './home.ts';
import { team } from './team.ts';

export const ptBr = { ...base, ...campaigns, ...compliance, ...fly, ...home, ...team };
