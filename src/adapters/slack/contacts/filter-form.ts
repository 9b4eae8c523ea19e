import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { ContactFilter } from '../../../features/contacts/index.ts';
import { lineTypes } from '../../../features/validation/index.ts';
import { formatCivilDay, wallTimeAt } from '../../../shared/wall-time.ts';
import {
  checkboxes,
  dateBox,
  input,
  modal,
  multiSelect,
  numberBox,
  section,
  select,
  textBox,
} from '../blocks.ts';
import { escapeMrkdwn } from '../text.ts';
import { withBlocks } from '../warning.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { filterFields as field, findIds } from './find-ids.ts';

type Named = { name: string; count: number };

/** What there is to choose from, with how many people each holds. */
export type FilterChoices = {
  states: readonly { state: string; count: number }[];
  segments: readonly Named[];
  tags: readonly Named[];
  carriers: readonly Named[];
  imports: readonly { id: string; fileName: string; at: Date }[];
};

export type FilterPreview = { total: number; more: boolean; said: string };

/** A select cannot be emptied in Slack: this stands for no choice. */
export const any = 'any';
const standings = {
  [field.activity]: ['active', 'inactive', 'opted-out'],
  [field.validation]: ['validated', 'pending', 'invalid'],
  [field.consent]: ['given', 'unattested', 'refused', 'none'],
} as const;

export function filterForm(
  words: Reader,
  listId: string,
  filter: ContactFilter,
  choices: FilterChoices,
  preview: FilterPreview,
): ModalView {
  return modal({
    id: findIds.filterForm,
    title: words.say('contacts.filter.title'),
    submit: words.say('contacts.filter.submit'),
    close: words.say('base.close'),
    metadata: { l: listId },
    blocks: [countBlock(words, preview), ...inputs(words, filter, choices)],
  });
}

const countId = 'contacts.filter-count';

/** The one part that changes while somebody chooses. */
function countBlock(words: Reader, { total, more, said }: FilterPreview): KnownBlock {
  const key = total === 0 ? 'contacts.filter.count-none' : 'contacts.filter.count';
  const count = words.mrkdwn(key, { n: total, more: more ? 'yes' : 'no' });
  return section(`${count}\n${escapeMrkdwn(said)}`, { blockId: countId });
}

/** The form as it stands open, with another count. */
export const recounted = (view: ViewOutput, words: Reader, preview: FilterPreview): ModalView =>
  withBlocks(view, (blocks) =>
    blocks.map((block) => (block.block_id === countId ? countBlock(words, preview) : block)),
  );

function inputs(words: Reader, filter: ContactFilter, choices: FilterChoices): KnownBlock[] {
  const counted = (named: readonly Named[]) =>
    named.map(({ name, count }) => ({ value: name, label: `${name} (${words.number(count)})` }));
  const many = (
    id: string,
    label: WordKey,
    options: readonly { value: string; label: string }[],
    chosen: readonly string[] = [],
  ) => {
    const offered = withChosen(options, chosen);
    if (offered.length === 0) return [];
    const element = multiSelect(id, offered, { initial: chosen });
    return [input({ field: id, label: words.say(label), optional: true, dispatch: true, element })];
  };
  const standing = (id: keyof typeof standings, part: 'activity' | 'validation' | 'consent') => {
    const options = standings[id].map((value) => ({
      value,
      label: words.say(`contacts.filter.${part}.${value}` as WordKey),
    }));
    const element = select(
      id,
      [{ value: any, label: words.say('contacts.filter.any') }, ...options],
      {
        initial: filter[part] ?? any,
      },
    );
    const label = words.say(`contacts.filter.${part}` as WordKey);
    return input({ field: id, label, optional: true, dispatch: true, element });
  };
  const day = (id: string, label: WordKey, at: string | undefined) =>
    input({
      field: id,
      label: words.say(label),
      optional: true,
      dispatch: true,
      element: dateBox(id, at && dayOf(at, words.timeZone)),
    });
  const score = (id: string, label: WordKey, value: number | undefined) =>
    input({
      field: id,
      label: words.say(label),
      optional: true,
      dispatch: true,
      element: numberBox(id, {
        initial: value === undefined ? undefined : String(value),
        min: '0',
        max: '100',
      }),
    });
  const never = { value: 'yes', label: words.say('contacts.filter.never') };
  const imports = choices.imports.map(({ id, fileName, at }) => ({
    value: id,
    label: `${fileName} · ${words.date(at)}`,
  }));
  return [
    input({
      field: field.search,
      label: words.say('contacts.filter.search-label'),
      hint: words.say('contacts.filter.search-hint'),
      optional: true,
      dispatch: true,
      element: textBox(field.search, { initial: filter.search, max: 100 }),
    }),
    ...many(
      field.states,
      'campaigns.states',
      choices.states.map(({ state, count }) => ({
        value: state,
        label: `${state} (${words.number(count)})`,
      })),
      filter.states,
    ),
    ...many(field.segments, 'campaigns.segments', counted(choices.segments), filter.segments),
    ...many(field.tags, 'campaigns.tags', counted(choices.tags), filter.tags),
    standing(field.activity, 'activity'),
    standing(field.validation, 'validation'),
    standing(field.consent, 'consent'),
    score(field.scoreMin, 'contacts.filter.score-min', filter.leadScoreMin),
    score(field.scoreMax, 'contacts.filter.score-max', filter.leadScoreMax),
    day(field.contactedSince, 'contacts.filter.since-label', filter.contactedSince),
    day(field.contactedBefore, 'contacts.filter.before-label', filter.contactedBefore),
    input({
      field: field.contacted,
      label: words.say('contacts.filter.never-label'),
      optional: true,
      dispatch: true,
      element: checkboxes(field.contacted, [never], filter.neverContacted ? ['yes'] : []),
    }),
    ...many(
      field.lineTypes,
      'contacts.filter.lines',
      lineTypes.map((type) => ({
        value: type,
        label: words.say('contacts.find.line-type', { type }),
      })),
      filter.lineTypes,
    ),
    ...many(field.carriers, 'contacts.filter.carriers', counted(choices.carriers), filter.carriers),
    ...(imports.length > 0
      ? [
          input({
            field: field.importId,
            label: words.say('contacts.filter.import-label'),
            optional: true,
            dispatch: true,
            element: select(
              field.importId,
              [{ value: any, label: words.say('contacts.filter.any') }, ...imports],
              { initial: filter.importId ?? any },
            ),
          }),
        ]
      : []),
  ];
}

/** Slack shows a hundred options with values of 75 characters; what is chosen is among them. */
function withChosen(
  options: readonly { value: string; label: string }[],
  chosen: readonly string[],
): { value: string; label: string }[] {
  const short = options.filter(({ value }) => value.length <= 75);
  const missing = chosen.filter(
    (value) => value.length <= 75 && !short.some((option) => option.value === value),
  );
  const first = [
    ...missing.map((value) => ({ value, label: value })),
    ...short.filter(({ value }) => chosen.includes(value)),
  ];
  return [...first, ...short.filter((option) => !first.includes(option))].slice(0, 100);
}

const dayOf = (instant: string, zone: string): string =>
  formatCivilDay(wallTimeAt(zone, Date.parse(instant)).day);
