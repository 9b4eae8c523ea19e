import { base } from './base.ts';
import { team } from './team.ts';

export const ptBr = { ...base, ...team };
