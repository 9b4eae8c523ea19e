import type { KnownBlock } from '@slack/types';
import { includes, type Member } from '../../../features/team/index.ts';
import {
  actions,
  button,
  context,
  divider,
  fields,
  type Home,
  header,
  home,
  section,
} from '../blocks.ts';
import { escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import type { HomeFigures } from './figures.ts';
import { draftLines, importLines, liveLines, waitingLines } from './home-lists.ts';
import { homeIds, linkIds } from './ids.ts';

export type HomeInput = {
  figures: HomeFigures;
  member: Member;
  words: Reader;
  now: Date;
  /** Nothing really leaves; said beside the figures. */
  simulated: boolean;
};

/** The dashboard: what waits for this person first, then what runs, then what there is. */
export function homeView(input: HomeInput): Home {
  const { figures, member, words, now, simulated } = input;
  const drafting = includes(member.role, 'operator');
  const deciding = includes(member.role, 'approver');
  return home([
    header(words.say('home.title')),
    context(
      words.mrkdwn('home.greeting', { name: member.name, role: member.role }),
      ...(simulated ? [words.mrkdwn('home.simulated')] : []),
    ),
    ...(figures.killSwitch ? [section(words.mrkdwn('home.kill-switch'))] : []),
    quickActions(words, drafting),
    ...(deciding ? waitingLines(figures, words) : []),
    ...liveLines(figures, words),
    ...(drafting ? draftLines(figures, words) : []),
    ...overview(figures, words),
    ...importLines(figures, words),
    divider(),
    context(words.mrkdwn('home.updated', { at: words.dateTime(now), zone: words.timeZone })),
  ]);
}

/** For somebody without a role: why there is nothing here, and what to do. */
export const strangerHome = (words: Reader): Home =>
  home([header(words.say('home.title')), section(words.mrkdwn('refusal.team.no-role'))]);

function quickActions(words: Reader, drafting: boolean): KnownBlock {
  return actions([
    ...(drafting
      ? [
          button({
            id: linkIds.newCampaign,
            label: words.say('home.action.new-campaign'),
            style: 'primary',
          }),
          button({ id: linkIds.importContacts, label: words.say('home.action.import') }),
        ]
      : []),
    button({ id: linkIds.dailyReport, label: words.say('home.action.report') }),
    button({ id: homeIds.help, label: words.say('home.action.help') }),
    button({ id: homeIds.refresh, label: words.say('home.action.refresh') }),
  ]);
}

function overview({ contacts, states, today, live }: HomeFigures, words: Reader): KnownBlock[] {
  const { total } = contacts;
  const share = (part: number) =>
    total === 0 ? words.number(part) : `${words.number(part)} (${words.percent(part / total, 0)})`;
  const named = states.slice(0, 3);
  const rest = total - named.reduce((sum, { people }) => sum + people, 0);
  const places = [
    ...named.map(({ state, people }) => `${escapeMrkdwn(state)}: ${words.number(people)}`),
    ...(rest > 0 ? [words.mrkdwn('home.other-states', { people: rest })] : []),
  ];
  return [
    divider(),
    header(words.say('home.overview')),
    ...(total === 0 ? [section(words.mrkdwn('home.no-contacts'))] : []),
    fields([
      [words.say('home.total-contacts'), words.number(total)],
      [words.say('home.validated'), share(contacts.validated)],
      [words.say('home.with-consent'), share(contacts.withConsent)],
      [words.say('home.suppressed'), share(contacts.suppressed)],
      [
        words.say('home.active-campaigns'),
        words.number(live.filter((c) => c.status === 'running').length),
      ],
      [words.say('home.today'), todayText(words, today)],
    ]),
    ...(places.length > 0 ? [context(words.mrkdwn('home.places', {}) + places.join(' · '))] : []),
    ...(total > 0 ? [lookingActions(words)] : []),
  ];
}

const lookingActions = (words: Reader): KnownBlock =>
  actions(
    (['table', 'map'] as const).map((view) =>
      button({
        id: linkIds.listContacts,
        unique: view,
        label: words.say(`home.action.${view}`),
        value: view,
      }),
    ),
  );

const todayText = (words: Reader, { sent, delivered, replies }: HomeFigures['today']): string =>
  words.mrkdwn('home.today-figures', { sent, delivered, replies });
