/** JSON over HTTP for the client; errors name the address and what came back. */
export function jsonClient(baseUrl: string) {
  async function read<T>(path: string, response: Response): Promise<T> {
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  return {
    async get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
      const search = new URLSearchParams(query);
      return read<T>(path, await fetch(`${baseUrl}${path}?${search}`));
    },
    async post<T>(path: string, body: object): Promise<T> {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return read<T>(path, await fetch(`${baseUrl}${path}`, init));
    },
    async send<T>(path: string, query: Record<string, string>, bytes: Uint8Array): Promise<T> {
      const search = new URLSearchParams(query);
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Blob([new Uint8Array(bytes)]),
      };
      return read<T>(path, await fetch(`${baseUrl}${path}?${search}`, init));
    },
    async bytes(path: string): Promise<Buffer> {
      const response = await fetch(`${baseUrl}${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}

/** Who has waited for a while asks less often, and less gets in the way of what is waited for. */
const pause = (waitedMs: number): number => Math.min(250, Math.max(40, waitedMs / 20));

/** Asks again and again until there is an answer; then says what it last saw. */
export async function until<T>(
  look: () => Promise<T | undefined>,
  timeoutMs: number,
  complain: () => Promise<string>,
): Promise<T> {
  const began = Date.now();
  const end = began + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain. ${await complain()}`);
    await new Promise((resolve) => setTimeout(resolve, pause(Date.now() - began)));
  }
}
