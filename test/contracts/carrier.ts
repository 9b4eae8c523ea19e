import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Carrier } from '../../src/features/delivery/index.ts';
import { aMessage } from '../support/carrier.ts';

export type OpenCarrier = () => Promise<{ carrier: Carrier; close(): Promise<void> }>;

const minute = 60_000;
const around = (at: Date) => ({
  after: new Date(at.getTime() - minute),
  before: new Date(at.getTime() + minute),
});

/** What the send protocol relies on, whoever the carrier is. */
export function describeCarrier(name: string, open: OpenCarrier): void {
  describe(`a carrier: ${name}`, () => {
    let opened: Awaited<ReturnType<OpenCarrier>>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('accepts a message and knows it afterwards by its id', async () => {
      const message = aMessage();
      const answer = await opened.carrier.send(message);
      if (answer.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
      expect(answer.carrierId).toMatch(/^(SM|MM)[0-9a-f]{32}$/);
      const known = await opened.carrier.fetch(answer.carrierId);
      expect(known).toMatchObject({
        carrierId: answer.carrierId,
        to: message.to,
        body: message.body,
        errorCode: null,
      });
      expect(Math.abs(Date.now() - (known?.createdAt.getTime() ?? 0))).toBeLessThan(minute);
    });

    it('does not know an id that it never gave', async () => {
      expect(await opened.carrier.fetch(`SM${'0'.repeat(32)}`)).toBeNull();
    });

    it('lists what it accepted for one number in a span, and nothing else', async () => {
      const to = '+12035550144';
      const first = aMessage({ to });
      await opened.carrier.send(first);
      await opened.carrier.send(aMessage({ to: '+12035550145' }));
      const second = aMessage({ to });
      await opened.carrier.send(second);
      const listed = await opened.carrier.list({ to, ...around(new Date()) });
      expect(listed.map(({ body }) => body).sort()).toEqual([first.body, second.body].sort());
      const past = new Date(Date.now() - 60 * minute);
      expect(await opened.carrier.list({ to, ...around(past) })).toEqual([]);
    });

    it('refuses a message to nobody, definitely', async () => {
      const answer = await opened.carrier.send(aMessage({ to: '' }));
      expect(answer).toMatchObject({ kind: 'refused', httpStatus: 400 });
    });
  });
}
