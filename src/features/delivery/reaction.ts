/** What kind of no it was. */
export type ReactionClass =
  | 'transient' // ask again soon
  | 'soft' // the person could not be reached this time
  | 'throttle' // we are too fast for somebody
  | 'schedule' // too late for this window
  | 'permanent' // this number will never take it
  | 'opt-out' // the person said no to the carrier
  | 'filtered' // the text was taken for spam
  | 'content' // the message itself is wrong
  | 'config' // our sender, template or registration is wrong
  | 'fatal' // the account cannot send at all
  | 'unknown';

/**
 * A retry is a new attempt on the same row and passes the permit again.
 * `minutes`: not before that many minutes. `next-window`: the person's next lawful window.
 * `pacific-midnight`: when T-Mobile's daily segment count starts anew.
 */
export type RetryPolicy = {
  wait: 'minutes' | 'next-window' | 'pacific-midnight';
  /** Only read for `minutes`. */
  minutes: number;
  /** Retries of one message, the first attempt not counted. */
  max: number;
};

/** `soft-failure` is counted: three over several campaigns ask for a lookup before the next text. */
export type ContactEffect =
  | 'none'
  | 'suppress'
  | 'dead'
  | 'not-sms-capable'
  | 'not-on-whatsapp'
  | 'soft-failure';

/**
 * `watch`: counts for the circuit breaker on filtered messages, `watch-region` for the one on
 * regions that are not switched on (`breaker.ts`).
 */
export type CampaignEffect = 'none' | 'pause' | 'watch' | 'watch-region';

export type AccountEffect =
  | { do: 'none' }
  | { do: 'pause-all' }
  | { do: 'hold-sender'; until: 'pacific-midnight' | { minutes: number } }
  /** Halve the sender's rate; the message itself is tried again. */
  | { do: 'slow-sender' };

export type Reaction = {
  class: ReactionClass;
  /** Null: the failure is final. */
  retry: RetryPolicy | null;
  contact: ContactEffect;
  campaign: CampaignEffect;
  account: AccountEffect;
  /** A person should be told in the alerts channel. */
  alert: boolean;
  /** A person should look at this contact. */
  review: boolean;
};
