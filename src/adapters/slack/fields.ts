import type { ViewStateValue } from '@slack/bolt';
import { withoutSuffix } from './routes.ts';
import { cleanTyped } from './text.ts';

export type FormFile = { id: string; name: string; size: number; url: string };

/** What a person entered, by field name (the block_id before any `:`). */
export type Fields = {
  /** Typed text, a chosen option, date, time, person or channel; '' when empty. */
  text(field: string): string;
  list(field: string): string[];
  has(field: string, value: string): boolean;
  files(field: string): FormFile[];
  /** All of it as plain strings and lists, to be parsed by a zod schema. */
  all(): Record<string, string | string[]>;
};

type StateValues = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

export function readFields(values: StateValues): Fields {
  const elements = new Map<string, ViewStateValue>();
  for (const [blockId, actions] of Object.entries(values)) {
    const element = Object.values(actions)[0];
    if (element) elements.set(withoutSuffix(blockId), element);
  }
  const text = (field: string) => {
    const element = elements.get(field);
    return element ? single(element) : '';
  };
  const list = (field: string) => {
    const element = elements.get(field);
    return element ? (several(element) ?? []) : [];
  };
  return {
    text,
    list,
    has: (field, value) => list(field).includes(value),
    files: (field) =>
      (elements.get(field)?.files ?? []).map(
        ({ id, name, size, url_private_download, url_private }) => ({
          id,
          name,
          size: size ?? 0,
          url: url_private_download || url_private,
        }),
      ),
    all: () =>
      Object.fromEntries([...elements].map(([field, e]) => [field, several(e) ?? single(e)])),
  };
}

function single(element: ViewStateValue): string {
  const at = element.selected_date_time;
  return (
    (element.value && cleanTyped(element.value)) ??
    element.selected_option?.value ??
    element.selected_date ??
    element.selected_time ??
    element.selected_user ??
    element.selected_conversation ??
    element.selected_channel ??
    (at ? String(at) : '')
  );
}

function several(element: ViewStateValue): string[] | null {
  return (
    element.selected_options?.map((option) => option.value) ??
    element.selected_users ??
    element.selected_conversations ??
    element.selected_channels ??
    null
  );
}
