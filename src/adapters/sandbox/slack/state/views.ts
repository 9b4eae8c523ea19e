import type { KnownBlock, View } from '@slack/types';
import type { BotIdentity, Team } from '../cast.ts';
import type { OpenView, StateValues } from '../page-contract.ts';
import type { Identifiers } from './identifiers.ts';
import { type Json, withIds } from './rendered.ts';
import { mergeValues } from './values.ts';

/** A view as the workspace keeps it. */
export type StoredView = {
  id: string;
  person: string;
  hash: string;
  /** As the app sent it, with all ids. */
  content: Json & { type: string; blocks: KnownBlock[] };
  values: StateValues;
  errors: Record<string, string>;
  rootId: string;
  previousId: string | null;
  /** Where the person was when the modal opened: default of selects, target of response URLs. */
  channel: string | null;
};

/** Root and two more. */
export const stackLimit = 3;

export type ViewsNeeds = { team: Team; bot: BotIdentity; ids: Identifiers };

/** Each person's stack of modals, and each person's App Home. */
export function createViews({ team, bot, ids }: ViewsNeeds) {
  const stacks = new Map<string, StoredView[]>();
  const homes = new Map<string, StoredView>();

  const stackOf = (person: string): StoredView[] => stacks.get(person) ?? [];

  function create(person: string, view: Json, channel: string | null): StoredView {
    const id = ids.id('V');
    const blocks = withIds(view.blocks, ids.blockId);
    return {
      id,
      person,
      hash: ids.hash(),
      content: { ...view, type: String(view.type), blocks },
      values: mergeValues(blocks, {}).values,
      errors: {},
      rootId: id,
      previousId: null,
      channel,
    };
  }

  /** Same view, new content: inputs that are still there keep what the person entered. */
  function replace(stored: StoredView, view: Json): StoredView {
    const blocks = withIds(view.blocks, ids.blockId);
    stored.content = { ...view, type: String(view.type), blocks };
    stored.values = mergeValues(blocks, stored.values).values;
    stored.errors = {};
    stored.hash = ids.hash();
    return stored;
  }

  const openViews = (): StoredView[] => [...stacks.values()].flat();

  return {
    stackOf,
    top: (person: string): StoredView | undefined => stackOf(person).at(-1),
    home: (person: string): StoredView | undefined => homes.get(person),
    find: (id: string): StoredView | undefined =>
      openViews().find((view) => view.id === id) ?? [...homes.values()].find((v) => v.id === id),
    byExternalId: (externalId: string): StoredView | undefined =>
      [...openViews(), ...homes.values()].find((v) => v.content.external_id === externalId),
    /** A new stack; an older one is gone, as when Slack opens another modal. */
    open(person: string, view: Json, channel: string | null): StoredView {
      const stored = create(person, view, channel);
      stacks.set(person, [stored]);
      return stored;
    },
    /** Undefined when three are open already. */
    push(person: string, view: Json): StoredView | undefined {
      const stack = stackOf(person);
      const below = stack.at(-1);
      if (stack.length >= stackLimit || !below) return undefined;
      const stored = create(person, view, below.channel);
      stored.rootId = below.rootId;
      stored.previousId = below.id;
      stack.push(stored);
      return stored;
    },
    replace,
    publish(person: string, view: Json): StoredView {
      const known = homes.get(person);
      if (known) return replace(known, view);
      const stored = create(person, view, null);
      homes.set(person, stored);
      return stored;
    },
    /** Closes this view and those above it; returns them, the top one first. */
    close(view: StoredView): StoredView[] {
      const stack = stackOf(view.person);
      const index = stack.indexOf(view);
      return index < 0 ? [] : stack.splice(index).reverse();
    },
    clear: (person: string): StoredView[] => stackOf(person).splice(0).reverse(),
    /** As payloads and Web API answers carry it. */
    wire(stored: StoredView): Json {
      const { content } = stored;
      return {
        ...content,
        id: stored.id,
        team_id: team.id,
        private_metadata: content.private_metadata ?? '',
        callback_id: content.callback_id ?? '',
        external_id: content.external_id ?? '',
        state: { values: stored.values },
        hash: stored.hash,
        clear_on_close: content.clear_on_close ?? false,
        notify_on_close: content.notify_on_close ?? false,
        submit: content.submit ?? null,
        close: content.close ?? null,
        title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
        previous_view_id: stored.previousId,
        root_view_id: stored.rootId,
        app_id: bot.appId,
        app_installed_team_id: team.id,
        bot_id: bot.botId,
      };
    },
    /** As the page sees it. */
    shown: (stored: StoredView): OpenView => ({
      id: stored.id,
      hash: stored.hash,
      view: viewOf(stored),
      errors: stored.errors,
      values: stored.values,
    }),
  };
}

export type Views = ReturnType<typeof createViews>;

/** The content was checked against Block Kit when it arrived, so it is a view. */
export const viewOf = (stored: StoredView): View => stored.content as View & StoredView['content'];
