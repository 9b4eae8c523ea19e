import type {
  Bulk,
  BulkService,
  BulkStore,
  ExportLook,
  ExportService,
} from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { JobRun } from '../../../shared/jobs.ts';
import type { Slack } from '../app.ts';
import { platformError } from '../post.ts';
import { progressMessage } from '../progress-message.ts';
import { isWordKey, type Reader } from '../words/words.ts';
import { bulkDone, bulkProgress, fileExpired } from './messages.ts';

export type BulkDeskNeeds = {
  bulks: BulkService;
  exports: Pick<ExportService, 'read'>;
  exportFiles: Pick<BulkStore, 'claimSending' | 'addSlackFile' | 'expired' | 'forgetSlackFiles'>;
};

/** What the jobs of an action do: the service's work, told in one message of whoever agreed to it. */
export type BulkDesk = {
  run(bulkId: string, run: JobRun): Promise<void>;
  /** The file once more, into the thread of its message. */
  sendFile(bulk: Bulk, words: Reader): Promise<void>;
  /** Copies in Slack of what is more than a day old go as well. */
  expire(): Promise<void>;
};

/** The codes as the list says them; what this version does not know stays as it is. */
export const lookIn = (words: Reader): ExportLook => ({
  header: (column) => words.say(`bulk.column.${column}`),
  said(column, code) {
    if (column === 'line-type') return words.say('contacts.find.line-type', { type: code });
    const key = `contacts.standing.${code}`;
    return isWordKey(key) ? words.say(key) : code;
  },
  // Excel in Portuguese takes a comma for the decimal point.
  delimiter: words.locale === 'pt-BR' ? ';' : ',',
});

export function createBulkDesk(slack: Slack, needs: BulkDeskNeeds): BulkDesk {
  const { bulks, exports, exportFiles } = needs;

  async function sendFile(bulk: Bulk, words: Reader): Promise<void> {
    const file = await exports.read(bulk);
    const dm = await slack.post.conversationWith(bulk.createdBy);
    const place = { channel_id: dm };
    const until = bulk.expiresAt ? words.dateTime(bulk.expiresAt) : '–';
    const sent = await slack.clients.patient.filesUploadV2({
      ...(bulk.channel === dm && bulk.messageTs ? { ...place, thread_ts: bulk.messageTs } : place),
      filename: file.name,
      file: Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength),
      title: file.name,
      initial_comment: words.mrkdwn('bulk.file-comment', { until }),
    });
    for (const id of uploadedIds(sent)) await exportFiles.addSlackFile(bulk.id, id);
  }

  async function whole(bulkId: string) {
    const bulk = await bulks.get(bulkId);
    const { order } = bulk;
    if (!order) throw new Refusal('not-found', 'bulk.unknown');
    return { ...bulk, order };
  }

  return {
    sendFile,

    async run(bulkId, run) {
      const bulk = await whole(bulkId);
      const words = await slack.readerOf(bulk.createdBy);
      const begun = bulkProgress(bulk, { done: bulk.done, total: bulk.total }, words);
      const at =
        bulk.channel && bulk.messageTs
          ? { channel: bulk.channel, ts: bulk.messageTs }
          : await slack.post.toPerson(bulk.createdBy, begun);
      if (at.ts !== bulk.messageTs) await bulks.setMessage(bulkId, at.channel, at.ts);
      const progress = progressMessage(slack.post, at, { log: slack.log });
      const finish = async () => {
        const after = await whole(bulkId);
        const full = (await slack.team.member(after.createdBy))?.role === 'admin';
        await progress.finish(bulkDone(after, words, { full }));
        return after;
      };
      try {
        await bulks.run(bulkId, run, lookIn(words), (done, total) => {
          progress.show(bulkProgress(bulk, { done, total }, words));
        });
      } catch (error) {
        if (error instanceof Refusal && error.kind !== 'unavailable') await finish();
        throw error;
      }
      const after = await finish();
      if (await exportFiles.claimSending(bulkId, slack.clock.now())) await sendFile(after, words);
    },

    async expire() {
      for (const bulk of await exportFiles.expired(slack.clock.now())) {
        for (const file of bulk.slackFiles) await deleteFile(file);
        await exportFiles.forgetSlackFiles(bulk.id);
        if (!bulk.channel || !bulk.messageTs) continue;
        const words = await slack.readerOf(bulk.createdBy);
        const at = { channel: bulk.channel, ts: bulk.messageTs };
        await slack.post.update(at, fileExpired(bulk, words));
      }
    },
  };

  async function deleteFile(file: string): Promise<void> {
    try {
      await slack.clients.patient.files.delete({ file });
    } catch (error) {
      if (!platformError(error, 'file_not_found', 'file_deleted')) throw error;
    }
  }
}

/** The SDK answers a list of completions, each with a list of files. */
function uploadedIds(answer: unknown): string[] {
  const files = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files)
      ? value.files
      : [];
  return files(answer)
    .flatMap((completion) => {
      const inside = files(completion);
      return inside.length > 0 ? inside : [completion];
    })
    .flatMap((file) =>
      typeof file === 'object' && file !== null && 'id' in file && typeof file.id === 'string'
        ? [file.id]
        : [],
    );
}
