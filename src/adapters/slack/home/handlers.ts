import { z } from 'zod';
import type { Slack } from '../app.ts';
import { clamp, type Home, message, type SlackMessage, textIn } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import { onEvent } from '../on-event.ts';
import { platformError } from '../post.ts';
import type { HomeFigures, HomeQuery } from './figures.ts';
import { homeView, strangerHome } from './home-view.ts';
import { homeIds } from './ids.ts';

export type HomeNeeds = { home: HomeQuery; simulated: boolean };

const homeOpened = z.object({
  user: z.string(),
  tab: z.string(),
  view: z.object({ hash: z.string() }).optional(),
});

/** App Home: the dashboard, drawn when it is opened and when somebody asks for it again. */
export function registerHome(slack: Slack, needs: HomeNeeds): HomePublisher {
  const publisher = homePublisher(slack, needs);
  onEvent(
    slack,
    'app_home_opened',
    (event) => homeOpened.safeParse(event).data ?? null,
    async ({ user, tab, view }) => {
      if (tab === 'home') await publisher.publish(user, view?.hash);
    },
  );
  onButton(slack, homeIds.refresh, { role: 'viewer' }, async ({ userId, view, replace }) => {
    if (view) await publisher.publish(userId, view.hash);
    else await replace(await dashboard(slack, needs, userId));
    return undefined;
  });
  return publisher;
}

export type HomePublisher = {
  /** Draws one person's Home; with the hash of what they see, so that nothing newer is overwritten. */
  publish(userId: string, hash?: string): Promise<void>;
};

/** The same as a message, for `/fly`. */
export async function dashboard(
  slack: Slack,
  needs: HomeNeeds,
  userId: string,
): Promise<SlackMessage> {
  const words = await slack.readerOf(userId);
  const { blocks } = await draw(slack, needs, userId, shortOf);
  return message(textIn(blocks) || words.say('home.title'), blocks);
}

async function draw(
  slack: Slack,
  { home, simulated }: HomeNeeds,
  userId: string,
  part: (figures: HomeFigures) => HomeFigures = (all) => all,
): Promise<Home> {
  const [member, words] = await Promise.all([slack.team.member(userId), slack.readerOf(userId)]);
  if (!member) return strangerHome(words);
  const now = slack.clock.now();
  const { timeZone } = slack.channelReader;
  const figures = part(await home.figures({ userId, now, timeZone }));
  return homeView({ figures, member, words, now, simulated });
}

/** A message holds less than Home: a few of each, with shorter names. */
export function shortOf(figures: HomeFigures): HomeFigures {
  const short = <T extends { name: string }>(rows: readonly T[]) =>
    rows.slice(0, 5).map((row) => ({ ...row, name: clamp(row.name, 60) }));
  return {
    ...figures,
    live: short(figures.live),
    waiting: short(figures.waiting),
    drafts: short(figures.drafts).slice(0, 3),
    imports: figures.imports.map((row) => ({ ...row, fileName: clamp(row.fileName, 60) })),
  };
}

function homePublisher(slack: Slack, needs: HomeNeeds): HomePublisher {
  const { views } = slack.clients.quick;
  return {
    async publish(userId, hash) {
      const view = await draw(slack, needs, userId);
      try {
        await views.publish({ user_id: userId, view, ...(hash && { hash }) });
      } catch (error) {
        if (!platformError(error, 'hash_conflict')) throw error;
        await views.publish({ user_id: userId, view: await draw(slack, needs, userId) });
      }
    },
  };
}
