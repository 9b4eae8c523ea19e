import { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';

/**
 * A message to those who did not answer: sent `afterDays` days after the one before it, on the same
 * wall time of the person, then inside the lawful hours. Nobody who replied, bought or opted out
 * gets one.
 */
export const followUpSchema = z.object({ afterDays: z.number().int(), template: z.string() });
export type FollowUp = z.output<typeof followUpSchema>;

export const mostFollowUps = 3;
export const daysBetween = { min: 1, max: 60 } as const;

/** The step of the first follow-up is 2; the message itself is step 1. */
export const stepOfFollowUp = (at: number): number => at + 2;

/** Throws Refusal('invalid', `follow-up.days` | `follow-up.too-many`); the field is `followUpDays1` to 3. */
export function checkFollowUps(followUps: readonly FollowUp[]): void {
  if (followUps.length > mostFollowUps) {
    throw new Refusal('invalid', 'follow-up.too-many', { most: mostFollowUps });
  }
  for (const [at, { afterDays }] of followUps.entries()) {
    const { min, max } = daysBetween;
    if (Number.isInteger(afterDays) && afterDays >= min && afterDays <= max) continue;
    const field = `followUpDays${at + 1}`;
    throw new Refusal('invalid', 'follow-up.days', { min, max }, { [field]: 'follow-up.days' });
  }
}

/** Does something for the text of every follow-up, and names its own field in what it throws. */
export function forEachText<Result>(
  followUps: readonly FollowUp[],
  of: (template: string, at: number) => Result,
): Result[] {
  return followUps.map(({ template }, at) => {
    try {
      return of(template, at);
    } catch (error) {
      if (!(error instanceof Refusal) || !error.fields.template) throw error;
      const fields = { [`followUpText${at + 1}`]: error.fields.template };
      throw new Refusal(error.kind, error.code, error.values, fields);
    }
  });
}
