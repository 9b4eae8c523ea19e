import type { SandboxPerson } from '../../src/adapters/sandbox/slack/client.ts';
import { succeeded, textOf } from '../../src/adapters/sandbox/slack/client.ts';
import type { CampaignDesk } from './campaign-desk.ts';

/** Two segments because of its accents, one without them. */
export const goodText =
  'Olá {{firstName}}! Fly2Any: voos para o Brasil com até 20% de desconto. Responda SAIR para não receber mais.';

export type Step = 1 | 2 | 3 | 4 | 5;

/** What somebody reads in the modal on top. */
export const shownTo = async (person: SandboxPerson): Promise<string> =>
  textOf((await person.view()).view);

/** Opens a new campaign and fills it in up to the given step, which is left open. */
export async function wizardAt(
  person: SandboxPerson,
  step: Step,
  { name = 'Verão', template = goodText }: { name?: string; template?: string } = {},
): Promise<void> {
  succeeded(await person.command('general', '/campaign new'));
  await person.waitForView(({ view }) => view.callback_id === 'campaigns.wizard');
  const answers = [
    { 'campaigns.name': name },
    { 'campaigns.states': ['CT'] },
    { 'campaigns.template': template },
    {},
  ];
  for (const answer of answers.slice(0, step - 1)) succeeded(await person.submit(answer));
}

/** Fills in everything and asks for approval; returns the campaign's id. */
export async function submitted(
  desk: CampaignDesk,
  person: SandboxPerson,
  options: Parameters<typeof wizardAt>[2] = {},
): Promise<string> {
  await wizardAt(person, 5, options);
  succeeded(await person.submit({ 'campaigns.total': '25' }));
  await person.close();
  await desk.work();
  const [campaign] = await desk.store.list({ limit: 1 });
  return campaign?.id ?? '';
}

/** Goes back a step and waits until it is drawn. */
export async function goBack(person: SandboxPerson): Promise<void> {
  const { hash } = await person.view();
  succeeded(await person.click('campaigns.back'));
  await person.waitForView((view) => view.hash !== hash);
}
