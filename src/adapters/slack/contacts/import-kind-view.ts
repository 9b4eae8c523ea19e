import type { KnownBlock } from '@slack/types';
import {
  type ImportView,
  importKinds,
  isListKind,
  nationalScrubDays,
  scrubGoodUntil,
} from '../../../features/contacts/index.ts';
import { dateBox, input, section, select } from '../blocks.ts';
import type { Reader } from '../words/words.ts';

type Kinded = Pick<ImportView, 'kind' | 'scrubbedOn' | 'createdAt'>;

/** What the file is taken for; a list with its day and how long that is good. */
export function kindSection(view: Kinded, words: Reader): KnownBlock {
  const lines = [
    words.mrkdwn('contacts.kind.line', { kind: words.say(`contacts.kind.${view.kind}`) }),
    ...(isListKind(view.kind) ? [words.mrkdwn('contacts.kind.list-note')] : []),
    ...scrubLine(view, words),
  ];
  return section(lines.join('\n'));
}

function scrubLine({ kind, scrubbedOn, createdAt }: Kinded, words: Reader): string[] {
  if (scrubbedOn === null || (kind !== 'dnc-state' && kind !== 'dnc-national')) return [];
  const day = dayOf(scrubbedOn, words);
  const until = scrubGoodUntil(kind, scrubbedOn);
  if (until === null) return [words.mrkdwn('contacts.kind.scrubbed', { day })];
  const values = { day, until: dayOf(until, words), days: nationalScrubDays };
  const isOver = createdAt.toISOString().slice(0, 10) > until;
  return [words.mrkdwn(`contacts.kind.${isOver ? 'scrub-over' : 'scrubbed-national'}`, values)];
}

/** A calendar day: noon UTC is that day in every zone of the United States and in Brazil. */
const dayOf = (day: string, words: Reader): string => words.date(new Date(`${day}T12:00:00Z`));

/** The two questions about it, at the top of the form with the columns. */
export const kindInputs = (view: Kinded, words: Reader): KnownBlock[] => [
  input({
    field: 'kind',
    label: words.say('contacts.kind.ask'),
    element: select(
      'kind',
      importKinds.map((kind) => ({ value: kind, label: words.say(`contacts.kind.${kind}`) })),
      { initial: view.kind },
    ),
  }),
  input({
    field: 'scrubbedOn',
    label: words.say('contacts.kind.ask-day'),
    element: dateBox('scrubbedOn', view.scrubbedOn ?? undefined),
    hint: words.say('contacts.kind.ask-day-hint'),
    optional: true,
  }),
];
