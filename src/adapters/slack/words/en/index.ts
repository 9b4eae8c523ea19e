import { base } from './base.ts';
import { team } from './team.ts';

export const en = { ...base, ...team };
