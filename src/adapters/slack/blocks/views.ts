import type { AlertBlock, HomeView, KnownBlock, ModalView } from '@slack/types';
import { clampMrkdwn } from '../text.ts';
import { plainText } from './text-objects.ts';

/** A message: `text` is what screen readers and notifications say, so it carries the content. */
export type SlackMessage = { text: string; blocks?: KnownBlock[] };

export const message = (text: string, blocks?: readonly KnownBlock[]): SlackMessage => ({
  text: clampMrkdwn(text, 3900),
  ...(blocks && { blocks: blocks.slice(0, 50) }),
});

/**
 * A modal. `metadata` is what the form must remember: ids only, as JSON, and only a claim when it
 * comes back. A modal with an input block needs `submit`.
 */
export function modal(options: {
  id: string;
  title: string;
  blocks: readonly KnownBlock[];
  submit?: string;
  close: string;
  metadata?: unknown;
  notifyOnClose?: boolean;
  externalId?: string;
}): ModalView {
  const metadata = options.metadata === undefined ? '' : JSON.stringify(options.metadata);
  if (metadata.length > 3000) throw new Error(`metadata of ${options.id} is too long`);
  return {
    type: 'modal',
    callback_id: options.id,
    title: plainText(options.title, 24),
    close: plainText(options.close, 24),
    ...(options.submit && { submit: plainText(options.submit, 24) }),
    blocks: options.blocks.slice(0, 100),
    private_metadata: metadata,
    notify_on_close: options.notifyOnClose ?? false,
    ...(options.externalId && { external_id: options.externalId }),
  };
}

/** A Home whose blocks are all of known kinds. */
export type Home = HomeView & { blocks: KnownBlock[] };

export const home = (blocks: readonly KnownBlock[], metadata?: unknown): Home => ({
  type: 'home',
  blocks: blocks.slice(0, 100),
  ...(metadata !== undefined && { private_metadata: JSON.stringify(metadata) }),
});

/** A line that stands out, in modals only. Plain text, at most 200 characters. */
export const alert = (
  text: string,
  level: 'default' | 'info' | 'warning' | 'error' | 'success',
): AlertBlock => ({ type: 'alert', text: plainText(text, 200), level });
