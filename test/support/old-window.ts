import { sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import type { Message } from '../../src/adapters/sandbox/slack/page-contract.ts';
import { createSignedDriver } from '../../src/adapters/sandbox/slack/signed-driver.ts';
import type { Acknowledgement } from '../../src/adapters/sandbox/slack/signed-requests.ts';
import { elementsOf } from '../../src/adapters/sandbox/slack/state/rendered.ts';

/**
 * A window that was open before a message changed still has its old buttons; a client that is not
 * Slack's may send any value with them.
 */
export function oldWindow({ url, signingSecret }: { url: string; signingSecret: string }) {
  const driver = createSignedDriver({ url: `${url}/slack/events`, signingSecret });

  return async function press(
    who: keyof typeof sandboxPeople,
    card: Message,
    actionId: string,
    forged: { value?: string } = {},
  ): Promise<Acknowledgement> {
    const button = elementsOf(card.blocks).find((one) => one.actionId === actionId);
    if (!button) throw new Error(`there is no ${actionId} on the card`);
    const { id, name } = sandboxPeople[who];
    return driver.blockActions({
      actor: { id, handle: name },
      triggerId: 'none',
      in: {
        message: {
          channel: { id: card.channel, name: 'approvals' },
          ts: card.ts,
          threadTs: null,
          ephemeral: false,
          message: { ts: card.ts, text: card.text, blocks: card.blocks },
          responseUrl: `${url}/gone`,
        },
      },
      action: { ...button.element, ...forged, block_id: button.blockId },
      state: {},
      actionTs: String(Date.now() / 1000),
    });
  };
}
