import { WebClient } from '@slack/web-api';

/** Two manners of calling Slack. */
export type Clients = {
  /** Somebody waits: one retry, 2.5 s, and a rate limit is an error at once. */
  quick: WebClient;
  /** Nobody waits: Slack's own patient retries; rate limits are waited out. */
  patient: WebClient;
  readonly token: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
};

export function createClients({
  token,
  apiUrl,
}: {
  token: string;
  apiUrl?: string | undefined;
}): Clients {
  const slackApiUrl = withSlash(apiUrl ?? 'https://slack.com/api/');
  return {
    token,
    apiUrl: slackApiUrl,
    quick: new WebClient(token, {
      slackApiUrl,
      timeout: 2_500,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 200 },
    }),
    patient: new WebClient(token, { slackApiUrl, timeout: 30_000 }),
  };
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);
