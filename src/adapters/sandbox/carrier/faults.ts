/**
 * What a test may make of one create call. `n` counts create calls from 1.
 * The `…-after-accept` ones accept the message (it is in the log, it will be delivered) and then
 * give no usable answer.
 */
export type CreateFault =
  | 'ok'
  | 'timeout-after-accept'
  | 'reset-after-accept'
  | '500-after-accept'
  | '500-not-accepted'
  | 'reset-before-accept'
  | '429'
  /** All callbacks of this message are made before the create call is answered. */
  | 'callbacks-first'
  | { delayMs: number }
  | { status: number; code: number };

/** What a test may make of one callback. `n` counts callbacks from 1. */
export type CallbackFault = 'ok' | 'drop' | 'twice';

/** What a test may make of one question about a number. `n` counts each provider's from 1. */
export type LookupFault =
  | 'ok'
  | 'refused'
  | 'used-up'
  | 'limited'
  | 'down'
  | 'reset'
  | 'silence'
  | 'html'
  | 'empty-object';

export type Faults = {
  onLookup?: (n: number, about: { provider: string; phone: string }) => LookupFault;
  onCreate?: (n: number, params: Readonly<Record<string, string>>) => CreateFault;
  onCallback?: (n: number, params: Readonly<Record<string, string>>) => CallbackFault;
};
