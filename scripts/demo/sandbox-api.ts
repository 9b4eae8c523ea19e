import type { CarrierRecord } from '../../src/adapters/sandbox/carrier/index.ts';

/** What the page of the sandbox asks for beside Slack: its clock, and the carrier's own log. */
export function sandboxApi(base: string) {
  async function json<T>(path: string, body?: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const response = await fetch(`${base}${path}`, init);
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
  return {
    carrierLog: () => json<CarrierRecord[]>('/sandbox/api/carrier-log'),
    moveClock: (to: Date) => json('/sandbox/api/clock', { to: to.toISOString() }),
    now: async (): Promise<Date> =>
      new Date((await json<{ now: string }>('/sandbox/api/clock')).now),
  };
}
