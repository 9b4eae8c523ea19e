import { afterEach, describe, expect, it } from 'vitest';
import { numverifyLookup } from '../../../src/adapters/lookups/index.ts';
import { describeNumberLookup } from '../../contracts/number-lookup.ts';
import { serve, type TestServer } from '../../support/http-server.ts';
import { openNumverify } from '../../support/lookups.ts';

describeNumberLookup('Numverify', openNumverify, { tellsUsedUp: true });

describe('Numverify', () => {
  const open: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  async function answering(body: object) {
    const asked: URL[] = [];
    const server = await serve((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://numverify'));
      response.end(JSON.stringify(body));
    });
    open.push(server);
    const lookup = numverifyLookup({
      apiKey: 'k',
      url: `${server.url}/validate`,
      simulated: false,
    });
    return { asked, lookup };
  }

  it('is asked and answers as documented', async () => {
    const { asked, lookup } = await answering({
      valid: true,
      number: '14158586273',
      local_format: '4158586273',
      international_format: '+14158586273',
      country_prefix: '+1',
      country_code: 'US',
      country_name: 'United States of America',
      location: 'Novato',
      carrier: 'AT&T Mobility LLC',
      line_type: 'mobile',
    });
    expect(await lookup.lookup('+14158586273')).toMatchObject({
      valid: true,
      active: null,
      lineType: 'mobile',
      carrier: 'AT&T Mobility LLC',
      countryCode: 'US',
    });
    expect(asked[0]?.pathname).toBe('/validate');
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      access_key: 'k',
      number: '14158586273',
    });
  });

  it('asks again and again on one connection', async () => {
    const ports = new Set<number | undefined>();
    const server = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end(JSON.stringify({ valid: true }));
    });
    open.push(server);
    const lookup = numverifyLookup({ apiKey: 'k', url: server.url, simulated: false });
    for (let n = 0; n < 5; n++) await lookup.lookup('+14158586273');
    expect(ports.size).toBe(1);
  });

  it('reads no more than an answer can be', async () => {
    const { lookup } = await answering({ valid: true, carrier: 'x'.repeat(100_000) });
    await expect(lookup.lookup('+14158586273')).rejects.toMatchObject({
      code: 'validation.provider-unavailable',
      values: { charged: 'maybe' },
    });
  });

  it.each([
    ['toll_free', 'tollFree'],
    ['premium_rate', 'premium'],
    ['paging', 'pager'],
    ['satellite', 'unknown'],
    ['something new', 'unknown'],
    [null, null],
  ])('reads the line %s as %s', async (line_type, expected) => {
    const { lookup } = await answering({ valid: true, number: '14158586273', line_type });
    expect((await lookup.lookup('+14158586273')).lineType).toBe(expected);
  });

  it.each([
    [101, 'validation.provider-refused'],
    [102, 'validation.provider-refused'],
    [104, 'validation.provider-used-up'],
    [105, 'validation.provider-refused'],
    [106, 'validation.provider-limited'],
    [999, 'validation.provider-unavailable'],
  ])('reads error %i, which comes with HTTP 200, as %s', async (code, expected) => {
    const { lookup } = await answering({ success: false, error: { code, type: 'x', info: 'y' } });
    await expect(lookup.lookup('+14158586273')).rejects.toMatchObject({ code: expected });
  });

  it('does not take an answer about somebody else', async () => {
    const { lookup } = await answering({ valid: true, number: '14158580000', line_type: 'mobile' });
    await expect(lookup.lookup('+14158586273')).rejects.toMatchObject({
      code: 'validation.provider-nonsense',
    });
  });
});
