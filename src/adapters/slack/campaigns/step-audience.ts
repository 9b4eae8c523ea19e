import type { KnownBlock } from '@slack/types';
import type { Campaign, DraftPatch, Waterfall } from '../../../features/campaigns/index.ts';
import type { ContactFilter } from '../../../features/contacts/index.ts';
import { context, divider, input, multiSelect, numberBox, section } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';
import { waterfallText } from './waterfall.ts';

/** What there is to choose from, with how many people each holds. */
export type AudienceChoices = {
  states: readonly { state: string; count: number }[];
  segments: readonly { name: string; count: number }[];
  tags: readonly { name: string; count: number }[];
};

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
  const { states: _s, segments: _g, tags: _t, leadScoreMin: _m, ...hidden } = before;
  const score = Number(fields.text(fieldIds.scoreMin));
  const lists = {
    states: fields.list(fieldIds.states),
    segments: fields.list(fieldIds.segments),
    tags: fields.list(fieldIds.tags),
  };
  const filter: ContactFilter = {
    ...hidden,
    ...(lists.states.length > 0 && { states: lists.states }),
    ...(lists.segments.length > 0 && { segments: lists.segments }),
    ...(lists.tags.length > 0 && { tags: lists.tags }),
    ...(score > 0 && { leadScoreMin: Math.min(100, Math.round(score)) }),
  };
  return { filter };
}
