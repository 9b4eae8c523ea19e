import type { Reaction } from './reaction.ts';
import { nothing, reactionTable } from './reactions.ts';

/** The codes of the table whose reaction is like this. */
export const codesWith = (is: (reaction: Reaction) => boolean): string[] =>
  reactionTable.flatMap(({ codes, reaction }) => (is(reaction) ? codes : []));

export const knownCodes: readonly string[] = codesWith(() => true);

const byCode = new Map(
  reactionTable.flatMap(({ codes, reaction }) => codes.map((code) => [code, reaction])),
);

/** Nothing was sent and nobody was reached: the sender rests a minute, the message waits. */
const notReached: Reaction = {
  ...nothing,
  class: 'transient',
  retry: { wait: 'minutes', minutes: 1, max: 30 },
  account: { do: 'hold-sender', until: { minutes: 1 } },
};

/**
 * Only for outcomes that are definite: a refusal (4xx, or no connection: both null) or a final
 * failed status. An unknown outcome has no reaction; it stays unconfirmed.
 * A code that is not in the table is a final failure without further effect.
 */
export function reactionTo(failure: {
  errorCode: string | null;
  httpStatus: number | null;
}): Reaction {
  const { errorCode, httpStatus } = failure;
  const known = errorCode === null ? undefined : byCode.get(errorCode);
  if (known) return known;
  if (httpStatus === 429) return byCode.get('20429') ?? nothing;
  if (httpStatus === 401 || httpStatus === 403) return byCode.get('20003') ?? nothing;
  if (errorCode === null && httpStatus === null) return notReached;
  return nothing;
}
