import { z } from 'zod';
import { contactFilter, type ValidationService } from '../../../features/contacts/index.ts';
import { includes, type Member } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { JobRun } from '../../../shared/jobs.ts';
import type { Slack } from '../app.ts';
import type { SlackMessage } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import type { CommandVisit } from '../on-command.ts';
import { progressMessage } from '../progress-message.ts';
import type { Reader } from '../words/words.ts';
import { filterFromText } from './filter-text.ts';
import { contactIds } from './ids.ts';
import {
  validationDone,
  validationPlan,
  validationProgress,
  validationStarted,
} from './validation-views.ts';

const agreedTo = z.object({ f: contactFilter, c: z.string().regex(/^\d+(\.\d+)?$/) });

/** `/contacts validate`: a plan with its price; the confirmed plan becomes a job. */
export async function validateCommand(
  validations: ValidationService,
  { rest, words }: CommandVisit,
): Promise<SlackMessage> {
  const filter = filterFromText(rest);
  return validationPlan(filter, await validations.plan(filter), words);
}

export function registerValidation(slack: Slack, validations: ValidationService): void {
  const operator = { role: 'operator' } as const;
  onButton(
    slack,
    contactIds.startValidation,
    operator,
    async ({ userId, value, words, replace }) => {
      const { filter, maxCost } = parse(value);
      const batch = await validations.confirm(filter, { maxCost }, userId);
      await replace(validationStarted(batch.total, words));
      return undefined;
    },
  );
  onButton(slack, contactIds.stopValidation, operator, async ({ value, member }) => {
    await stop(validations, value, member);
    return undefined;
  });
}

/** The job of a batch: the service's work, told in one message of whoever agreed to it. */
export async function runValidation(
  slack: Slack,
  validations: ValidationService,
  batchId: string,
  run: JobRun,
): Promise<void> {
  const batch = await validations.get(batchId);
  const words = await slack.readerOf(batch.createdBy);
  const total = { done: batch.checked, total: batch.total };
  const at =
    batch.channel && batch.messageTs
      ? { channel: batch.channel, ts: batch.messageTs }
      : await slack.post.toPerson(batch.createdBy, validationProgress(batch, total, words));
  if (at.ts !== batch.messageTs) await validations.setMessage(batchId, at.channel, at.ts);
  const progress = progressMessage(slack.post, at, { log: slack.log });
  try {
    const report = await validations.run(batchId, run, (done, all) => {
      progress.show(validationProgress(batch, { done, total: all }, words));
    });
    await progress.finish(validationDone(report, whyEarly(report.batch.errorCode, words), words));
  } catch (error) {
    const final = error instanceof Refusal && error.kind !== 'unavailable';
    if (final) {
      await progress.finish(
        validationDone(await validations.report(batchId), words.refusal(error), words),
      );
    }
    throw error;
  }
}

const whyEarly = (code: string | null, words: Reader): string | null =>
  code === null ? null : words.refusal(new Refusal('conflict', code));

async function stop(
  validations: ValidationService,
  claimed: string,
  member: Member,
): Promise<void> {
  const id = z.uuid().safeParse(claimed);
  if (!id.success) throw new Refusal('not-found', 'validation.batch-unknown');
  const batch = await validations.get(id.data);
  if (batch.createdBy !== member.userId && !includes(member.role, 'admin')) {
    throw new Refusal('forbidden', 'upload.not-yours', { file: '' });
  }
  await validations.stop(batch.id, member.userId);
}

function parse(value: string) {
  try {
    const { f, c } = agreedTo.parse(JSON.parse(value));
    return { filter: f, maxCost: c };
  } catch {
    throw new Refusal('invalid', 'upload.filter');
  }
}
