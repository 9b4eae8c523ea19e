import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Directory, Person } from '../../features/team/index.ts';
import { Refusal } from '../../shared/errors.ts';

const maxAgeMs = 60_000;
const maxKept = 5_000;

/** Who a user is, from `users.info`, remembered for a minute; questions at the same time are one call. */
export function slackDirectory(client: WebClient): Directory {
  const kept = new Map<string, { askedAt: number; answer: Promise<Person | null> }>();

  return {
    person(userId) {
      const known = kept.get(userId);
      if (known && performance.now() - known.askedAt < maxAgeMs) return known.answer;
      if (kept.size >= maxKept) kept.clear();
      const answer = ask(client, userId);
      kept.set(userId, { askedAt: performance.now(), answer });
      // A failure is not remembered.
      answer.catch(() => kept.delete(userId));
      return answer;
    },
  };
}

async function ask(client: WebClient, userId: string): Promise<Person | null> {
  try {
    const [{ user }, { team_id: home }] = await Promise.all([
      client.users.info({ user: userId, include_locale: true }),
      homeTeam(client),
    ]);
    if (!user) return null;
    return {
      userId,
      name: user.profile?.display_name || user.real_name || user.name || userId,
      locale: user.locale ?? null,
      timeZone: user.tz ?? null,
      deactivated: user.deleted ?? false,
      bot: (user.is_bot ?? false) || userId === 'USLACKBOT',
      guest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
      external:
        (user.is_stranger ?? false) ||
        (Boolean(home) && Boolean(user.team_id) && user.team_id !== home),
    };
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : null;
    if (code === 'user_not_found' || code === 'user_not_visible') return null;
    throw new Refusal('unavailable', 'team.directory');
  }
}

const homes = new WeakMap<WebClient, Promise<{ team_id?: string | undefined }>>();

/** Which workspace this is; asked once. */
function homeTeam(client: WebClient): Promise<{ team_id?: string | undefined }> {
  const known = homes.get(client);
  if (known) return known;
  const asked = client.auth.test().then(({ team_id }) => ({ team_id }));
  homes.set(client, asked);
  asked.catch(() => homes.delete(client));
  return asked;
}
