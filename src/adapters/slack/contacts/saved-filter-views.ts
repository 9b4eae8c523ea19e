import type { KnownBlock, ModalView } from '@slack/types';
import {
  type FilterUse,
  longestFilterName,
  type SavedFilter,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import {
  actions,
  button,
  checkboxes,
  context,
  input,
  modal,
  overflow,
  section,
  textBox,
} from '../blocks.ts';
import { clampMrkdwn, escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { findIds } from './find-ids.ts';

export const nameField = 'name';
export const replaceField = 'replaceSame';

const nameInput = (words: Reader, initial?: string) =>
  input({
    field: nameField,
    label: words.say('contacts.saved.name'),
    element: textBox(nameField, { initial, max: longestFilterName }),
  });

export const saveFilterForm = (words: Reader, listId: string, said: string): ModalView =>
  modal({
    id: findIds.saveFilterForm,
    title: words.say('contacts.saved.save-title'),
    submit: words.say('contacts.saved.save'),
    close: words.say('base.cancel'),
    metadata: { l: listId },
    blocks: [
      section(clampMrkdwn(escapeMrkdwn(said), 2_000)),
      nameInput(words),
      input({
        field: replaceField,
        label: words.say('contacts.saved.replace-label'),
        optional: true,
        element: checkboxes(replaceField, [
          { value: 'yes', label: words.say('contacts.saved.replace') },
        ]),
      }),
      context(words.mrkdwn('contacts.saved.dynamic')),
    ],
  });

/** Two blocks each, and Slack takes a hundred. */
const listed = 45;

export type SavedLine = SavedFilter & { said: string };

export function savedFiltersModal(
  words: Reader,
  listId: string,
  saved: readonly SavedLine[],
  role: Role,
): ModalView {
  const lines = saved.slice(0, listed).flatMap((each) => savedLine(each, role, words));
  const rest = saved.length - listed;
  return modal({
    id: 'contacts.saved-list',
    title: words.say('contacts.saved.title'),
    close: words.say('base.close'),
    metadata: { l: listId },
    blocks: [
      ...(saved.length === 0 ? [section(words.mrkdwn('contacts.saved.none'))] : lines),
      ...(rest > 0 ? [context(words.mrkdwn('contacts.saved.rest', { n: rest }))] : []),
    ],
  });
}

function savedLine({ id, name, said }: SavedLine, role: Role, words: Reader): KnownBlock[] {
  const text = `*${escapeMrkdwn(name)}*\n${clampMrkdwn(escapeMrkdwn(said), 600)}`;
  const open = button({
    id: findIds.openSaved,
    unique: id,
    label: words.say('contacts.saved.open'),
    value: id,
    accessibilityLabel: words.say('contacts.saved.open-named', { name }),
  });
  if (!includes(role, 'operator')) return [section(text, { accessory: open })];
  const more = overflow(`${findIds.savedMore}:${id}`, [
    { label: words.say('contacts.saved.rename'), value: `rename|${id}` },
    { label: words.say('contacts.saved.remove'), value: `remove|${id}` },
  ]);
  return [section(text), actions([open, more])];
}

export const renameForm = (words: Reader, listId: string, saved: SavedFilter): ModalView =>
  modal({
    id: findIds.renameForm,
    title: words.say('contacts.saved.rename-title'),
    submit: words.say('contacts.saved.rename'),
    close: words.say('base.back'),
    metadata: { l: listId, f: saved.id },
    blocks: [nameInput(words, saved.name)],
  });

/** Says what would be lost, or which campaigns still need it. */
export function removeForm(
  words: Reader,
  listId: string,
  { id, name }: SavedFilter,
  uses: readonly FilterUse[],
): ModalView {
  const campaigns = uses.slice(0, 5).map((use) => use.name);
  const free = uses.length === 0;
  const values = { name, n: uses.length, campaigns: campaigns.join(', ') };
  return modal({
    id: findIds.removeForm,
    title: words.say('contacts.saved.remove-title'),
    ...(free && { submit: words.say('contacts.saved.remove') }),
    close: words.say('base.back'),
    metadata: { l: listId, f: id },
    blocks: [
      section(
        free
          ? words.mrkdwn('contacts.saved.remove-sure', { name })
          : words.mrkdwn('refusal.contacts.filter-in-use', values),
      ),
    ],
  });
}
