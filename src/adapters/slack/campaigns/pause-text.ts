import type { Reader } from '../words/words.ts';

/** Why a campaign stands still, to be read after "Paused"; '' when a person simply paused it. */
export function pauseText(words: Reader, reason: string | null): string {
  if (!reason || reason === 'person') return words.say('campaigns.paused-person');
  if (reason === 'budget') return words.say('campaigns.paused-budget');
  if (reason === 'double-send') return words.say('campaigns.paused-double-send');
  const [, code = ''] = reason.split('carrier-');
  return words.say('campaigns.paused-carrier', { code: code || reason });
}
