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
import { type PostedAt, platformError } from '../post.ts';
import { progressMessage } from '../progress-message.ts';
import { shareFile } from '../share-file.ts';
import { isWordKey, type Reader } from '../words/words.ts';
import { bulkDone, bulkProgress, fileExpired } from './messages.ts';

export type BulkDeskNeeds = {
  bulks: BulkService;
  exports: Pick<ExportService, 'read'>;
  exportFiles: Pick<
    BulkStore,
    'hold' | 'isUnsent' | 'markSent' | 'addSlackFile' | 'expired' | 'forgetSlackFiles'
  >;
};

/** What the jobs of an action do: the service's work, told in one message of whoever agreed to it. */
export type BulkDesk = {
  run(bulkId: string, run: JobRun): Promise<void>;
  /** The file once more, into the thread of the message that was clicked in. */
  sendFileAgain(bulk: Bulk, clicked: PostedAt | null, words: Reader): Promise<void>;
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
    const { name, content } = await exports.read(bulk);
    const channel = await slack.post.conversationWith(bulk.createdBy);
    const threadTs = bulk.channel === channel ? bulk.messageTs : null;
    const until = bulk.expiresAt ? words.dateTime(bulk.expiresAt) : '–';
    const comment = words.mrkdwn('bulk.file-comment', { until });
    const ids = await shareFile(slack, { channel, threadTs }, { name, content, comment });
    for (const id of ids) await exportFiles.addSlackFile(bulk.id, id);
    await exportFiles.markSent(bulk.id, slack.clock.now());
  }

  /** By itself it goes once; noted when it is there, so that a crash in between sends it again. */
  async function sendUnsent(bulk: Bulk, words: Reader): Promise<void> {
    if (!(await exportFiles.isUnsent(bulk.id, slack.clock.now()))) return;
    const held = await exportFiles.hold(bulk.id);
    if (!held) throw new Refusal('unavailable', 'bulk.busy');
    try {
      if (await exportFiles.isUnsent(bulk.id, slack.clock.now())) await sendFile(bulk, words);
    } finally {
      await held.release();
    }
  }

  async function whole(bulkId: string) {
    const bulk = await bulks.get(bulkId);
    const { order } = bulk;
    if (!order) throw new Refusal('not-found', 'bulk.unknown');
    return { ...bulk, order };
  }

  return {
    async sendFileAgain(bulk, clicked, words) {
      const { channel, ts } = clicked ?? { channel: null, ts: null };
      const own = channel === (await slack.post.conversationWith(bulk.createdBy));
      if (!own || !ts || ts === bulk.messageTs) return sendFile(bulk, words);
      await bulks.setMessage(bulk.id, channel, ts);
      await sendFile({ ...bulk, channel, messageTs: ts }, words);
    },

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
        const shown = await progress.finish(bulkDone(after, words, { full }));
        // The one of before a crash may be gone, or somebody deleted it: its thread is gone with it.
        if (shown.ts !== at.ts) await bulks.setMessage(bulkId, shown.channel, shown.ts);
        return { ...after, channel: shown.channel, messageTs: shown.ts };
      };
      try {
        await bulks.run(bulkId, run, lookIn(words), (done, total) => {
          progress.show(bulkProgress(bulk, { done, total }, words));
        });
      } catch (error) {
        if (error instanceof Refusal && error.kind !== 'unavailable') await finish();
        throw error;
      }
      await sendUnsent(await finish(), words);
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
