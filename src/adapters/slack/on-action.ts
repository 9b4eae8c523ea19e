import type { BlockElementAction, ViewOutput } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import type { Role } from '../../features/team/index.ts';
import { answerAction } from './answer.ts';
import type { Slack } from './app.ts';
import { message, type SlackMessage } from './blocks.ts';
import { explain } from './errors.ts';
import { type Fields, readFields } from './fields.ts';
import { type PostedAt, platformError } from './post.ts';
import { type ActionArgs, put } from './routes.ts';
import { updateView, type Visit, visit } from './visit.ts';

export type ActionVisit = Visit & {
  /** The button's value or the chosen option's; ids, and only a claim. '' when there is none. */
  readonly value: string;
  /** All chosen values, for elements that have several. */
  readonly values: readonly string[];
  readonly action: BlockElementAction;
  /** The message that was clicked in; null in modals and Home. */
  readonly at: PostedAt | null;
  /** Block ids of that message, in order: what it shows, for those who named their blocks. */
  readonly blockIds: readonly string[];
  /** The modal or Home that was clicked in. */
  readonly view: ViewOutput | null;
  /** What is entered so far, in the view or message. */
  readonly fields: Fields;
  /** Tells this person alone. What `run` returns is told by itself. */
  tell(message: SlackMessage): Promise<void>;
  /** Puts another message in the place of the one clicked in (ephemeral ones too). */
  replace(message: SlackMessage): Promise<void>;
  /** As `replace`; false, and nothing said, when Slack does not take these blocks or the place is gone. */
  tryReplace(message: SlackMessage): Promise<boolean>;
  /**
   * Where the message clicked in can be replaced later: its place, or, seen by one person only,
   * the address where Slack takes its replacement for half an hour.
   */
  readonly place: { channel: string | null; messageTs: string | null; responseUrl: string | null };
  /** What stands behind `:` in the action's id. */
  readonly suffix: string;
  /** Changes the modal clicked in; false when it was closed or changed since. */
  update(view: ModalView): Promise<boolean>;
  publishHome(view: HomeView): Promise<void>;
};

/**
 * A click or a change of any element in a message, a modal or Home. `id` is `feature.verb`; it also
 * answers `feature.verb:anything`. Acknowledged at once, the role is read anew, a failure is told
 * to the person who clicked and to nobody else.
 */
export function onAction(
  slack: Slack,
  id: string,
  { role }: { role: Role },
  run: (visit: ActionVisit) => Promise<SlackMessage | undefined>,
): void {
  put(slack.routes.actions, id, async (args) => {
    await args.ack();
    const userId = args.body.user.id;
    try {
      const base = await visit(slack, { userId, triggerId: args.body.trigger_id, role });
      const shown = await run(actionVisit(slack, args, base));
      if (shown) await answerAction(slack, args, shown);
    } catch (error) {
      const words = await slack.readerOf(userId);
      const text = explain(error, { words, log: slack.log, at: { action: id, userId } });
      await answerAction(slack, args, message(text));
    }
  });
}

/** The same for buttons, where the name reads better. */
export const onButton = onAction;

function actionVisit(slack: Slack, args: ActionArgs, base: Visit): ActionVisit {
  const { action, body, respond } = args;
  const values = valuesOf(action);
  const at =
    body.message && body.channel ? { channel: body.channel.id, ts: body.message.ts } : null;
  const view = body.view ?? null;
  const tell = (shown: SlackMessage) => answerAction(slack, args, shown);
  return {
    ...base,
    action,
    at,
    blockIds: blockIdsOf(body.message?.blocks),
    view,
    tell,
    value: values[0] ?? '',
    values,
    fields: readFields(view?.state.values ?? body.state?.values ?? {}),
    suffix: action.action_id.split(':').slice(1).join(':'),
    place: body.container.is_ephemeral
      ? { channel: body.channel?.id ?? null, messageTs: null, responseUrl: body.response_url }
      : { channel: at?.channel ?? null, messageTs: at?.ts ?? null, responseUrl: null },
    tryReplace: (shown) =>
      body.container.is_ephemeral
        ? respond({ replace_original: true, ...shown }).then(
            () => true,
            () => false,
          )
        : at
          ? slack.post.update(at, shown).catch(refusedBlocks)
          : Promise.resolve(false),
    async replace(shown) {
      if (body.container.is_ephemeral) {
        await respond({ replace_original: true, ...shown }).catch(() => tell(shown));
      } else if (!at || !(await slack.post.update(at, shown))) {
        await tell(shown);
      }
    },
    update: async (changed) =>
      view ? updateView(slack, { viewId: view.id, hash: view.hash }, changed) : false,
    async publishHome(shown) {
      await slack.clients.quick.views.publish({ user_id: base.userId, view: shown });
    },
  };
}

function refusedBlocks(error: unknown): false {
  if (platformError(error, 'invalid_blocks', 'msg_blocks_too_long')) return false;
  throw error;
}

const blockIdsOf = (blocks: unknown): string[] =>
  Array.isArray(blocks)
    ? blocks.flatMap((block: unknown) =>
        typeof block === 'object' && block !== null && 'block_id' in block
          ? [String(block.block_id)]
          : [],
      )
    : [];

function valuesOf(action: BlockElementAction): string[] {
  const found: (string | null | undefined)[] = [];
  if ('value' in action) found.push(action.value);
  if ('selected_option' in action) found.push(action.selected_option?.value);
  if ('selected_options' in action)
    found.push(...(action.selected_options ?? []).map((o) => o.value));
  if ('selected_date' in action) found.push(action.selected_date);
  if ('selected_time' in action) found.push(action.selected_time);
  if ('selected_user' in action) found.push(action.selected_user);
  if ('selected_users' in action) found.push(...action.selected_users);
  if ('selected_conversation' in action) found.push(action.selected_conversation);
  if ('selected_channel' in action) found.push(action.selected_channel);
  return found.filter((value): value is string => typeof value === 'string');
}
