import type { ScoreBand, ScoreFacts, ScoreWeights } from './lead-score.ts';

/** The weights in force. `version` is the optimistic lock of whoever edits them. */
export type ScoreRules = {
  weights: ScoreWeights;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
};

/** What other weights would do to everybody's score as it stands now. */
export type ScoreEffect = {
  contacts: number;
  changed: number;
  changedBand: number;
  meanBefore: number;
  meanAfter: number;
  bands: Record<ScoreBand, { before: number; after: number }>;
};

export type LeadScoreStore = {
  rules(): Promise<ScoreRules>;
  /** Null when the contact does not exist. */
  facts(contactId: string): Promise<(ScoreFacts & { stored: number }) | null>;
  effect(weights: ScoreWeights, now: Date): Promise<ScoreEffect>;
  /**
   * Stores the weights with its audit entry and makes a pass over everybody due at once; false
   * when `version` is not the present one any more.
   */
  save(change: {
    weights: ScoreWeights;
    version: number;
    by: string;
    at: Date;
    effect: ScoreEffect;
  }): Promise<boolean>;
  /** Scores contacts to whom something happened, at most so many events; how many events there were. */
  refreshDue(limit: number, now: Date): Promise<number>;
  /**
   * The next contacts of a pass that is due; false when none is. At its end the next one is due at
   * `next`. A crash goes on after the last batch that was committed.
   */
  pass(limit: number, now: Date, next: Date): Promise<boolean>;
};
