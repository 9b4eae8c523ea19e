import { createHash } from 'node:crypto';
import { attemptCap } from './gate.ts';
import { federalHolidays, holidays } from './holidays.ts';
import { leastLeftMs } from './hours.ts';
import { houseRow } from './narrower.ts';
import { wrongLineTypes } from './standing.ts';
import { federalRow, stateRules } from './state-rules.ts';

/**
 * Names the law by which a decision was made: another row, holiday or cap gives another version.
 * Logged with each decision, and part of what an approval is bound to.
 */
export const rulesVersion: string = createHash('sha256')
  .update(
    JSON.stringify([
      federalRow,
      stateRules,
      houseRow,
      holidays,
      federalHolidays,
      attemptCap,
      leastLeftMs,
      wrongLineTypes,
    ]),
  )
  .digest('hex')
  .slice(0, 12);
