import type { Reaction, RetryPolicy } from './reaction.ts';

/** A final failure without further effect. */
export const nothing: Reaction = {
  class: 'unknown',
  retry: null,
  contact: 'none',
  campaign: 'none',
  account: { do: 'none' },
  alert: false,
  review: false,
};

const after = (minutes: number, max: number): RetryPolicy => ({ wait: 'minutes', minutes, max });
const nextWindow: RetryPolicy = { wait: 'next-window', minutes: 0, max: 3 };
const pacificMidnight: RetryPolicy = { wait: 'pacific-midnight', minutes: 0, max: 7 };

/** Refused for a fault of ours: the row waits in the paused campaign and is tried once it runs again. */
const onceRunningAgain = after(5, 2);

type Row = { codes: readonly string[]; meaning: string; source: string; reaction: Reaction };
const row = (
  codes: readonly (number | string)[],
  meaning: string,
  source: string,
  reaction: Partial<Reaction>,
): Row => ({ codes: codes.map(String), meaning, source, reaction: { ...nothing, ...reaction } });

const errors = 'twilio.com/docs/api/errors';

/**
 * Twilio's codes, read 2026-11-22; Twilio warns that they evolve (changelog 2024-07-10), so the
 * code is stored with every attempt and texts are never parsed.
 */
export const reactionTable: readonly Row[] = [
  row([20429, 14107], 'too many requests', `${errors}/20429`, {
    class: 'transient',
    retry: after(1, 20),
    account: { do: 'hold-sender', until: { minutes: 1 } },
  }),
  row(
    [20003, 20005, 10001, 20404, 30002],
    'credentials refused, account inactive or suspended',
    `${errors}/20003, 20005, 10001, 30002`,
    {
      class: 'fatal',
      retry: onceRunningAgain,
      account: { do: 'pause-all' },
      alert: true,
    },
  ),
  row([21211, 21217, 13223, 13224, 13226], 'not a valid number to send to', `${errors}/21211`, {
    class: 'permanent',
    contact: 'dead',
  }),
  row(
    [21614, 21635, 21265, 21266, 21267, 21268, 30006],
    'landline, short code or premium: cannot take a text',
    `${errors}/21614, 30006`,
    {
      class: 'permanent',
      contact: 'not-sms-capable',
    },
  ),
  row(
    [21408, 21215, 13225, 13227],
    'the region is not switched on for our account',
    `${errors}/21408`,
    {
      class: 'config',
      retry: onceRunningAgain,
      campaign: 'watch-region',
      alert: true,
    },
  ),
  row(
    [21606, 21659, 21660, 21661, 21603, 21701, 21703],
    'our sender is not ours, cannot send texts, or is missing',
    `${errors}/21606, 21659`,
    {
      class: 'config',
      retry: onceRunningAgain,
      campaign: 'pause',
      alert: true,
    },
  ),
  row([21610], 'the person opted out at the carrier', `${errors}/21610`, {
    class: 'opt-out',
    contact: 'suppress',
  }),
  row(
    [131050],
    'the person stopped marketing in WhatsApp',
    'developers.facebook.com WhatsApp Cloud API error codes',
    {
      class: 'opt-out',
      contact: 'suppress',
    },
  ),
  row([21612], 'this sender cannot reach this number', `${errors}/21612`, { class: 'permanent' }),
  row([21617, 21602, 30019], 'the text is too long, empty or too large', `${errors}/21617`, {
    class: 'content',
  }),
  row([30001], 'the queue at Twilio is full', `${errors}/30001`, {
    class: 'transient',
    retry: after(5, 3),
    account: { do: 'slow-sender' },
  }),
  row([30003], 'the phone is switched off or out of reach', `${errors}/30003`, {
    class: 'soft',
    retry: after(45, 1),
    contact: 'soft-failure',
  }),
  row([30004], 'blocked by the carrier or the person', `${errors}/30004`, {
    class: 'permanent',
    contact: 'suppress',
    review: true,
  }),
  row([30005], 'the number is not in service', `${errors}/30005`, {
    class: 'permanent',
    contact: 'dead',
  }),
  row([30007], 'filtered as spam', `${errors}/30007`, { class: 'filtered', campaign: 'watch' }),
  row([30008], 'the carrier gives no reason', `${errors}/30008`, {
    class: 'soft',
    retry: after(60, 1),
    contact: 'soft-failure',
  }),
  row(
    [30010, 30410, 30017],
    'a carrier in between was too slow or too dear',
    `${errors}/30010, 30410`,
    {
      class: 'soft',
      retry: after(30, 1),
    },
  ),
  row([30022], 'faster than our 10DLC registration allows', `${errors}/30022`, {
    class: 'throttle',
    retry: after(2, 5),
    account: { do: 'slow-sender' },
  }),
  row(
    [30023],
    "T-Mobile's daily cap for our brand is used up",
    'support.twilio.com 1260804800549',
    {
      class: 'throttle',
      retry: pacificMidnight,
      account: { do: 'hold-sender', until: 'pacific-midnight' },
      alert: true,
    },
  ),
  row(
    [30032, 30034, 30035, 30038],
    'the sender is not registered or verified',
    `${errors}/30032, 30034`,
    {
      class: 'config',
      retry: onceRunningAgain,
      campaign: 'pause',
      alert: true,
    },
  ),
  row([30036, 30610], 'the window closed before it could be delivered', `${errors}/30036, 30610`, {
    class: 'schedule',
    retry: nextWindow,
  }),
  row([63018, 130429], 'WhatsApp limits our rate or our daily conversations', `${errors}/63018`, {
    class: 'throttle',
    retry: after(60, 24),
    account: { do: 'hold-sender', until: { minutes: 60 } },
  }),
  row([63003, 63024, 131026], 'the number is not on WhatsApp', `${errors}/63024`, {
    class: 'permanent',
    contact: 'not-on-whatsapp',
  }),
  row([63032, 130472], 'Meta keeps this person out of marketing tests', `${errors}/63032`, {
    class: 'permanent',
  }),
  row(
    [63049, 131049],
    'Meta does not deliver marketing to this person (all US numbers)',
    `${errors}/63049`,
    {
      class: 'permanent',
      campaign: 'watch',
    },
  ),
  row(
    [63016, 131047],
    'outside the 24 hours after the person wrote: needs a template',
    `${errors}/63016`,
    { class: 'content' },
  ),
  row(
    [63027, 63028, 63029, 63040, 63041, 63042, 132015, 132016],
    'the WhatsApp template is missing, different or paused',
    `${errors}/63027, 63040`,
    {
      class: 'config',
      retry: onceRunningAgain,
      campaign: 'pause',
      alert: true,
    },
  ),
  row([63062], "Meta's terms for marketing messages are not accepted", `${errors}/63062`, {
    class: 'config',
    alert: true,
  }),
];
