import { z } from 'zod';
import type { ImportService } from '../../../features/contacts/index.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { maxDroppedBytes } from '../download.ts';
import { explain } from '../errors.ts';
import { onEvent } from '../on-event.ts';
import { takeIn } from './import-handlers.ts';

const fileShared = z.object({ file_id: z.string(), user_id: z.string(), channel_id: z.string() });
const list = /\.(csv|tsv|txt|xlsx)$/i;

/** A list dropped into the conversation with the app is an import as well. Elsewhere files are not ours. */
export function registerDroppedFile(slack: Slack, imports: ImportService): void {
  onEvent(
    slack,
    'file_shared',
    (event) => fileShared.safeParse(event).data ?? null,
    async ({ file_id, user_id, channel_id }, { botUserId }) => {
      if (user_id === botUserId || !channel_id.startsWith('D')) return;
      await slack.team.require(user_id, 'operator');
      const { file } = await slack.clients.patient.files.info({ file: file_id });
      const name = file?.name ?? '';
      const words = await slack.readerOf(user_id);
      if (!file?.url_private_download || !list.test(name)) {
        const text = words.mrkdwn('contacts.import.not-a-list', { file: name });
        await slack.post.toPerson(user_id, message(text));
        return;
      }
      const dropped = { name, url: file.url_private_download, size: file.size ?? 0 };
      // A large one is some seconds on its way; whatever comes of it is said in this place.
      const opening = words.mrkdwn('contacts.import.opening', { file: name });
      const at = await slack.post.toPerson(user_id, message(opening));
      try {
        await takeIn(slack, imports, user_id, dropped, { maxBytes: maxDroppedBytes, at });
      } catch (error) {
        const place = { event: 'file_shared', userId: user_id };
        const text = explain(error, { words, log: slack.log, at: place });
        if (!(await slack.post.update(at, message(text)))) throw error;
      }
    },
    ({ user_id }) => user_id,
  );
}
