import { base } from './base.ts';
import { compliance } from './compliance.ts';
import { team } from './team.ts';

export const ptBr = { ...base, ...compliance, ...team };
