import type { Button, ConfirmationDialog, Overflow } from '@slack/types';
import { clamp, cleanText } from '../text.ts';
import { mrkdwnText, plainText } from './text-objects.ts';

/** Carries the real numbers; `text` is escaped mrkdwn. */
export const confirmation = (dialog: {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger?: boolean;
}): ConfirmationDialog => ({
  title: plainText(dialog.title, 100),
  text: mrkdwnText(dialog.text, 300),
  confirm: plainText(dialog.confirm, 30),
  deny: plainText(dialog.deny, 30),
  ...(dialog.danger && { style: 'danger' }),
});

export type ButtonOptions = {
  /** `feature.verb`; with `unique`, `feature.verb:unique`, for several of one kind in a message. */
  id: string;
  unique?: string;
  label: string;
  /** Ids only, at most 2,000 characters. It comes back as a claim, not as a fact. */
  value?: string;
  style?: 'primary' | 'danger';
  confirm?: ConfirmationDialog;
  /** What a screen reader says where several buttons have the same label. */
  accessibilityLabel?: string;
};

export const button = (options: ButtonOptions): Button => ({
  type: 'button',
  action_id: options.unique ? `${options.id}:${options.unique}` : options.id,
  text: plainText(options.label, 75),
  ...(options.value !== undefined && { value: options.value }),
  ...(options.style && { style: options.style }),
  ...(options.confirm && { confirm: options.confirm }),
  ...(options.accessibilityLabel && {
    accessibility_label: clamp(cleanText(options.accessibilityLabel), 75),
  }),
});

export const linkButton = (id: string, label: string, url: string): Button => ({
  type: 'button',
  action_id: id,
  text: plainText(label, 75),
  url,
});

/** Up to five choices behind three dots. */
export const overflow = (
  id: string,
  choices: readonly { label: string; value: string }[],
): Overflow => ({
  type: 'overflow',
  action_id: id,
  options: choices.slice(0, 5).map(({ label, value }) => ({ text: plainText(label, 75), value })),
});
