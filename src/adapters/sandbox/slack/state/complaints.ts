import type { Person, StateValues } from '../page-contract.ts';
import { extensionOf } from './file-kind.ts';
import { elementsOf, type Json, type RenderedElement } from './rendered.ts';
import { isEmptyAnswer } from './values.ts';

/** What Slack's own client says under a field before it sends anything to the app. */

type Words = {
  required: string;
  short: (min: number) => string;
  long: (max: number) => string;
  number: string;
  low: (min: string) => string;
  high: (max: string) => string;
  email: string;
  url: string;
  many: (max: number) => string;
  fileType: (types: string) => string;
  fileSize: string;
};

const english: Words = {
  required: 'Please complete this required field.',
  short: (min) => `Please enter at least ${min} characters.`,
  long: (max) => `Please use at most ${max} characters.`,
  number: 'Please enter a valid number.',
  low: (min) => `Please enter a number that is at least ${min}.`,
  high: (max) => `Please enter a number that is at most ${max}.`,
  email: 'Please enter a valid email address.',
  url: 'Please enter a valid URL.',
  many: (max) => `Please choose at most ${max}.`,
  fileType: (types) => `Only these file types are accepted: ${types}.`,
  fileSize: 'Files may be 10 MB at most.',
};

const portuguese: Words = {
  required: 'Preencha este campo obrigatório.',
  short: (min) => `Digite pelo menos ${min} caracteres.`,
  long: (max) => `Use no máximo ${max} caracteres.`,
  number: 'Digite um número válido.',
  low: (min) => `Digite um número de pelo menos ${min}.`,
  high: (max) => `Digite um número de no máximo ${max}.`,
  email: 'Digite um endereço de e-mail válido.',
  url: 'Digite uma URL válida.',
  many: (max) => `Escolha no máximo ${max}.`,
  fileType: (types) => `Somente estes tipos de arquivo são aceitos: ${types}.`,
  fileSize: 'Os arquivos podem ter no máximo 10 MB.',
};

const maxFileBytes = 10 * 1024 * 1024;

function aboutText(value: string, element: Json, words: Words): string | null {
  const min = Number(element.min_length ?? 0);
  const max = Number(element.max_length ?? 3000);
  if (value.length < min) return words.short(min);
  return value.length > max ? words.long(max) : null;
}

function aboutNumber(value: string, element: Json, words: Words): string | null {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value.trim())) return words.number;
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(value) < Number(min)) return words.low(min);
  if (typeof max === 'string' && Number(value) > Number(max)) return words.high(max);
  return null;
}

function aboutFiles(files: readonly Json[], element: Json, words: Words): string | null {
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  const max = Number(element.max_files ?? 10);
  if (files.length > max) return words.many(max);
  if (files.some((file) => Number(file.size) > maxFileBytes)) return words.fileSize;
  const wrong = files.some((file) => !types.includes(extensionOf(String(file.name))));
  return types.length > 0 && wrong ? words.fileType(types.join(', ')) : null;
}

function complaint(rendered: RenderedElement, answer: Json, words: Words): string | null {
  const { type, element, input } = rendered;
  if (isEmptyAnswer(answer)) return input?.optional === true ? null : words.required;
  const value = String(answer.value);
  if (type === 'plain_text_input') return aboutText(value, element, words);
  if (type === 'number_input') return aboutNumber(value, element, words);
  if (type === 'email_text_input') return /^\S+@\S+\.\S+$/.test(value) ? null : words.email;
  if (type === 'url_text_input') return URL.canParse(value) ? null : words.url;
  if (type === 'file_input' && Array.isArray(answer.files)) {
    return aboutFiles(answer.files, element, words);
  }
  const chosen = Object.values(answer).find(Array.isArray);
  const max = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
  return chosen && chosen.length > max ? words.many(max) : null;
}

/** Field errors by block id; empty when Slack would let the person submit. */
export function complaintsAbout(
  blocks: readonly unknown[],
  values: StateValues,
  locale: Person['locale'],
): Record<string, string> {
  const words = locale === 'pt-BR' ? portuguese : english;
  const complaints: Record<string, string> = {};
  for (const rendered of elementsOf(blocks).filter(({ input }) => input !== null)) {
    const answer = values[rendered.blockId]?.[rendered.actionId];
    const known = typeof answer === 'object' && answer !== null ? { ...answer } : {};
    const text = complaint(rendered, known, words);
    if (text) complaints[rendered.blockId] = text;
  }
  return complaints;
}
