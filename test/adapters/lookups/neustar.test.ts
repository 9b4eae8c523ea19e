import { afterEach, describe, expect, it } from 'vitest';
import { neustarLookup, neustarMap } from '../../../src/adapters/lookups/index.ts';
import { describeNumberLookup } from '../../contracts/number-lookup.ts';
import { serve, type TestServer } from '../../support/http-server.ts';
import { elements, openNeustar } from '../../support/lookups.ts';

describeNumberLookup('Neustar', openNeustar, { tellsUsedUp: false });

describe('Neustar', () => {
  const open: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  async function answering(body: object, map = elements) {
    const asked: { headers: object; body: string }[] = [];
    const server = await serve(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      asked.push({ headers: request.headers, body: text });
      response.end(JSON.stringify(body));
    });
    open.push(server);
    const lookup = neustarLookup({
      username: 'ana',
      password: 'secret',
      serviceId: '1234567890',
      url: server.url,
      elements: map,
      simulated: false,
    });
    return { asked, lookup };
  }

  it('is asked for the elements of its map, and nothing else', async () => {
    const { asked, lookup } = await answering({
      transid: '1',
      error_code: '0',
      response: [{ '1320': 'Y,N,A1,W', '1321': 'T-Mobile' }],
    });
    expect(await lookup.lookup('+15855987000')).toMatchObject({
      valid: true,
      active: false,
      lineType: 'mobile',
      carrier: 'T-Mobile',
    });
    expect(asked[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('ana:secret').toString('base64')}`,
      'x-accept': 'json',
    });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      serviceid: '1234567890',
      elems: ['1320', '1321'],
      queries: [{ '1': '5855987000' }],
    });
  });

  it('means what the configuration says, not what we think', async () => {
    const map = neustarMap.parse([
      { element: '501', slot: 2, as: 'lineType', values: { W: 'landline' } },
    ]);
    const { lookup } = await answering({ response: [{ '501': 'L,W' }] }, map);
    expect(lookup.knows).toEqual(['lineType']);
    expect(await lookup.lookup('+15855987000')).toMatchObject({
      valid: null,
      lineType: 'landline',
    });
  });

  it('says nothing where a value is not in the map', async () => {
    const { lookup } = await answering({ response: [{ '1320': 'U,U,A1,X' }] });
    expect(await lookup.lookup('+15855987000')).toMatchObject({
      valid: null,
      active: null,
      lineType: null,
    });
  });

  it.each([
    [{ error_code: '7', response: [] }, 'validation.provider-unavailable'],
    [{ response: [] }, 'validation.provider-nonsense'],
    [{ response: [{ '999': 'Y' }] }, 'validation.provider-nonsense'],
  ])('takes %j for no answer', async (body, code) => {
    const { lookup } = await answering(body);
    await expect(lookup.lookup('+15855987000')).rejects.toMatchObject({ code });
  });
});
