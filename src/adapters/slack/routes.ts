import type {
  BlockAction,
  BlockElementAction,
  GlobalShortcut,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Slack } from './app.ts';
import { outdatedAction, outdatedForm } from './outdated.ts';

export type ActionArgs = SlackActionMiddlewareArgs<BlockAction<BlockElementAction>>;
export type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;
export type CloseArgs = SlackViewMiddlewareArgs<ViewClosedAction>;
export type OptionsArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;
export type ShortcutArgs = SlackShortcutMiddlewareArgs<GlobalShortcut | MessageShortcut>;
export type CommandArgs = SlackCommandMiddlewareArgs;

type Table<Args> = Map<string, (args: Args) => Promise<void>>;

/**
 * Bolt runs every listener that matches, so there is one per kind and it looks here. An id is
 * `feature.verb`, or `feature.verb:anything` for several of the same kind in one message.
 */
export type Routes = {
  readonly commands: Set<string>;
  readonly events: Set<string>;
  readonly actions: Table<ActionArgs>;
  readonly submits: Table<SubmitArgs>;
  readonly closes: Table<CloseArgs>;
  readonly options: Table<OptionsArgs>;
  readonly shortcuts: Table<ShortcutArgs>;
  /** Called once, by `createSlackApp`. */
  listen(slack: Slack): void;
};

export const withoutSuffix = (id: string): string => id.split(':', 1)[0] ?? id;

/** Registers one handler for one id. A second one for the same id is a mistake of ours. */
export function put<Args>(
  table: Table<Args>,
  id: string,
  run: (args: Args) => Promise<void>,
): void {
  if (table.has(id)) throw new Error(`two handlers for ${id}`);
  table.set(id, run);
}

export function createRoutes(): Routes {
  const routes: Routes = {
    commands: new Set(),
    events: new Set(),
    actions: new Map(),
    submits: new Map(),
    closes: new Map(),
    options: new Map(),
    shortcuts: new Map(),
    listen(slack) {
      const { app } = slack;
      app.action<BlockAction<BlockElementAction>>(
        { type: 'block_actions', action_id: /.*/ },
        async (args) => {
          const run = routes.actions.get(withoutSuffix(args.action.action_id));
          await (run ? run(args) : outdatedAction(slack, args));
        },
      );
      app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, async (args) => {
        const run = routes.submits.get(args.view.callback_id);
        await (run ? run(args) : outdatedForm(slack, args));
      });
      app.view<ViewClosedAction>({ type: 'view_closed', callback_id: /.*/ }, async (args) => {
        const run = routes.closes.get(args.view.callback_id);
        await (run ? run(args) : args.ack());
      });
      app.options<'block_suggestion'>(
        { type: 'block_suggestion', action_id: /.*/ },
        async (args) => {
          const run = routes.options.get(withoutSuffix(args.payload.action_id));
          await (run ? run(args) : args.ack({ options: [] }));
        },
      );
      app.shortcut<GlobalShortcut | MessageShortcut>(/.*/, async (args) => {
        const run = routes.shortcuts.get(args.shortcut.callback_id);
        await (run ? run(args) : args.ack());
      });
    },
  };
  return routes;
}
