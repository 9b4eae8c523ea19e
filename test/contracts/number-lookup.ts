import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LookupFault, lineOf, usualOdds } from '../../src/adapters/sandbox/carrier/index.ts';
import type { NumberLookup } from '../../src/features/validation/index.ts';
import { type CarrierDesk, carrierDesk } from '../support/carrier.ts';
import { deadPort, serve } from '../support/http-server.ts';

export type OpenLookup = (
  baseUrl: string,
  options?: { key?: string; timeoutMs?: number },
) => NumberLookup;

const seed = 'lookups';
const real = '+12035550123';

/** What a batch of lookups relies on, whoever answers. `open` is given where the pretend carrier is. */
export function describeNumberLookup(
  name: string,
  open: OpenLookup,
  { tellsUsedUp }: { tellsUsedUp: boolean },
): void {
  describe(`a provider of lookups: ${name}`, () => {
    let desk: CarrierDesk;
    beforeEach(async () => {
      desk = await carrierDesk({ seed, odds: usualOdds });
    });
    afterEach(() => desk.close());
    const at = () => `${desk.url}/sandbox/carrier`;
    const withFault = (fault: LookupFault) => desk.carrier.setFaults({ onLookup: () => fault });

    it('says that a number exists, its kind of line, its carrier and what that cost', async () => {
      const lookup = open(at());
      const answer = await lookup.lookup(real);
      expect(answer).toMatchObject({ valid: true, lineType: lineOf(usualOdds, seed, real).type });
      expect(answer.carrier).toMatch(/\w/);
      expect(answer.cost.eq(lookup.price)).toBe(true);
      expect(JSON.stringify(answer.raw).length).toBeGreaterThan(10);
    });

    it('takes a number that does not exist for an answer', async () => {
      const answer = await open(at()).lookup('+11235550123');
      expect(answer.valid).toBe(false);
      expect([null, 'unknown']).toContain(answer.lineType);
    });

    it('never costs more than its price', async () => {
      const lookup = open(at());
      for (const phone of [real, '+13055550144', '+11235550123']) {
        expect((await lookup.lookup(phone)).cost.lte(lookup.price)).toBe(true);
      }
      expect(lookup.pace.perSecond).toBeGreaterThan(0);
      expect(lookup.knows).toContain('lineType');
    });

    it('says that our key is refused, which costs nothing and lasts', async () => {
      await expect(open(at(), { key: 'wrong' }).lookup(real)).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'validation.provider-refused',
        values: { charged: 'no' },
      });
      withFault('refused');
      await expect(open(at()).lookup(real)).rejects.toMatchObject({
        code: 'validation.provider-refused',
      });
    });

    if (tellsUsedUp) {
      it('says that the month is used up', async () => {
        withFault('used-up');
        await expect(open(at()).lookup(real)).rejects.toMatchObject({
          kind: 'forbidden',
          code: 'validation.provider-used-up',
        });
      });
    }

    it('says when it is asked too fast, and for how long to wait', async () => {
      withFault('limited');
      await expect(open(at()).lookup(real)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'validation.provider-limited',
        values: { charged: 'no', retryAfterMs: 0 },
      });
    });

    it.each(['down', 'reset'] as const)(
      'is away when it is %s, perhaps with a charge',
      async (fault) => {
        withFault(fault);
        await expect(open(at()).lookup(real)).rejects.toMatchObject({
          kind: 'unavailable',
          code: 'validation.provider-unavailable',
          values: { charged: 'maybe' },
        });
      },
    );

    it('is away when nobody answers in time', async () => {
      withFault('silence');
      await expect(open(at(), { timeoutMs: 60 }).lookup(real)).rejects.toMatchObject({
        code: 'validation.provider-unavailable',
        values: { charged: 'maybe' },
      });
    });

    it('was asked nothing when there was no connection', async () => {
      const nowhere = `http://127.0.0.1:${await deadPort()}`;
      await expect(open(nowhere).lookup(real)).rejects.toMatchObject({
        code: 'validation.provider-unavailable',
        values: { charged: 'no' },
      });
    });

    it.each(['html', 'empty-object'] as const)('does not take %s for an answer', async (fault) => {
      withFault(fault);
      await expect(open(at()).lookup(real)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'validation.provider-nonsense',
      });
    });

    it('follows no redirect, since its key would travel along', async () => {
      const asked: (string | undefined)[] = [];
      const thief = await serve((request, response) => {
        asked.push(request.url);
        response.end('{}');
      });
      const sending = await serve((_request, response) => {
        response.writeHead(302, { location: `${thief.url}/stolen` }).end();
      });
      await expect(open(sending.url).lookup(real)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(asked).toEqual([]);
      await Promise.all([thief.close(), sending.close()]);
    });

    it('shows neither its key nor the number in what it throws', async () => {
      withFault('down');
      const error: unknown = await open(at())
        .lookup(real)
        .catch((thrown: unknown) => thrown);
      const told = error instanceof Error ? `${error.stack} ${JSON.stringify(error)}` : '';
      expect(told).toContain('validation.provider-unavailable');
      expect(told).not.toContain('a-test-token');
      expect(told).not.toContain('2035550123');
    });
  });
}
