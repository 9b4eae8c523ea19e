import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/errors.ts';
import { stateOfName } from '../validation/index.ts';
import { cleanCell, clip } from './cell.ts';
import type { Contact } from './contact.ts';
import { defaultSegment } from './merge.ts';
import { readTags } from './normalise-row.ts';
import { type Residence, residenceOf } from './residence.ts';

/** What a person of the team may change of a contact. */
export type ContactEdit = Pick<
  Contact,
  'name' | 'addressState' | 'city' | 'zip' | 'segment' | 'tags'
>;

export type EditForm = Readonly<
  Record<'name' | 'state' | 'city' | 'zip' | 'segment' | 'tags', string>
>;

const mostTags = 30;

/** What was typed, as data. Throws `contact.edit` with the fields that cannot be read. */
export function readEdit(form: EditForm): ContactEdit {
  const text = (field: keyof EditForm, length: number) => clip(cleanCell(form[field]), length);
  const state = text('state', 40);
  const zip = text('zip', 20);
  const tags = readTags(text('tags', 3000));
  const addressState = state === '' ? null : stateOfName(state);
  const fields: Record<string, string> = {};
  if (state !== '' && addressState === null) fields.state = 'contact.edit-state';
  if (zip !== '' && !/^\d{5}(-\d{4})?$/.test(zip)) fields.zip = 'contact.edit-zip';
  if (tags.length > mostTags) fields.tags = 'contact.edit-tags';
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', 'contact.edit', {}, fields);
  return {
    name: text('name', 255),
    addressState,
    city: text('city', 100) || null,
    zip: zip || null,
    segment: text('segment', 100) || defaultSegment,
    tags,
  };
}

/** What must still be so when a form comes back: who changed another part meanwhile is no hindrance. */
export const fingerprintOf = (contact: ContactEdit): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        contact.name,
        contact.addressState,
        contact.city,
        contact.zip,
        contact.segment,
        contact.tags,
      ]),
    )
    .digest('hex')
    .slice(0, 16);

export type EditedContact = ContactEdit &
  Residence &
  Pick<Contact, 'otherNames' | 'firstNameConflict'>;

/**
 * The contact as edited, with everything that follows from the place (whose law, which clocks), and
 * the names of the fields that changed. A name that a person chose settles a conflict of names.
 */
export function editContact(
  contact: Contact,
  edit: ContactEdit,
): { contact: EditedContact; changed: (keyof ContactEdit)[] } {
  const renamed = edit.name !== contact.name;
  const keys = ['name', 'addressState', 'city', 'zip', 'segment', 'tags'] as const;
  return {
    contact: {
      ...edit,
      ...residenceOf({ ...edit, areaCode: contact.areaCode }),
      otherNames: renamed ? [] : contact.otherNames,
      firstNameConflict: renamed ? false : contact.firstNameConflict,
    },
    changed: keys.filter((key) => JSON.stringify(edit[key]) !== JSON.stringify(contact[key])),
  };
}
