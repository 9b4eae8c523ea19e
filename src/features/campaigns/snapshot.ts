import { z } from 'zod';

/**
 * What an approver is shown, kept with the approval for ever. Counts of people and segments;
 * money as decimal strings in dollars; moments as ISO instants.
 */
export const snapshotSchema = z.object({
  name: z.string(),
  channel: z.enum(['sms', 'whatsapp', 'call']),
  matched: z.number(),
  excluded: z.record(z.string(), z.number()),
  final: z.number(),
  skippedAtStaging: z.record(z.string(), z.number()),
  /** Of all messages, the follow-ups included: what the cost is counted on. */
  segments: z.number(),
  ucs2: z.number(),
  cost: z.string(),
  /** The same text without accents; null when that saves nothing. */
  plainCost: z.string().nullable(),
  budget: z.string(),
  dailyBudget: z.string().nullable(),
  stopWhenReached: z.boolean(),
  ceiling: z.string(),
  firstDue: z.string().nullable(),
  lastDue: z.string().nullable(),
  /** Rows that would only go on a later local day than the first ones. */
  heldToLaterDays: z.number(),
  samples: z.array(z.object({ text: z.string(), segments: z.number() })),
  /** The later messages of a drip: when, one text as an example, and segments if everybody gets it. */
  followUps: z
    .array(z.object({ afterDays: z.number(), sample: z.string(), segments: z.number() }))
    .default([]),
  issues: z.array(z.object({ code: z.string(), severity: z.string() })),
  attestations: z.array(
    z.object({
      importId: z.string(),
      fileName: z.string(),
      seller: z.string(),
      signedBy: z.string(),
      signedAt: z.string(),
      people: z.number(),
    }),
  ),
  rulesVersion: z.string(),
  rowsDigest: z.string(),
});
export type Snapshot = z.output<typeof snapshotSchema>;
