import type { KnownBlock } from '@slack/types';
import type { KnownNumber } from '../../../features/contacts/index.ts';
import {
  offlineProvider,
  ownSends,
  type Question,
  questions,
} from '../../../features/validation/index.ts';
import { clamp, context, section } from '../blocks.ts';
import { providerName } from '../contacts/provider-name.ts';
import { escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import type { Card } from './card.ts';

type Answer = KnownNumber['answers'][number];
const linesShown = 12;

/** What is believed and how surely, who sees it otherwise, then each answer with its age. */
export function validationBlocks({ number }: Card, words: Reader): KnownBlock[] {
  if (number === null) return [section(words.mrkdwn('card.no-validation'))];
  const { newest, older } = byAge(number.answers);
  const asked = newest.some(({ provider }) => provider !== offlineProvider);
  const part = (title: string, lines: readonly string[]): KnownBlock[] =>
    lines.length === 0 ? [] : [section(`*${title}*\n${lines.slice(0, linesShown).join('\n')}`)];
  return [
    ...part(words.mrkdwn('card.believed'), beliefs(number, words)),
    ...part(words.mrkdwn('card.disagree'), disagreements(number, words)),
    ...part(words.mrkdwn('card.answers'), [
      ...sendLines(number, words),
      ...newest.map((answer) => answerLine(answer, words)),
    ]),
    ...part(
      words.mrkdwn('card.validation-older'),
      older.map((answer) => answerLine(answer, words)),
    ),
    ...(asked ? [] : [section(words.mrkdwn('card.no-validation'))]),
    context(
      words.mrkdwn('card.weighing'),
      ...(number.simulated ? [words.mrkdwn('contacts.validate.simulated')] : []),
    ),
  ];
}

/** Of each provider the newest; the answers come newest first. */
function byAge(answers: readonly Answer[]): Record<'newest' | 'older', Answer[]> {
  const newest = new Map<string, Answer>();
  const older: Answer[] = [];
  for (const answer of answers) {
    if (newest.has(answer.provider)) older.push(answer);
    else newest.set(answer.provider, answer);
  }
  return { newest: [...newest.values()], older };
}

function beliefs({ verdict }: KnownNumber, words: Reader): string[] {
  return questions.map((question) => {
    const { value, confidence } = verdict[question];
    return words.mrkdwn('card.belief', {
      question,
      value: valueText(question, value === null ? null : String(value), words),
      sure: value === null ? 'none' : words.percent(confidence, 0),
    });
  });
}

function disagreements({ verdict, answers }: KnownNumber, words: Reader): string[] {
  return verdict.disagreements.map(({ question, says }) =>
    words.mrkdwn('card.disagreement', {
      question,
      sides: says
        .map(({ value, providers, share }) =>
          words.say('card.side', {
            // The rule compares carriers by a key; people read the name as it was given.
            value:
              question === 'carrier'
                ? clamp(answers.find((a) => providers.includes(a.provider))?.carrier ?? value, 60)
                : valueText(question, value, words),
            who: words.list(providers.map((provider) => nameOf(provider, words))),
            share: words.percent(share, 0),
          }),
        )
        .join(' · '),
    }),
  );
}

function valueText(question: Question, value: string | null, words: Reader): string {
  if (question === 'carrier') return clamp(value ?? words.say('card.not-known'), 60);
  if (question === 'lineType') {
    return value === null
      ? words.say('card.not-known')
      : words.say('contacts.find.line-type', { type: value });
  }
  return words.say(`card.value-${question}`, { value: value ?? 'none' });
}

function sendLines({ sends }: KnownNumber, words: Reader): string[] {
  const facts = [
    ['delivered', sends.deliveredAt],
    ['dead', sends.deadAt],
    ['landline', sends.noSmsAt],
  ] as const;
  return facts.flatMap(([what, at]) =>
    at === null ? [] : [words.mrkdwn('card.own-sends', { what, at: words.date(at) })],
  );
}

function answerLine(answer: Answer, words: Reader): string {
  const { valid, active, lineType, reassigned, cost, at } = answer;
  const offline = answer.provider === offlineProvider;
  const carrier = answer.carrier === null ? null : escapeMrkdwn(clamp(answer.carrier, 80));
  const said = [
    words.mrkdwn('card.said-valid', { value: valid === null ? 'none' : valid ? 'yes' : 'no' }),
    ...(active === false ? [words.mrkdwn('card.said-inactive')] : []),
    ...(reassigned ? [words.mrkdwn('card.said-reassigned')] : []),
    ...(lineType === null ? [] : [words.mrkdwn('contacts.find.line-type', { type: lineType })]),
    ...(carrier === null ? [] : [carrier]),
    ...(offline ? [] : [words.mrkdwn('card.age', { days: answer.ageDays, at: words.date(at) })]),
    ...(cost.isZero() ? [] : [words.money(cost)]),
  ];
  return `*${escapeMrkdwn(nameOf(answer.provider, words))}*: ${said.join(' · ')}`;
}

function nameOf(provider: string, words: Reader): string {
  if (provider === offlineProvider) return words.say('card.numbering-plan');
  return provider === ownSends ? words.say('card.our-messages') : providerName(provider);
}
