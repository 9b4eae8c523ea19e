import { Refusal } from '../../shared/errors.ts';

/**
 * Why a provider gave no answer.
 * `refused`: our key is wrong or was revoked. `used-up`: the month's lookups are gone.
 * `limited`: too many at a time. `away`: a time-out, 5xx, no connection. `nonsense`: an answer
 * that nobody can read.
 */
export type LookupFailureKind = 'refused' | 'used-up' | 'limited' | 'away' | 'nonsense';

const codes = {
  refused: 'validation.provider-refused',
  'used-up': 'validation.provider-used-up',
  limited: 'validation.provider-limited',
  away: 'validation.provider-unavailable',
  nonsense: 'validation.provider-nonsense',
} as const satisfies Record<LookupFailureKind, string>;

export type LookupFailureDetails = {
  provider: string;
  /** Whether the provider may have counted the lookup, and so will charge for it. */
  charged: 'no' | 'maybe';
  retryAfterMs?: number | null;
};

/** What an adapter throws. `forbidden` lasts until a person acts; `unavailable` passes. */
export function lookupFailure(
  kind: LookupFailureKind,
  { provider, charged, retryAfterMs }: LookupFailureDetails,
): Refusal {
  const lasting = kind === 'refused' || kind === 'used-up';
  return new Refusal(lasting ? 'forbidden' : 'unavailable', codes[kind], {
    provider,
    charged,
    ...(retryAfterMs !== undefined && retryAfterMs !== null && { retryAfterMs }),
  });
}

/** Read back from what was thrown; null for an error that is a bug of ours. */
export function readLookupFailure(
  error: unknown,
): { kind: LookupFailureKind; code: string; paid: boolean; retryAfterMs: number | null } | null {
  if (!(error instanceof Refusal)) return null;
  const { code, values } = error;
  const [kind] = Object.entries(codes).find(([, each]) => each === code) ?? [];
  if (!isKind(kind)) return null;
  const { retryAfterMs } = values;
  return {
    kind,
    code,
    paid: values.charged !== 'no',
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
  };
}

const isKind = (text: string | undefined): text is LookupFailureKind =>
  text !== undefined && Object.hasOwn(codes, text);
