import type { KnownBlock } from '@slack/types';
import { includes, type Role } from '../../../features/team/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import { actions, button, confirmation } from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import type { Card } from './card.ts';
import { cardIds } from './ids.ts';

/** What this person may do now; nothing with somebody who was erased. */
export function cardActions(card: Card, role: Role, words: Reader): KnownBlock[] {
  const { contact } = card;
  if (contact.erasedAt || !includes(role, 'operator')) return [];
  return [
    actions([
      button({ id: cardIds.edit, label: words.say('card.edit'), value: contact.id }),
      ...(contact.optedOut ? [] : [optOut(card, words)]),
      ...(mayOptIn(card)
        ? [button({ id: cardIds.optIn, label: words.say('card.opt-in'), value: contact.id })]
        : []),
      ...(includes(role, 'admin') ? [forget(card, words)] : []),
    ]),
  ];
}

/** Back in is only who said no, and nobody whom a list forbids. */
const mayOptIn = ({ contact }: Card): boolean =>
  !contact.doNotCall &&
  (contact.optedOut || contact.consentSms === 'refused' || contact.consentSms === 'revoked');

const optOut = ({ contact, waiting }: Card, words: Reader) =>
  button({
    id: cardIds.optOut,
    label: words.say('card.opt-out'),
    value: contact.id,
    style: 'danger',
    confirm: confirmation({
      title: words.say('card.opt-out-title'),
      text: words.mrkdwn('card.opt-out-text', { phone: maskPhone(contact.phone), waiting }),
      confirm: words.say('card.opt-out'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });

const forget = ({ contact, counts }: Card, words: Reader) =>
  button({
    id: cardIds.forget,
    label: words.say('card.forget'),
    value: contact.id,
    style: 'danger',
    confirm: confirmation({
      title: words.say('card.forget-title'),
      text: words.mrkdwn('card.forget-text', {
        phone: maskPhone(contact.phone),
        messages: counts.inbound + counts.outbound,
      }),
      confirm: words.say('card.forget-confirm'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });
