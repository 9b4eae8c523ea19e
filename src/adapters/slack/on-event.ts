import type { Slack } from './app.ts';
import { message } from './blocks.ts';
import { explain } from './errors.ts';

/**
 * Something happened in Slack. Bolt acknowledges events by itself; Slack repeats those it believes
 * lost, so each `event_id` is handled once. Nobody asked for anything here: a failure is told to
 * `asker` when the event has one, and always logged.
 */
export function onEvent<Event>(
  slack: Slack,
  name: string,
  parse: (event: unknown) => Event | null,
  run: (event: Event, us: { botUserId: string | null }) => Promise<void>,
  asker: (event: Event) => string | null = () => null,
): void {
  slack.routes.events.add(name);
  slack.app.event(name, async ({ event: raw, body, context }) => {
    const event = parse(raw);
    if (event === null) return;
    try {
      if (!(await slack.seen.firstTime(body.event_id, slack.clock.now()))) return;
      await run(event, { botUserId: context.botUserId ?? null });
    } catch (error) {
      const userId = asker(event);
      const words = userId ? await slack.readerOf(userId) : slack.channelReader;
      const text = explain(error, { words, log: slack.log, at: { event: name, userId } });
      if (userId) await slack.post.toPerson(userId, message(text)).catch(() => {});
    }
  });
}
