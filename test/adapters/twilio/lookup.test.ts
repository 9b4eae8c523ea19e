import { afterEach, beforeEach, expect, it } from 'vitest';
import { twilioLookup } from '../../../src/adapters/twilio/index.ts';
import { account, type CarrierDesk, carrierDesk } from '../../support/carrier.ts';

let desk: CarrierDesk;
beforeEach(async () => {
  desk = await carrierDesk();
});
afterEach(() => desk.close());

const lookup = (authToken = account.authToken) =>
  twilioLookup({
    ...account,
    authToken,
    apiUrl: `${desk.url}/sandbox/carrier`,
    simulated: true,
  });

it('tells the kind of line and what the answer costs', async () => {
  const answer = await lookup().lookup('+12035550123');
  expect(answer.valid).toBe(true);
  expect(['mobile', 'nonFixedVoip', 'fixedVoip', 'landline']).toContain(answer.lineType);
  expect(answer.countryCode).toBe('US');
  expect(answer.cost.toFixed(3)).toBe('0.008');
});

it('pays nothing for a number that does not exist', async () => {
  const answer = await lookup().lookup('+11235550123');
  expect(answer).toMatchObject({ valid: false, lineType: null });
  expect(answer.cost.toFixed(3)).toBe('0.000');
});

it('tells a wrong key from a provider that is not there', async () => {
  await expect(lookup('wrong').lookup('+12035550123')).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'validation.provider-refused',
  });
  const gone = desk.url;
  await desk.close();
  await expect(
    twilioLookup({ ...account, apiUrl: gone, simulated: true }).lookup('+12035550123'),
  ).rejects.toMatchObject({ kind: 'unavailable', code: 'validation.provider-unavailable' });
});
