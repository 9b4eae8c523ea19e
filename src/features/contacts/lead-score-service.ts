import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { instantOfWallTime, wallTimeAt } from '../../shared/wall-time.ts';
import {
  checkWeights,
  explainScore,
  type ScoreExplanation,
  type ScoreWeights,
} from './lead-score.ts';
import type { LeadScoreStore, ScoreEffect, ScoreRules } from './lead-score-ports.ts';

/** Three in the morning: nobody works, nothing is sent. */
const nightlyMs = 3 * 3_600_000;
const eventsAtOnce = 2_000;
const contactsAtOnce = 2_000;

export type LeadScoreService = ReturnType<typeof createLeadScoreService>;

/** How promising is somebody? A rule with weights that an admin may change. */
export function createLeadScoreService({
  store,
  clock,
  timeZone,
}: {
  store: LeadScoreStore;
  clock: Clock;
  timeZone: string;
}) {
  function parse(entered: Readonly<Record<string, unknown>>): ScoreWeights {
    const checked = checkWeights(entered);
    if (checked.ok) return checked.weights;
    const fields = Object.fromEntries(checked.wrong.map((each) => [each, 'score.weight']));
    throw new Refusal('invalid', 'score.weight', {}, fields);
  }

  async function current(version: number): Promise<ScoreRules> {
    const rules = await store.rules();
    if (rules.version !== version) throw new Refusal('conflict', 'score.changed-meanwhile');
    return rules;
  }

  return {
    rules: (): Promise<ScoreRules> => store.rules(),

    /** The score as the rule has it now, and what made it so. */
    async explain(contactId: string): Promise<ScoreExplanation> {
      const [facts, { weights }] = await Promise.all([store.facts(contactId), store.rules()]);
      if (!facts) throw new Refusal('not-found', 'contacts.unknown');
      return explainScore(facts, weights, clock.now());
    },

    /**
     * What these weights would change. Throws `score.weight` (with the fields) and
     * `score.changed-meanwhile` when `version` is not the present one.
     */
    async effect(
      entered: Readonly<Record<string, unknown>>,
      version: number,
    ): Promise<{ weights: ScoreWeights; effect: ScoreEffect }> {
      const weights = parse(entered);
      await current(version);
      return { weights, effect: await store.effect(weights, clock.now()) };
    },

    /** Everybody is scored anew within a minute or so. */
    async save(
      entered: Readonly<Record<string, unknown>>,
      version: number,
      by: string,
    ): Promise<ScoreEffect> {
      const weights = parse(entered);
      const at = clock.now();
      const effect = await store.effect(weights, at);
      if (!(await store.save({ weights, version, by, at, effect }))) {
        throw new Refusal('conflict', 'score.changed-meanwhile');
      }
      return effect;
    },

    /** What happened since the last time; true when there is more. */
    refreshDue: async (): Promise<boolean> =>
      (await store.refreshDue(eventsAtOnce, clock.now())) === eventsAtOnce,

    /** Everybody, every night: what days alone change. True when there is more. */
    pass: (): Promise<boolean> =>
      store.pass(contactsAtOnce, clock.now(), nextNight(clock.now(), timeZone)),
  };
}

/** The next three o'clock in the morning. */
function nextNight(now: Date, timeZone: string): Date {
  const { day } = wallTimeAt(timeZone, now.getTime());
  const today = instantOfWallTime(timeZone, day, nightlyMs);
  return new Date(today > now.getTime() ? today : instantOfWallTime(timeZone, day + 1, nightlyMs));
}
