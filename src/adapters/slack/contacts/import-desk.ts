import type { ImportService, ImportView, UndoCounts } from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { JobRun } from '../../../shared/jobs.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { explain } from '../errors.ts';
import type { PostedAt } from '../post.ts';
import { type ProgressMessage, progressMessage } from '../progress-message.ts';
import { shareFile } from '../share-file.ts';
import { isWordKey, type Reader } from '../words/words.ts';
import { importPreview, readingFile } from './import-preview.ts';
import {
  importCanceled,
  importDone,
  importFailed,
  importProgress,
  importReading,
  importUndoing,
  importUndone,
} from './import-report.ts';
import { speedometer } from './time-left.ts';

/** What the jobs of an import do: the service's work, told in the message of whoever asked for it. */
export type ImportDesk = {
  preview(importId: string, run: JobRun): Promise<void>;
  run(importId: string, run: JobRun): Promise<void>;
  /** Takes an import back for somebody who asked for it; whoever imported it sees it in the report. */
  undo(importId: string, by: string): Promise<void>;
  /** The refused rows as a file in the thread of the report; false when there are none. */
  shareRejects(view: ImportView, words: Reader): Promise<boolean>;
};

export function importDesk(slack: Slack, imports: ImportService): ImportDesk {
  /** Runs work for an import; what goes wrong for good stands in its message. */
  async function told(importId: string, work: (view: ImportView, words: Reader) => Promise<void>) {
    const view = await imports.get(importId);
    const words = await slack.readerOf(view.createdBy);
    try {
      await work(view, words);
    } catch (error) {
      const again = error instanceof Refusal && error.kind === 'unavailable';
      if (!again) {
        const why = explain(error, { words, log: slack.log, at: { importId } });
        await put(slack, imports, await imports.get(importId), importFailed(view, why, words));
      }
      throw error;
    }
  }

  /** What an undo would do now; null where there is none. */
  async function undoOf(importId: string): Promise<UndoCounts | null> {
    try {
      return await imports.undoPlan(importId);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  async function shareRejects(view: ImportView, words: Reader): Promise<boolean> {
    const say = (key: string) => (isWordKey(key) ? words.say(key) : key);
    const file = await imports.rejectsFile(view.id, view.createdBy, say);
    if (!file || !view.channel) return false;
    const { name, content } = file;
    const comment = words.mrkdwn('contacts.report.rejects', { file: view.fileName });
    const thread = { channel: view.channel, threadTs: view.messageTs };
    await shareFile(slack, thread, { name, content, comment });
    return true;
  }

  const progressOf = (view: ImportView): ProgressMessage | null => {
    const at = placeOf(view);
    return at && progressMessage(slack.post, at, { log: slack.log });
  };

  /** A crash may have come before its message: whoever sent the file sees that it was taken in. */
  async function withMessage(view: ImportView, words: Reader): Promise<ImportView> {
    if (placeOf(view)) return view;
    await put(slack, imports, view, readingFile(view, words));
    return imports.get(view.id);
  }

  /** After everything that is still being shown, which would otherwise come last. */
  async function conclude(
    view: ImportView,
    progress: ProgressMessage | null,
    shown: SlackMessage,
  ): Promise<void> {
    if (!progress) return put(slack, imports, view, shown);
    const at = await progress.finish(shown);
    if (at.ts !== view.messageTs) await imports.setMessage(view.id, at.channel, at.ts);
  }

  /** What became of an import that is at its end. */
  async function reportOn(
    view: ImportView,
    words: Reader,
    rejectsAttached: boolean,
  ): Promise<SlackMessage> {
    const [{ counts, ms }, undo] = [await imports.report(view.id), await undoOf(view.id)];
    return view.status === 'canceled'
      ? importCanceled(view, { rowsDone: view.rowsDone, undo }, words)
      : importDone(view, counts, { ms, rejectsAttached, undo }, words);
  }

  /** The import is done either way, and the report has a button for the file. */
  async function arrives(sharing: Promise<boolean>): Promise<boolean> {
    try {
      return await sharing;
    } catch (error) {
      slack.log.warn({ err: error }, 'the refused rows did not reach the thread of their report');
      return false;
    }
  }

  return {
    shareRejects,

    async undo(importId, by) {
      const view = await imports.get(importId);
      const words = await slack.readerOf(view.createdBy);
      try {
        if (view.status !== 'undone') {
          await put(slack, imports, view, importUndoing(view, words));
          await imports.undo(importId, by);
        }
      } catch (error) {
        // Nothing was taken back: the report again, with what can be done now.
        const now = await imports.get(importId);
        if (now.status !== 'undone') {
          await put(slack, imports, now, await reportOn(now, words, false));
          if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
          const reader = await slack.readerOf(by);
          await slack.post.toPerson(by, message(reader.refusal(error)));
          return;
        }
      }
      const after = await imports.get(importId);
      if (after.undone) await put(slack, imports, after, importUndone(after, after.undone, words));
    },

    preview: (importId, run) =>
      told(importId, async (found, words) => {
        // Confirmed or canceled meanwhile: its message shows that already.
        if (found.status !== 'uploaded' && found.status !== 'previewed') return;
        const view = await withMessage(found, words);
        const progress = progressOf(view);
        const previewed = await imports.preview(importId, run, (rows) =>
          progress?.show(importReading(view, { rows, total: null }, words)),
        );
        const canceled = previewed.status === 'canceled';
        await conclude(
          previewed,
          progress,
          canceled
            ? importCanceled(previewed, { rowsDone: 0, undo: null }, words)
            : importPreview(previewed, words),
        );
      }),

    run: (importId, run) =>
      told(importId, async (view, words) => {
        const progress = progressOf(view);
        let speed = speedometer();
        const total = view.preview?.counts.rows ?? null;
        const report = await imports.run(importId, run, {
          onRead: (rows) => {
            // Reading is not what the speed is about.
            speed = speedometer();
            progress?.show(importReading(view, { rows, total }, words));
          },
          onProgress: (done, all) =>
            progress?.show(
              importProgress(view, { done, total: all, perSecond: speed(done) }, words),
            ),
        });
        const after = await imports.get(importId);
        const attached =
          report.status === 'completed' &&
          view.status !== 'completed' &&
          report.counts.rejected > 0;
        await conclude(after, progress, await reportOn(after, words, attached));
        // Where the report stands now: the message of before may have been gone.
        const shown = await imports.get(importId);
        if (attached && !(await arrives(shareRejects(shown, words)))) {
          await put(slack, imports, shown, await reportOn(shown, words, false));
        }
      }),
  };
}

const placeOf = ({ channel, messageTs }: ImportView): PostedAt | null =>
  channel && messageTs ? { channel, ts: messageTs } : null;

/** Brings the import's message up to date, or posts it where there is none (any more). */
export async function put(
  slack: Slack,
  imports: Pick<ImportService, 'setMessage'>,
  view: ImportView,
  shown: SlackMessage,
): Promise<void> {
  const at = placeOf(view);
  if (at && (await slack.post.update(at, shown))) return;
  const posted = await slack.post.toPerson(view.createdBy, shown);
  await imports.setMessage(view.id, posted.channel, posted.ts);
}
