import type { KnownBlock } from '@slack/types';
import type { Campaign, DraftPatch, Waterfall } from '../../../features/campaigns/index.ts';
import type { ContactFilter, SavedFilter } from '../../../features/contacts/index.ts';
import {
  alert,
  asMrkdwn,
  context,
  divider,
  escapeMrkdwn,
  input,
  multiSelect,
  numberBox,
  section,
  select,
} from '../blocks.ts';
import { filterInWords } from '../contacts/filter-words.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';
import { waterfallText } from './waterfall.ts';

/** What there is to choose from, with how many people each holds. */
export type AudienceChoices = {
  states: readonly { state: string; count: number }[];
  segments: readonly { name: string; count: number }[];
  tags: readonly { name: string; count: number }[];
  savedFilters: readonly SavedFilter[];
};

/** Whom a draft reaches; nobody while the saved filter it names is gone. */
export async function reachOf(
  drafts: { reach(draft: Pick<Campaign, 'filter' | 'channel'>): Promise<Waterfall> },
  draft: Pick<Campaign, 'filter' | 'channel'>,
  choices: AudienceChoices,
): Promise<Waterfall> {
  if (!isGone(draft, choices)) return drafts.reach(draft);
  return { matched: 0, excluded: {}, final: 0 };
}

const isGone = (
  { filter: { savedFilter } }: Pick<Campaign, 'filter'>,
  { savedFilters }: AudienceChoices,
): boolean => savedFilter !== undefined && !savedFilters.some(({ id }) => id === savedFilter);

const none = 'none';

/** A dynamic segment: its definition in words, since its name alone says little to who did not make it. */
function savedFilterInput(
  words: Reader,
  draft: Pick<Campaign, 'filter'>,
  choices: AudienceChoices,
): KnownBlock[] {
  const { savedFilters } = choices;
  const gone = isGone(draft, choices);
  if (savedFilters.length === 0 && !gone) return [];
  const chosen = savedFilters.find(({ id }) => id === draft.filter.savedFilter);
  const rest = savedFilters.filter((each) => each !== chosen);
  const options = [
    { value: none, label: words.say('campaigns.saved-filter-none') },
    ...[...(chosen ? [chosen] : []), ...rest].map(({ id, name }) => ({ value: id, label: name })),
  ];
  const said = chosen && escapeMrkdwn(filterInWords(chosen.filter, words)).slice(0, 1_000);
  return [
    ...(gone ? [alert(words.say('campaigns.saved-filter-gone'), 'warning')] : []),
    input({
      field: fieldIds.savedFilter,
      label: words.say('campaigns.saved-filter'),
      hint: words.say('campaigns.saved-filter-hint'),
      optional: true,
      dispatch: true,
      element: select(fieldIds.savedFilter, options, {
        // While it is gone nothing is chosen for them: "none" would reach more than anybody meant.
        initial: gone ? undefined : (chosen?.id ?? none),
      }),
    }),
    ...(said ? [context(words.mrkdwn('campaigns.saved-filter-is', { said: asMrkdwn(said) }))] : []),
  ];
}

export function audienceStep(
  words: Reader,
  { filter }: Pick<Campaign, 'filter'>,
  choices: AudienceChoices,
  reach: Waterfall,
): KnownBlock[] {
  const labelled = (name: string, count: number) => ({
    value: name,
    label: `${name} (${words.number(count)})`,
  });
  const chooser = (
    field: string,
    label: string,
    options: readonly { value: string; label: string }[],
    initial: readonly string[] | undefined,
  ) =>
    options.length === 0
      ? []
      : [
          input({
            field,
            label,
            hint: words.say('campaigns.empty-means-all'),
            optional: true,
            dispatch: true,
            element: multiSelect(field, offered(options, initial), { initial }),
          }),
        ];
  return [
    ...savedFilterInput(words, { filter }, choices),
    ...chooser(
      fieldIds.states,
      words.say('campaigns.states'),
      choices.states.map(({ state, count }) => labelled(state, count)),
      filter.states,
    ),
    ...chooser(
      fieldIds.segments,
      words.say('campaigns.segments'),
      choices.segments.map(({ name, count }) => labelled(name, count)),
      filter.segments,
    ),
    ...chooser(
      fieldIds.tags,
      words.say('campaigns.tags'),
      choices.tags.map(({ name, count }) => labelled(name, count)),
      filter.tags,
    ),
    input({
      field: fieldIds.scoreMin,
      label: words.say('campaigns.score-min'),
      optional: true,
      dispatch: true,
      element: numberBox(fieldIds.scoreMin, {
        initial: filter.leadScoreMin === undefined ? undefined : String(filter.leadScoreMin),
        min: '0',
        max: '100',
      }),
    }),
    divider(),
    section(waterfallText(words, reach), { blockId: 'campaigns.reach' }),
    context(words.mrkdwn('campaigns.reach-note')),
  ];
}

/** Slack shows a hundred options with values of 75 characters; what is chosen is among them. */
function offered<Option extends { value: string }>(
  options: readonly Option[],
  chosen: readonly string[] = [],
): Option[] {
  const short = options.filter(({ value }) => value.length <= 75);
  if (short.length <= 100) return short;
  const isChosen = ({ value }: Option) => chosen.includes(value);
  return [...short.filter(isChosen), ...short.filter((each) => !isChosen(each))].slice(0, 100);
}

/** Parts of the filter that this form does not show stay as they were. */
export function readAudience(
  fields: Fields,
  before: ContactFilter,
): Required<Pick<DraftPatch, 'filter'>> {
  const { states: _s, segments: _g, tags: _t, leadScoreMin: _m, savedFilter, ...hidden } = before;
  const score = Number(fields.text(fieldIds.scoreMin));
  const lists = {
    states: fields.list(fieldIds.states),
    segments: fields.list(fieldIds.segments),
    tags: fields.list(fieldIds.tags),
  };
  // No such select in the form (no filter is saved): the campaign names none, or still the one that is gone.
  const shown = fields.text(fieldIds.savedFilter) || savedFilter || none;
  const filter: ContactFilter = {
    ...hidden,
    ...(shown !== none && { savedFilter: shown }),
    ...(lists.states.length > 0 && { states: lists.states }),
    ...(lists.segments.length > 0 && { segments: lists.segments }),
    ...(lists.tags.length > 0 && { tags: lists.tags }),
    ...(score > 0 && { leadScoreMin: Math.min(100, Math.round(score)) }),
  };
  return { filter };
}
