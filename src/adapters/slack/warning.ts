import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { alert } from './blocks.ts';
import { unformatted } from './errors.ts';

const warningId = 'base.warning';

/**
 * The same modal with what went wrong on top. What the person entered stays: Slack keeps it while
 * the block ids stay, and it is filled in again for the case that another view stood there meanwhile.
 */
export function withWarning(view: ViewOutput, text: string): ModalView {
  const warning = { ...alert(unformatted(text), 'error'), block_id: warningId };
  return withBlocks(view, (blocks) => [warning, ...blocks]);
}

/** The same modal with some blocks changed, an old warning gone, and all that was entered kept. */
export function withBlocks(
  view: ViewOutput,
  change: (blocks: KnownBlock[]) => KnownBlock[],
): ModalView {
  const kept = view.blocks.filter((block) => block.block_id !== warningId) as KnownBlock[];
  return {
    type: 'modal',
    callback_id: view.callback_id,
    title: view.title,
    ...(view.close && { close: view.close }),
    ...(view.submit && { submit: view.submit }),
    blocks: change(kept.map((block) => refilled(block, view))).slice(0, 100),
    private_metadata: view.private_metadata,
    notify_on_close: view.notify_on_close,
    clear_on_close: view.clear_on_close,
  };
}

function refilled(block: KnownBlock, view: ViewOutput): KnownBlock {
  if (block.type !== 'input' || !block.block_id) return block;
  const entered = Object.values(view.state.values[block.block_id] ?? {})[0];
  return entered
    ? { ...block, element: { ...block.element, ...initial(entered) } as InputBlock['element'] }
    : block;
}

/** What an element shows at first, from what it held at last. */
function initial(entered: ViewStateValue): Record<string, unknown> {
  const shown: Record<string, unknown> = {
    initial_value: entered.value,
    initial_option: entered.selected_option,
    initial_options: entered.selected_options,
    initial_date: entered.selected_date,
    initial_time: entered.selected_time,
    initial_date_time: entered.selected_date_time,
    initial_user: entered.selected_user,
    initial_users: entered.selected_users,
    initial_conversation: entered.selected_conversation,
    initial_conversations: entered.selected_conversations,
    initial_channel: entered.selected_channel,
  };
  return Object.fromEntries(
    Object.entries(shown).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : Boolean(value),
    ),
  );
}
