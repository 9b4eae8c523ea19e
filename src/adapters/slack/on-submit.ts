import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { Role } from '../../features/team/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Slack } from './app.ts';
import { message, modal, type SlackMessage, section } from './blocks.ts';
import { explain, unformatted } from './errors.ts';
import { type Fields, readFields } from './fields.ts';
import { put, type SubmitArgs, withoutSuffix } from './routes.ts';
import { updateView, type Visit, visit } from './visit.ts';
import { withWarning } from './warning.ts';
import type { Reader } from './words/words.ts';

export type SubmitVisit = Visit & {
  readonly fields: Fields;
  /** What the form remembers; refused as `invalid` when it does not parse. */
  metadata<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
  readonly viewId: string;
  /** The modal underneath, which comes to the front when this one closes. */
  readonly previousViewId: string | null;
  /** Tells this person alone, in their conversation with the app. */
  tell(message: SlackMessage): Promise<void>;
};

/** What becomes of the form: nothing returned closes it. */
export type SubmitOutcome =
  | undefined
  | { close: 'all' }
  | { update: ModalView }
  | { push: ModalView }
  /** Field → complaint (plain text) under it. */
  | { errors: Record<string, string> };

/** Slack waits 3 s; a form that is not through by then gets the loading view and its result later. */
const patienceMs = 2_000;

/**
 * A submitted form. Acknowledged with the outcome when the work ends within 2 s, otherwise with a
 * loading view that is replaced when it ends; `slow` shows the loading view at once. A refusal with
 * fields is red text under them; any other failure is said in the modal.
 */
export function onSubmit(
  slack: Slack,
  id: string,
  { role, slow = false }: { role: Role; slow?: boolean },
  run: (visit: SubmitVisit) => Promise<SubmitOutcome>,
): void {
  put(slack.routes.submits, id, async (args) => {
    const userId = args.body.user.id;
    const finished = work(slack, id, args, role, run);
    const first = slow ? null : await within(patienceMs, finished);
    if (first) {
      await acknowledge(args, first);
      return;
    }
    const words = await slack.readerOf(userId);
    await args.ack({ response_action: 'update', view: loading(words) });
    await showLater(slack, args, words, await finished);
  });
}

/** What it comes to, or null when that takes longer; it goes on either way. */
async function within<T>(ms: number, finished: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  const first = await Promise.race([finished, late]);
  clearTimeout(timer);
  return first;
}

type Ended = { outcome: SubmitOutcome } | { failure: string; words: Reader };

async function work(
  slack: Slack,
  id: string,
  args: SubmitArgs,
  role: Role,
  run: (visit: SubmitVisit) => Promise<SubmitOutcome>,
): Promise<Ended> {
  const { body, view } = args;
  const userId = body.user.id;
  try {
    const base = await visit(slack, { userId, triggerId: body.trigger_id, role });
    const outcome = await run({
      ...base,
      fields: readFields(view.state.values),
      viewId: view.id,
      previousViewId: view.previous_view_id,
      metadata: (schema) => parse(schema, view.private_metadata),
      tell: async (shown) => void (await slack.post.toPerson(userId, shown)),
    });
    return { outcome: underBlocks(view, outcome) };
  } catch (error) {
    const words = await slack.readerOf(userId);
    const complaints = error instanceof Refusal ? complaintsOf(error, words) : {};
    const under = underBlocks(view, { errors: complaints });
    if (under && 'errors' in under && Object.keys(under.errors).length > 0)
      return { outcome: under };
    return { failure: explain(error, { words, log: slack.log, at: { form: id, userId } }), words };
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, metadata: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(metadata || '{}'));
  } catch {
    throw new Refusal('invalid', 'form.metadata');
  }
}

const complaintsOf = (refusal: Refusal, words: Reader): Record<string, string> =>
  Object.fromEntries(
    Object.entries(refusal.fields).map(([field, code]) => [
      field,
      unformatted(words.complaint(code, refusal.values)),
    ]),
  );

/** Errors must name the block as it stands in the form, with its suffix; others are dropped. */
function underBlocks(view: SubmitArgs['view'], outcome: SubmitOutcome): SubmitOutcome {
  if (!outcome || !('errors' in outcome)) return outcome;
  const errors: Record<string, string> = {};
  for (const block of view.blocks) {
    const complaint = block.block_id && outcome.errors[withoutSuffix(block.block_id)];
    if (block.type === 'input' && block.block_id && complaint) errors[block.block_id] = complaint;
  }
  return { errors };
}

async function acknowledge({ ack, view }: SubmitArgs, ended: Ended): Promise<void> {
  if ('failure' in ended) {
    await ack({ response_action: 'update', view: withWarning(view, ended.failure) });
    return;
  }
  const { outcome } = ended;
  if (!outcome) await ack();
  else if ('errors' in outcome) await ack({ response_action: 'errors', errors: outcome.errors });
  else if ('update' in outcome) await ack({ response_action: 'update', view: outcome.update });
  else if ('push' in outcome) await ack({ response_action: 'push', view: outcome.push });
  else await ack({ response_action: 'clear' });
}

/** The form is gone by now; what it would have said stands in its place, or in the person's DM. */
async function showLater(
  slack: Slack,
  { view, body }: SubmitArgs,
  words: Reader,
  ended: Ended,
): Promise<void> {
  let shown: ModalView;
  let text: string | null = null;
  if ('failure' in ended) {
    text = ended.failure;
    shown = withWarning(view, text);
  } else if (ended.outcome && 'errors' in ended.outcome) {
    text = Object.values(ended.outcome.errors).join('\n');
    shown = withWarning(view, text);
  } else if (ended.outcome && 'update' in ended.outcome) shown = ended.outcome.update;
  else if (ended.outcome && 'push' in ended.outcome) shown = ended.outcome.push;
  else shown = notice(words, words.say('base.done-title'), words.mrkdwn('base.done'));
  const seen = await updateView(slack, { viewId: view.id }, shown);
  if (!seen && text) await slack.post.toPerson(body.user.id, message(text));
}

const notice = (words: Reader, title: string, text: string): ModalView =>
  modal({ id: 'base.notice', title, close: words.say('base.close'), blocks: [section(text)] });

const loading = (words: Reader): ModalView =>
  notice(words, words.say('base.loading-title'), words.mrkdwn('base.loading'));
