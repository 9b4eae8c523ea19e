import { z } from 'zod';
import {
  contactFilter,
  type ValidationBatch,
  type ValidationReport,
  type ValidationService,
} from '../../../features/contacts/index.ts';
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
import { providerName } from './provider-name.ts';
import { speedometer } from './time-left.ts';
import { lineTypePicture, type Pictures } from './validation-chart.ts';
import { validationDone } from './validation-summary.ts';
import {
  validationPaused,
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
  onButton(
    slack,
    contactIds.stopValidation,
    operator,
    async ({ value, member, words, replace }) => {
      const batch = await stop(validations, value, member);
      // Whoever is at work on it tells; one that waits has nobody.
      if (!(await validations.isIdle(batch.id))) return undefined;
      const report = await validations.report(batch.id);
      await replace(validationDone(report, { why: whyOf(batch, words), picture: null, words }));
      return undefined;
    },
  );
}

/** The job of a batch: the service's work, told in one message of whoever agreed to it. */
export async function runValidation(
  slack: Slack,
  { validations, pictures }: { validations: ValidationService; pictures: Pictures | null },
  batchId: string,
  run: JobRun,
): Promise<void> {
  const batch = await validations.get(batchId);
  const words = await slack.readerOf(batch.createdBy);
  const at =
    batch.channel && batch.messageTs
      ? { channel: batch.channel, ts: batch.messageTs }
      : await slack.post.toPerson(batch.createdBy, validationProgress(batch, null, words));
  if (at.ts !== batch.messageTs) await validations.setMessage(batchId, at.channel, at.ts);
  const progress = progressMessage(slack.post, at, { log: slack.log });
  const speed = speedometer();
  const report = await validations.run(batchId, run, (now) => {
    progress.show(validationProgress(now, speed(now.checked), words));
  });
  const why = whyOf(report.batch, words);
  const told =
    report.batch.status === 'paused'
      ? validationPaused(report.batch, why, words)
      : await summary(slack, { validations, pictures }, { report, why, words });
  const shown = await progress.finish(told);
  if (shown.ts !== at.ts) await validations.setMessage(batchId, shown.channel, shown.ts);
}

async function summary(
  slack: Slack,
  { validations, pictures }: { validations: ValidationService; pictures: Pictures | null },
  { report, why, words }: { report: ValidationReport; why: string | null; words: Reader },
): Promise<SlackMessage> {
  const { simulated } = validations;
  const picture =
    pictures && report.batch.checked > 0
      ? await lineTypePicture(pictures, report, { simulated, words, log: slack.log })
      : null;
  return validationDone(report, { why, picture, words });
}

/** Why it waits or ended early, as mrkdwn. */
function whyOf({ errorCode, errorProvider }: ValidationBatch, words: Reader): string | null {
  if (errorCode === null) return null;
  const provider = providerName(errorProvider ?? '');
  return words.refusal(new Refusal('conflict', errorCode, { provider }));
}

async function stop(
  validations: ValidationService,
  claimed: string,
  member: Member,
): Promise<ValidationBatch> {
  const id = z.uuid().safeParse(claimed);
  if (!id.success) throw new Refusal('not-found', 'validation.batch-unknown');
  const { createdBy } = await validations.get(id.data);
  if (createdBy !== member.userId && !includes(member.role, 'admin')) {
    throw new Refusal('forbidden', 'upload.not-yours', { file: '' });
  }
  return validations.stop(id.data, member.userId);
}

function parse(value: string) {
  try {
    const { f, c } = agreedTo.parse(JSON.parse(value));
    return { filter: f, maxCost: c };
  } catch {
    throw new Refusal('invalid', 'upload.filter');
  }
}
