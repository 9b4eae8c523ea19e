import { z } from 'zod';
import {
  type ImportField,
  type ImportKind,
  type ImportService,
  type ImportView,
  isImportField,
  isImportKind,
} from '../../../features/contacts/index.ts';
import { includes, type Member } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { maxFileBytes, withDownload } from '../download.ts';
import type { Fields } from '../fields.ts';
import { onButton } from '../on-action.ts';
import { onSubmit } from '../on-submit.ts';
import type { PostedAt } from '../post.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { type ImportDesk, put } from './import-desk.ts';
import {
  attestationModal,
  importChanged,
  importForm,
  importReceived,
  mappingModal,
} from './import-forms.ts';
import { readingFile } from './import-preview.ts';
import { importCanceled } from './import-report.ts';

const ownForm = z.object({ importId: z.uuid() });

/** A file becomes contacts: form → preview → attestation → job → report. */
export function registerImport(slack: Slack, imports: ImportService, desk: ImportDesk): void {
  const operator = { role: 'operator' } as const;

  onButton(slack, contactIds.openImport, operator, async ({ words, openModal }) => {
    await openModal(importForm(words));
    return undefined;
  });

  onSubmit(slack, contactIds.importForm, operator, async ({ userId, words, fields }) => {
    const [file] = fields.files('file');
    if (!file) throw new Refusal('invalid', 'upload.missing', {}, { file: 'upload.missing' });
    await takeIn(slack, imports, userId, file);
    return { update: importReceived(words, file.name) };
  });

  onButton(
    slack,
    contactIds.confirmImport,
    operator,
    async ({ member, value, words, openModal }) => {
      const view = await own(imports, value, member);
      await countedAgain(view, words, () => imports.checkCurrent(view));
      await openModal(attestationModal(view, words));
      return undefined;
    },
  );

  onSubmit(slack, contactIds.attestForm, operator, async ({ member, fields, metadata, words }) => {
    const view = await own(imports, metadata(ownForm).importId, member);
    if (!fields.has('sure', 'yes')) {
      throw new Refusal('invalid', 'upload.not-sure', {}, { sure: 'upload.not-sure' });
    }
    // The job shows its progress in the preview's message.
    const yes = () =>
      imports.confirm(view.id, attestationOf(fields), member.userId, { seen: true });
    try {
      await countedAgain(view, words, yes);
    } catch (error) {
      // Not under the form: sent once more, it would be a yes to numbers that nobody has seen.
      if (!isChanged(error) && !isCounting(error)) throw error;
      return { update: importChanged(words, words.refusal(error)) };
    }
    return undefined;
  });

  onButton(slack, contactIds.openMapping, operator, async ({ member, value, words, openModal }) => {
    await openModal(mappingModal(await own(imports, value, member), words));
    return undefined;
  });

  onSubmit(slack, contactIds.mappingForm, operator, async ({ member, fields, metadata, words }) => {
    const view = await own(imports, metadata(ownForm).importId, member);
    await imports.setKind(view.id, kindIn(fields, view), fields.text('scrubbedOn') || null);
    const remapped = await imports.remap(view.id, mappingIn(fields, view));
    await showAndPreview(slack, imports, remapped, words);
    return undefined;
  });

  onButton(slack, contactIds.cancelImport, operator, async ({ member, value, words }) => {
    await own(imports, value, member);
    const view = await imports.cancel(value, member.userId);
    const canceled = importCanceled(view, { rowsDone: view.rowsDone, undo: null }, words);
    await put(slack, imports, view, canceled);
    return undefined;
  });

  onButton(slack, contactIds.confirmList, operator, async ({ member, value, words }) => {
    const view = await own(imports, value, member);
    // A list without consent: nobody has to vouch for anything. The job shows its progress.
    await countedAgain(view, words, () =>
      imports.confirm(value, null, member.userId, { seen: true }),
    );
    return undefined;
  });

  onButton(slack, contactIds.undoImport, operator, async ({ member, value }) => {
    const { id } = await own(imports, value, member);
    // The job shows that it is at work, in the report's message.
    await imports.askUndo(id, member.userId);
    return undefined;
  });

  onButton(slack, contactIds.rejects, operator, async ({ member, value, words }) => {
    const view = await own(imports, value, member);
    if (await desk.shareRejects(view, words)) return undefined;
    return { text: words.mrkdwn('contacts.report.no-rejects') };
  });

  /** Numbers that are old by now are counted anew in their message, and it is said. */
  async function countedAgain(
    view: ImportView,
    words: Reader,
    work: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isChanged(error)) await showAndPreview(slack, imports, view, words);
      throw error;
    }
  }
}

const refused =
  (code: string) =>
  (error: unknown): error is Refusal =>
    error instanceof Refusal && error.code === code;
const isChanged = refused('contacts.import-changed');
const isCounting = refused('contacts.import-counting');

/** Downloads a file, keeps it and asks for its preview, which comes to the person's DM (or to `at`). */
export async function takeIn(
  slack: Slack,
  imports: ImportService,
  userId: string,
  file: { name: string; url: string; size: number },
  { maxBytes = maxFileBytes, at }: { maxBytes?: number; at?: PostedAt } = {},
): Promise<void> {
  const view = await withDownload(slack.clients, file, maxBytes, (content) =>
    imports.start({ fileName: file.name, content, owner: userId, enqueue: false }),
  );
  if (at) await imports.setMessage(view.id, at.channel, at.ts);
  const placed = at ? await imports.get(view.id) : view;
  await showAndPreview(slack, imports, placed, await slack.readerOf(userId));
}

/** In this order: the preview must find its message, and not be overwritten by it. */
async function showAndPreview(
  slack: Slack,
  imports: ImportService,
  view: ImportView,
  words: Reader,
): Promise<void> {
  await put(slack, imports, view, readingFile(view, words));
  await imports.remap(view.id, view.mapping, { enqueue: true });
}

/** The import a button or form speaks of, when it is this person's (or they are an admin). */
async function own(imports: ImportService, claimed: string, member: Member): Promise<ImportView> {
  const id = z.uuid().safeParse(claimed);
  if (!id.success) throw new Refusal('not-found', 'contacts.import-unknown');
  const view = await imports.get(id.data);
  if (view.createdBy !== member.userId && !includes(member.role, 'admin')) {
    throw new Refusal('forbidden', 'upload.not-yours', { file: view.fileName });
  }
  return view;
}

const attestationOf = (fields: Fields) => ({
  seller: fields.text('seller'),
  channels: fields.list('channels').filter((each) => each === 'sms' || each === 'whatsapp'),
  textKept: fields.text('textKept'),
  undatedGivenBy: fields.text('undatedGivenBy') || null,
});

function kindIn(fields: Fields, view: ImportView): ImportKind {
  const chosen = fields.text('kind');
  return isImportKind(chosen) ? chosen : view.kind;
}

const mappingIn = (fields: Fields, view: ImportView): (ImportField | null)[] =>
  view.columns.map((column) => {
    const chosen = fields.text(`column-${column.index}`);
    if (chosen === '') return view.mapping[column.index] ?? null;
    return isImportField(chosen) ? chosen : null;
  });
