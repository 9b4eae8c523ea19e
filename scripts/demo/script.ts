import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { sandboxPerson, succeeded, textOf } from '../../src/adapters/sandbox/slack/client.ts';
import type { Message, OpenView } from '../../src/adapters/sandbox/slack/page-contract.ts';

/** What people do in the demo, through the same Slack surface as in a browser. */
export function people(baseUrl: string) {
  return {
    ana: sandboxPerson(baseUrl, sandboxPeople.ana.id),
    marcus: sandboxPerson(baseUrl, sandboxPeople.marcus.id),
    vera: sandboxPerson(baseUrl, sandboxPeople.vera.id),
  };
}
export type People = ReturnType<typeof people>;

export const read = (message: Message): string => `${message.text}\n${textOf(message.blocks)}`;

const minutes = 60_000;

/** Loads the file in the modal, confirms the preview, signs the attestation, waits for the report. */
export async function importContacts(
  { ana }: People,
  file: string,
  patience = 3 * minutes,
): Promise<string> {
  succeeded(await ana.command('dm', '/contacts import'));
  await ana.waitForView(formOf('contacts.import-form'));
  const uploaded = await ana.upload(basename(file), await readFile(file));
  succeeded(await ana.submit({ file: [uploaded] }));
  const preview = await ana.waitForMessage('dm', offers('contacts.confirm-import'), patience);
  await ana.close();
  succeeded(await ana.click('contacts.confirm-import', preview));
  await ana.waitForView(formOf('contacts.attest-form'));
  succeeded(
    await ana.submit({
      seller: 'Fly2Any',
      channels: ['sms', 'whatsapp'],
      textKept: 'Formulários assinados na loja, pasta Consentimentos',
      sure: ['yes'],
    }),
  );
  const done = await ana.waitForMessage('dm', (m) => m.ts === preview.ts && isReport(m), patience);
  return read(done);
}

const formOf = (callbackId: string) => (open: OpenView) => open.view.callback_id === callbackId;
const step = (n: number) => (open: OpenView) =>
  formOf('campaigns.wizard')(open) && JSON.parse(open.view.private_metadata ?? '{}').s === n;

/** The message has been through its progress and offers nothing to cancel or confirm any more. */
const isReport = (message: Message): boolean => {
  const actions = actionsOf(message);
  return !actions.has('contacts.confirm-import') && !actions.has('contacts.cancel-import');
};

export const offers = (actionId: string) => (message: Message) => actionsOf(message).has(actionId);

/** Action ids of a message, without what stands behind the colon. */
export function actionsOf(message: Message): Set<string> {
  const found = JSON.stringify(message.blocks).matchAll(/"action_id":"([^":]+)/g);
  return new Set([...found].map(([, id = '']) => id));
}

/** Agrees to the lookups of everybody's line type, and waits for the summary. */
export async function validateNumbers({ ana }: People): Promise<string> {
  succeeded(await ana.command('dm', '/contacts validate'));
  const plan = await ana.waitForMessage('dm', offers('contacts.start-validation'));
  succeeded(await ana.click('contacts.start-validation', plan));
  await delay(500);
  const done = await ana.waitForMessage(
    'dm',
    (m) => Number(m.ts) >= Number(plan.ts) && validated(m),
    10 * minutes,
  );
  return read(done);
}

const validated = (message: Message): boolean => {
  const actions = actionsOf(message);
  const over =
    !actions.has('contacts.start-validation') && !actions.has('contacts.stop-validation');
  return over && message.user === null && /line|linha/i.test(read(message));
};

export const template = [
  'Olá {{firstName}}! Aqui é a Fly2Any.',
  'Orlando-São Paulo ida e volta por $620, saindo de {{state}}.',
  'Responda SIM para receber detalhes ou SAIR para não receber mais.',
].join('\n');

export type Reach = { matched: number; excluded: Record<string, number>; final: number };

/** The five steps of the wizard; the message is written without accents on the way. */
export async function buildCampaign({ ana }: People, name: string): Promise<void> {
  succeeded(await ana.command('dm', '/campaign new'));
  await ana.waitForView(step(1));
  succeeded(await ana.submit({ 'campaigns.name': name, 'campaigns.objective': 'conversion' }));
  await ana.waitForView(step(2));
  succeeded(await ana.submit({ 'campaigns.states': ['CT', 'FL'] }));
  await ana.waitForView(step(3));
  await ana.fill({ 'campaigns.template': template });
  succeeded(await ana.click('campaigns.preview'));
  await ana.waitForView((open) => textOf(open.view.blocks).includes('Fly2Any.'));
  succeeded(await ana.click('campaigns.plain'));
  await ana.waitForView((open) => JSON.stringify(open.view.blocks).includes('Ola {{firstName}}'));
  succeeded(await ana.submit());
  await ana.waitForView(step(4));
  succeeded(await ana.submit());
  await ana.waitForView(step(5));
  succeeded(await ana.submit({ 'campaigns.total': '900' }));
  await ana.waitForView(formOf('campaigns.submitted'));
  await ana.close();
}

/** A second person reads the card and approves it. */
export async function approveCampaign({ marcus }: People, name: string): Promise<Message> {
  const card = await marcus.waitForMessage(
    'approvals',
    (m) => offers('campaigns.approve')(m) && read(m).includes(name),
    1 * minutes,
  );
  succeeded(await marcus.click('campaigns.approve', card));
  return card;
}

/**
 * Somebody who looks around all the time, so that the acknowledgements are measured while the
 * product is busy: commands and App Home, about three a second.
 */
export function lookAround({ vera }: People): { stop(): Promise<void> } {
  const acts = [
    () => vera.command('general', '/campaign list'),
    () => vera.command('general', '/contacts find Silva'),
    () => vera.openHome(),
    () => vera.command('general', '/fly'),
    () => vera.command('general', '/campaign help'),
  ];
  let going = true;
  let failure: unknown = null;
  const look = async () => {
    for (let n = 0; going; n++) {
      await acts[n % acts.length]?.();
      await delay(300);
    }
  };
  const done = look().catch((error: unknown) => {
    failure = error;
  });
  return {
    async stop() {
      going = false;
      await done;
      if (failure) throw failure;
    },
  };
}

/** From the card, which shows what stopped it. */
export async function resumeCampaign({ marcus }: People, name: string): Promise<void> {
  succeeded(await marcus.command('approvals', `/campaign resume ${name}`));
  const card = await marcus.waitForMessage('approvals', offers('campaigns.resume'));
  succeeded(await marcus.click('campaigns.resume', card));
}

/**
 * Calls that the killed worker was about to make left no trace at the carrier, so their messages
 * stay unconfirmed until a person decides. Sends those of the list again (ten at a time).
 */
export async function sendAgain({ marcus }: People, name: string): Promise<void> {
  succeeded(await marcus.command('approvals', `/campaign unconfirmed ${name}`));
  const listed = await marcus.waitForMessage('approvals', offers('campaigns.send-again'));
  const found = JSON.stringify(listed.blocks).matchAll(/"(campaigns\.send-again:[^"]+)"/g);
  for (const [, actionId = ''] of found) {
    try {
      succeeded(await marcus.click(actionId, listed));
    } catch (error) {
      // Each click draws the list anew, and what the carrier told of meanwhile is no longer on it.
      if (!String(error).includes('There is no')) throw error;
    }
  }
}
