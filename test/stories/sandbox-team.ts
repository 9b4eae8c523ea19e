import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import twilio from 'twilio';
import { importContacts, offers, people, read } from '../../scripts/demo/script.ts';
import { sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { sandboxPerson, succeeded } from '../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../src/adapters/sandbox/slack/page-contract.ts';
import type { Actor } from '../../src/adapters/sandbox/slack/payloads.ts';
import { messyList } from './messy-list.ts';
import type { RunningProduct } from './running-product.ts';

/** Everybody of the pretend workspace, headless. */
export const team = (url: string) => ({
  ...people(url),
  alex: sandboxPerson(url, sandboxPeople.alex.id),
});
export type Team = ReturnType<typeof team>;

export const actor = ({ id, name }: { id: string; name: string }): Actor => ({ id, handle: name });

export async function importList(product: RunningProduct, cast: Team): Promise<void> {
  const file = join(product.folder, messyList.fileName);
  await writeFile(file, messyList.content);
  await importContacts(cast, file);
}

/** What the pretend world of this run signs with. */
export async function secretsOf(product: RunningProduct) {
  const [row] = await product.rows<{
    sandbox: { signingSecret: string; accountSid: string; authToken: string };
  }>('select sandbox from instance');
  if (!row) throw new Error('no sandbox runs');
  return row.sandbox;
}

/** The step of the wizard that a person has open. */
export const step = (n: number) => (open: { view: { private_metadata?: string } }) =>
  JSON.parse(open.view.private_metadata || '{}').s === n;

/** A campaign up to the card that asks for approval; to everybody unless the audience says else. */
export async function request(
  { ana, marcus }: Team,
  name: string,
  audience: Parameters<Team['ana']['submit']>[0] = {},
): Promise<Message> {
  succeeded(await ana.command('dm', '/campaign new'));
  await ana.waitForView(step(1));
  succeeded(await ana.submit({ 'campaigns.name': name }));
  await ana.waitForView(step(2));
  succeeded(await ana.submit(audience));
  await ana.waitForView(step(3));
  succeeded(await ana.submit({ 'campaigns.template': plainText }));
  await ana.waitForView(step(4));
  succeeded(await ana.submit());
  await ana.waitForView(step(5));
  succeeded(await ana.submit({ 'campaigns.total': '50' }));
  await ana.waitForView((open) => open.view.callback_id === 'campaigns.submitted');
  await ana.close();
  return marcus.waitForMessage(
    'approvals',
    (message) => offers('campaigns.approve')(message) && read(message).includes(name),
    20_000,
  );
}

export const plainText = 'Ola {{firstName}}! Fly2Any: Orlando por $620. Responda SAIR para parar.';

/** The newest message that only this person sees, once it says this. */
export const whispered = (person: Team['ana'], channel: string, text: string): Promise<Message> =>
  person.waitForMessage(
    channel,
    (message) => message.ephemeralTo === person.id && read(message).includes(text),
    10_000,
  );

/** A webhook as the pretend carrier sends it, signed with what is given. */
export async function webhook(
  product: RunningProduct,
  path: string,
  form: Readonly<Record<string, string>>,
  authToken: string,
): Promise<{ status: number; body: string }> {
  const address = `${product.url.replace('localhost', '127.0.0.1')}/webhooks/twilio${path}`;
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, address, form),
    },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.text() };
}
