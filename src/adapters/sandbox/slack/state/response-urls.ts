import type { Clock } from '../../../../shared/clock.ts';

const uses = 5;
const lifetimeMs = 30 * 60_000;

/** What a `response_url` belongs to. */
export type ResponseTarget = {
  channel: string;
  person: string;
  /** The message that was clicked; null for commands and views. */
  message: { ts: string; threadTs: string | null } | null;
};

/** Five answers within thirty minutes, as Slack allows. */
export function createResponseUrls(clock: Clock, baseUrl: string, secret: () => string) {
  const issued = new Map<string, ResponseTarget & { expires: number; left: number }>();

  return {
    issue(target: ResponseTarget): string {
      const now = clock.now().getTime();
      for (const [token, { expires }] of issued) {
        if (expires + lifetimeMs > now) break;
        issued.delete(token);
      }
      const token = secret();
      issued.set(token, { ...target, expires: now + lifetimeMs, left: uses });
      return `${baseUrl}/sandbox/slack/response/${token}`;
    },
    /** Takes one of the five uses, or says why not. */
    use(token: string): ResponseTarget | 'expired_url' | 'used_url' | 'invalid_url' {
      const target = issued.get(token);
      if (!target) return 'invalid_url';
      if (clock.now().getTime() > target.expires) return 'expired_url';
      if (target.left === 0) return 'used_url';
      target.left -= 1;
      return target;
    },
  };
}

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
