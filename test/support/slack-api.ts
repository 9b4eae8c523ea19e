import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ApiCall = { method: string; args: Record<string, unknown> };
export type Answer = Record<string, unknown>;

/** A Web API that remembers what it was asked, and says yes unless told otherwise. */
export async function fakeSlackApi(people: Record<string, Answer> = {}) {
  const calls: ApiCall[] = [];
  const answers = new Map<string, (args: Record<string, unknown>) => Answer>();
  let posted = 0;

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const method = path.replace(/^\/api\//, '').replace(/^\//, '');
      const args = path.startsWith('/api/') ? formOf(body) : { ...JSON.parse(body || '{}'), path };
      calls.push({ method: path.startsWith('/api/') ? method : 'response_url', args });
      const answer =
        answers.get(path.startsWith('/api/') ? method : 'response_url') ?? standard(method);
      const { status = 200, ...rest } = answer(args);
      response.writeHead(Number(status), { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: !('error' in rest), ...rest }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const standard =
    (method: string) =>
    (args: Record<string, unknown>): Answer => {
      if (method === 'auth.test') return { team_id: 'T1', user_id: 'UBOT', bot_id: 'B1' };
      if (method === 'users.info') {
        const user = people[String(args.user)];
        return user
          ? { user: { id: args.user, team_id: 'T1', ...user } }
          : { error: 'user_not_found' };
      }
      if (method === 'conversations.open') return { channel: { id: `D-${args.users}` } };
      if (method === 'chat.postMessage') {
        posted += 1;
        return { channel: args.channel, ts: `1700000000.00000${posted}` };
      }
      if (method.startsWith('views.')) return { view: { id: 'V-opened', hash: 'h2' } };
      return {};
    };

  return {
    calls,
    url: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response/1`,
    /** What a method answers from now on; `error` makes it Slack's refusal. */
    answer(method: string, answer: (args: Record<string, unknown>) => Answer) {
      answers.set(method, answer);
    },
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    /** The last thing that a person or channel was shown by this method. */
    last: (method: string) => calls.findLast((call) => call.method === method)?.args,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

export type FakeSlackApi = Awaited<ReturnType<typeof fakeSlackApi>>;

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

/** As the client sends it: form fields, of which blocks, views and metadata are JSON. */
function formOf(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
