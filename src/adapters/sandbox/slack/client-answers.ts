import type { FileInfo } from './page-contract.ts';
import { type Json, optionsOf, type RenderedElement } from './state/rendered.ts';
import { keyOf } from './state/values.ts';

/**
 * How a person answers a field, in short: text as it is typed, an option by its label or value,
 * several of them as a list, dates `2026-11-24`, times `10:30`, moments in unix seconds, uploaded
 * files, null to clear. An object with `type` is taken as Slack's own state shape.
 */
export type Answer =
  | string
  | number
  | null
  | readonly string[]
  | FileInfo
  | readonly FileInfo[]
  | { readonly type: string; readonly [key: string]: unknown };

/** What a field is called: its label, or the text on a button. */
export function labelOf({ element, input }: RenderedElement): string {
  const own = input?.label ?? element.text ?? element.placeholder;
  return isRecord(own) ? String(own.text) : '';
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFile = (value: unknown): value is FileInfo =>
  isRecord(value) && typeof value.id === 'string' && typeof value.url === 'string';

export const optionLabel = (option: Json): string =>
  isRecord(option.text) ? String(option.text.text) : '';

function pickOption(rendered: RenderedElement, options: readonly Json[], wanted: unknown): Json {
  const found =
    options.find(({ value }) => value === wanted) ??
    options.find((option) => optionLabel(option) === wanted);
  if (found) return found;
  const offered = options.map((o) => `"${optionLabel(o)}" (${String(o.value)})`).join(', ');
  throw new Error(`${rendered.actionId} does not offer "${String(wanted)}", only ${offered}`);
}

/** The element's part of an action or state. `externalOptions`: what the app suggested. */
export function answerOf(
  rendered: RenderedElement,
  answer: Answer,
  externalOptions: readonly Json[] = [],
): Json {
  const { type, element } = rendered;
  if (isRecord(answer) && !isFile(answer)) return { ...answer };
  if (type === 'overflow') {
    return { type, selected_option: pickOption(rendered, optionsOf(element), answer) };
  }
  const key = keyOf(type);
  if (key === undefined) throw new Error(`${rendered.actionId} (${type}) cannot be filled in`);
  const entries: unknown[] = answer === null ? [] : Array.isArray(answer) ? [...answer] : [answer];
  if (key === 'files') {
    const files = entries.filter(isFile).map(({ id, name, size }) => ({ id, name, size }));
    return { type, files };
  }
  const options = type.includes('external') ? externalOptions : optionsOf(element);
  if (key === 'selected_options') {
    return { type, [key]: entries.map((entry) => pickOption(rendered, options, entry)) };
  }
  if (key === 'selected_option') {
    return { type, [key]: answer === null ? null : pickOption(rendered, options, entries[0]) };
  }
  if (key.endsWith('s')) return { type, [key]: entries };
  if (answer === null) return { type, [key]: null };
  return { type, [key]: type === 'datetimepicker' ? Number(answer) : String(answer) };
}
