import type { ModalView } from '@slack/types';
import { type Contact, fingerprintOf } from '../../../features/contacts/index.ts';
import { stateCodes } from '../../../features/validation/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import { formatCivilDay, wallTimeAt } from '../../../shared/wall-time.ts';
import { dateBox, input, modal, section, textBox, timeBox } from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { cardIds } from './ids.ts';

/** `viewId` is the card under the form, to be drawn anew afterwards. */
export const editForm = (contact: Contact, viewId: string, words: Reader): ModalView =>
  modal({
    id: cardIds.editForm,
    title: words.say('card.edit-title'),
    submit: words.say('card.edit-submit'),
    close: words.say('base.cancel'),
    metadata: { c: contact.id, f: fingerprintOf(contact), v: viewId },
    blocks: [
      input({
        field: 'name',
        label: words.say('card.edit-name'),
        optional: true,
        element: textBox('name', { initial: contact.name, max: 255 }),
      }),
      input({
        field: 'state',
        label: words.say('card.edit-state'),
        hint: words.say('card.edit-state-hint'),
        optional: true,
        element: textBox('state', {
          initial: contact.addressState ?? undefined,
          placeholder: stateCodes.slice(0, 3).join(', '),
          max: 40,
        }),
      }),
      input({
        field: 'city',
        label: words.say('card.edit-city'),
        optional: true,
        element: textBox('city', { initial: contact.city ?? undefined, max: 100 }),
      }),
      input({
        field: 'zip',
        label: words.say('card.edit-zip'),
        optional: true,
        element: textBox('zip', { initial: contact.zip ?? undefined, max: 10 }),
      }),
      input({
        field: 'segment',
        label: words.say('card.edit-segment'),
        optional: true,
        element: textBox('segment', { initial: contact.segment, max: 100 }),
      }),
      input({
        field: 'tags',
        label: words.say('card.edit-tags'),
        hint: words.say('card.edit-tags-hint'),
        optional: true,
        element: textBox('tags', { initial: contact.tags.join(', '), multiline: true }),
      }),
    ],
  });

export function optInForm(contact: Contact, viewId: string, now: Date, words: Reader): ModalView {
  const { day, ms } = wallTimeAt(words.timeZone, now.getTime());
  return modal({
    id: cardIds.optInForm,
    title: words.say('card.opt-in-title'),
    submit: words.say('card.opt-in-submit'),
    close: words.say('base.cancel'),
    metadata: { c: contact.id, v: viewId },
    blocks: [
      section(words.mrkdwn('card.opt-in-intro', { phone: maskPhone(contact.phone) })),
      input({
        field: 'text',
        label: words.say('card.opt-in-text'),
        hint: words.say('card.opt-in-text-hint'),
        element: textBox('text', { multiline: true }),
      }),
      input({
        field: 'day',
        label: words.say('card.opt-in-day'),
        element: dateBox('day', formatCivilDay(day)),
      }),
      input({
        field: 'time',
        label: words.say('card.opt-in-time'),
        element: timeBox('time', hourAndMinute(ms)),
      }),
    ],
  });
}

const hourAndMinute = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
