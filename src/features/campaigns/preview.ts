import type { Channel } from '../../shared/channel.ts';
import type { Campaign } from './campaign.ts';
import { forEachText } from './follow-up.ts';
import { costlyCharacters, countSms, withoutAccents } from './segments.ts';
import { unitsOf } from './staging.ts';
import { checkLength, compileTemplate, type Recipient } from './template.ts';

/** A template as a few real people would read it, and what the average text costs. */
export type Preview = {
  samples: { text: string; segments: number; encoding: string }[];
  /** What makes a text UCS-2: in the template, and in what the longest sample fills in. */
  costly: string[];
  costlyNames: string[];
  /** Segments of the longest sample, and the same with a template without accents. */
  segments: number;
  plainSegments: number;
};

/** The message and its follow-ups, in their order. */
export type Previews = { message: Preview; followUps: Preview[] };

export type Previewed = Pick<Campaign, 'filter' | 'channel' | 'template' | 'schedule'>;

/** Throws as `compileTemplate`; what is about a follow-up names its own field. */
export function previewsOf(
  { channel, template, schedule }: Previewed,
  people: readonly Recipient[],
): Previews {
  const of = (text: string) => previewOf(channel, text, people);
  return { message: of(template), followUps: forEachText(schedule.followUps, of) };
}

function previewOf(channel: Channel, template: string, people: readonly Recipient[]): Preview {
  const render = compileTemplate(template);
  const texts = people.map((person) => checkLength(render(person)));
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), texts[0] ?? template);
  const person = people[texts.indexOf(longest)];
  const plain = withoutAccents(template);
  const costly = costlyCharacters(template);
  return {
    samples: texts.map((text) => {
      const { segments, encoding } = countSms(text);
      return { text, segments, encoding };
    }),
    costly,
    costlyNames: costlyCharacters(longest).filter((sign) => !costly.includes(sign)),
    segments: unitsOf(channel, longest),
    plainSegments: unitsOf(channel, person ? compileTemplate(plain)(person) : plain),
  };
}
