import type { ReasonCode } from '../../../features/compliance/index.ts';
import { reasonCodes } from '../../../features/compliance/index.ts';
import type { Reader } from '../words/words.ts';

/** From everybody who matches to those who would get it, a line for each reason somebody would not. */
export function waterfallText(
  words: Reader,
  {
    matched,
    excluded,
    final,
  }: { matched: number; excluded: Readonly<Record<string, number | undefined>>; final: number },
): string {
  const lines = reasonCodes.flatMap((reason: ReasonCode) => {
    const people = excluded[reason] ?? 0;
    return people > 0 ? [`−${words.number(people)}  ${words.mrkdwn(`reason.${reason}`)}`] : [];
  });
  return [
    words.mrkdwn('campaigns.matched', { people: matched }),
    ...lines,
    words.mrkdwn('campaigns.final', { people: final }),
  ].join('\n');
}
