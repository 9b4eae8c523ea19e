import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';

/**
 * What a message costs until the carrier says so, in dollars.
 * SMS: Twilio's US list price per segment plus the highest carrier surcharge for 10DLC, so that a
 * reservation is never too small; the carrier's own price corrects it afterwards.
 */
const perUnit: Readonly<Record<Channel, Decimal>> = {
  sms: new Decimal('0.0079').plus('0.0045'),
  whatsapp: new Decimal('0.0250'),
  call: new Decimal('0.0140'),
};

/** `units`: segments of a text, messages of WhatsApp, minutes of a call. */
export const worstCost = (channel: Channel, units: number): Decimal =>
  perUnit[channel].times(units);

/** What is booked once a message is final and the carrier has not named its price yet. */
export const tablePrice = worstCost;
