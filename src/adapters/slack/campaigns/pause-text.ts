import { breakerRules } from '../../../features/delivery/index.ts';
import type { Reader } from '../words/words.ts';

/** `n` of the last `of` attempts, which is so many percent. */
type Figures = { n: number; of: number; percent: string };

/** Why a campaign stands still, to be read after "Paused"; with figures also what to do about it. */
export function pauseText(words: Reader, reason: string | null, figures?: Figures): string {
  if (!reason || reason === 'person') return words.say('campaigns.paused-person');
  if (reason === 'budget') return words.say('campaigns.paused-budget');
  if (reason === 'double-send') return words.say('campaigns.paused-double-send');
  const rule = breakerRules.find((one) => reason === `breaker-${one}`);
  if (rule) {
    const why = words.say(`campaigns.paused-breaker-${rule}`);
    if (!figures) return why;
    const next = words.say(`campaigns.breaker-next-${rule}`);
    return `${why} ${words.say('campaigns.breaker-figures', figures)}. ${next}`;
  }
  const [, code = ''] = reason.split('carrier-');
  return words.say('campaigns.paused-carrier', { code: code || reason });
}
