import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { usualOdds } from '../../src/adapters/sandbox/carrier/odds.ts';
import { answerTo } from '../../src/adapters/sandbox/carrier/people.ts';
import { describeInBrowser, openBrowser } from '../support/browser.ts';
import { type BrowserPerson, browserPerson } from './browser-person.ts';
import { messyList } from './messy-list.ts';
import {
  lawfulTuesday,
  nextMorning,
  type RunningProduct,
  runningProduct,
} from './running-product.ts';

const tuesday = lawfulTuesday();
type Contact = { phone: string; name: string };

const campaign = 'Férias de verão';
const text =
  'Olá {{firstName}}! Aqui é a Fly2Any: Orlando-São Paulo por $620. Responda SIM, ou SAIR para não receber mais.';

/** One story, told in order: each test goes on where the one before ended. */
describeInBrowser('from a messy list to a digest, by hand in a browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  let person: BrowserPerson;

  beforeAll(async () => {
    product = await runningProduct();
    browser = await openBrowser();
    await product.moveClock(tuesday);
    person = await browserPerson(browser, product.url, process.env.STORY_SHOTS ?? null);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await person.shot(`failed-${task.name.slice(0, 40)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  it('shows what a list would do before anything is imported', async () => {
    await person.page.getByText('Ainda não há contatos').waitFor();
    await person.shot('home-empty');
    await person.goTo('Mensagens');
    await person.command('/contacts import');
    await person.modal.waitFor();
    await person.field('file').locator('input[type=file]').setInputFiles({
      name: messyList.fileName,
      mimeType: 'text/csv',
      buffer: messyList.content,
    });
    await person.field('file').getByText(messyList.fileName).waitFor();
    await person.shot('import-modal');
    await person.press('Ler arquivo');
    await person.modal.getByText('Estou lendo').waitFor();
    await person.press('Fechar');

    const preview = person.message('Prévia da importação', 'Contatos novos');
    await preview.waitFor();
    await person.shot('import-preview');
    const text = await preview.innerText();
    expect(text).toContain('windows-1252');
    expect(text).toMatch(new RegExp(`Contatos novos\\s+${messyList.created}`));
    expect(text).toMatch(new RegExp(`Linhas mescladas\\s+${messyList.merged}`));
    expect(text).toMatch(new RegExp(`Linhas rejeitadas\\s+${messyList.rejected}`));
    expect(await product.rows('select 1 from phone_contacts')).toEqual([]);
  });

  it('imports it once somebody has vouched for the consent, and reports', async () => {
    await person.press(`Importar ${messyList.created + messyList.merged} linhas`, person.page);
    await person.modal.getByText('Para quem o consentimento foi dado?').waitFor();
    await person.field('channels').getByText('SMS').click();
    await person.field('textKept').locator('textarea').fill('Fichas da loja, pasta Aceites');
    await person.shot('attestation');
    await person.press('Assinar e importar');
    await person.field('sure').locator('.field-error').waitFor();
    expect(await product.rows('select 1 from phone_contacts')).toEqual([]);
    await person.field('sure').getByText('Conferi, e é verdade.').click();
    await person.press('Assinar e importar');

    const report = person.message('Importação concluída');
    await report.waitFor();
    await person.shot('import-report');
    expect(await report.innerText()).toMatch(
      new RegExp(`Com consentimento\\s+${messyList.agreed}`),
    );
    await report.getByRole('button', { name: /1 resposta/ }).click();
    await person.page.locator('.panel-thread').getByRole('link', { name: /csv/ }).waitFor();
    await person.shot('rejects');
    const names = await product.rows<{ name: string }>(
      `select name from phone_contacts where phone in ('+12035551402', '+12035551201')`,
    );
    expect(names.map(({ name }) => name).sort()).toEqual([
      '<!channel> *Zé* <https://evil.example|aqui>',
      'João Araújo',
    ]);
  });

  it('opens the list of contacts from Home, a person from the list', async () => {
    const { page, modal } = person;
    await person.goTo('Início');
    await page.getByText(`CT: ${messyList.created - 16}`).waitFor();
    await person.shot('home');
    await person.press('Ver contatos', page);
    await person.goTo('Mensagens');
    const list = person.message(`Mostrando 1–25 de ${messyList.created}`);
    await list.waitFor();
    await person.shot('contacts');
    await list.getByPlaceholder('Abrir um contato').click();
    await page.getByRole('option', { name: /Zé/ }).click();
    await modal.getByText('Pode ser contatada agora?').waitFor();
    await person.press('Validação');
    await modal.getByText('O que se acredita').waitFor();
    await person.shot('card-validation');
    await person.press('Fechar');
  });

  it('builds a campaign in five steps, with the way back and a live reach', async () => {
    await person.command('/campaign new');
    const { page, modal, field } = person;
    await field('campaigns.name').locator('input').fill(campaign);
    await field('campaigns.objective').getByText('Vender').click();
    await person.shot('step-1');
    await person.press('Continuar');

    const reach = field('campaigns.reach');
    await reach.waitFor();
    await person.choose('campaigns.states', /^FL/);
    await expect.poll(() => reach.innerText()).toContain('16 pessoas correspondem');
    await person.choose('campaigns.states', /^CT/);
    await expect
      .poll(() => reach.innerText())
      .toContain(`${messyList.created} pessoas correspondem`);
    expect(await reach.innerText()).toContain(`= ${messyList.agreed} pessoas receberiam`);
    await person.shot('step-2');
    await person.press('Voltar');
    await expect.poll(() => field('campaigns.name').locator('input').inputValue()).toBe(campaign);
    await person.press('Continuar');
    await expect.poll(() => field('campaigns.states').locator('.chip').count()).toBe(2);
    await person.press('Continuar');

    await field('campaigns.template').locator('textarea').fill(text);
    await person.press('Pré-visualizar');
    await modal.getByText('Aqui é a Fly2Any').last().waitFor();
    await person.shot('step-3');
    await person.press('Continuar');
    await field('campaigns.allowed-from').waitFor();
    await person.shot('step-4');
    await person.press('Continuar');
    await field('campaigns.total').locator('input').fill('25');
    await person.shot('step-5');
    await person.press('Enviar para aprovação');
    await modal.getByText('está sendo preparada para aprovação').waitFor();
    await person.press('Fechar');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('is approved by a second person, who is asked with the real numbers', async () => {
    await person.goTo('approvals');
    const card = person.message(campaign);
    await card.getByRole('button', { name: 'Approve' }).waitFor();
    await card.getByRole('button', { name: 'Approve' }).click();
    await person.press('Approve');
    await person.whisper('Isto exige o papel de aprovador').waitFor();
    await person.shot('own-work');

    await person.become('Marcus Reed');
    await person.goTo('approvals');
    await person.shot('card');
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(() => person.modal.innerText()).toContain(`${messyList.agreed} people`);
    expect(await person.modal.innerText()).toContain('$25.00');
    await person.shot('confirm');
    await person.press('Approve');
    await expect
      .poll(() => card.getByRole('button', { name: /^(Approve|Reject)/ }).count())
      .toBe(0);
    await expect
      .poll(() => card.innerText(), { timeout: 30_000 })
      .toContain(`${messyList.agreed} of ${messyList.agreed} done`);
    await expect.poll(() => card.innerText(), { timeout: 30_000 }).toContain('Completed');
    await person.shot('done');
  }, 60_000);

  it('hears what people answer on their phones', async () => {
    const [willing, leaving] = await reached(product);
    await person.goTo(/phone/);
    await person.answerAs(willing, 'SIM');
    await person.shot('phone');
    await person.goTo('replies');
    const reply = person.message(willing.name.split(' ')[0] ?? '', campaign);
    await reply.filter({ hasText: 'SIM' }).waitFor();
    expect(await reply.innerText()).not.toContain(willing.phone.slice(-10, -4));
    await person.shot('replies');

    await person.answerAs(leaving, 'PARE');
    await person.page.locator('.bubble.received', { hasText: 'pedido foi atendido' }).waitFor();
    await person.answerAs(leaving, 'PARE');
    await expect.poll(() => person.page.locator('.bubble.written').count()).toBe(2);
    await person.shot('opt-out');
    expect(
      await person.page.locator('.bubble.received', { hasText: 'pedido foi atendido' }).count(),
    ).toBe(1);
    expect(
      await product.rows('select source from suppressions where phone = $1', [leaving.phone]),
    ).toHaveLength(1);
    await person.press(/Close the phone/, person.page);
    await person.command(`/campaign why ${leaving.phone}`);
    await person.whisper('They opted out').waitFor();
    await person.shot('why');
  }, 60_000);

  it('posts the digest of the day the next morning, once, with two charts', async () => {
    await product.moveClock(nextMorning(tuesday, 8, 45));
    await person.goTo('campaigns-digest');
    const digest = person.message('Delivered');
    await digest.waitFor({ timeout: 40_000 });
    const pictures = digest.locator('.picture img');
    await expect.poll(() => pictures.count()).toBe(2);
    const broken = `[...document.querySelectorAll('.middle .picture img')].filter((one) => !(one.complete && one.naturalWidth > 300 && one.alt.length > 40)).length`;
    await expect.poll(() => person.page.evaluate(broken)).toBe(0);
    await person.shot('digest');
    expect(await digest.innerText()).toContain(campaign);
    expect(await digest.innerText()).toMatch(/simulated/i);
    await person.message('Delivered').locator('.picture img').first().scrollIntoViewIfNeeded();
    await person.shot('digest-chart');
    expect(await person.messages.count()).toBe(1);
  }, 60_000);

  it('shows each person their own Home', async () => {
    await person.goTo('Home');
    const home = person.page.locator('.home-page');
    await home.getByText('you are an approver').waitFor();
    await person.shot('home-marcus');
    await person.become('Ana Ribeiro');
    await person.goTo('Início');
    await home.getByText('operador').waitFor();
    await expect
      .poll(() => home.innerText())
      .toMatch(new RegExp(`Contatos\\s+${messyList.created}`));
    await person.shot('home-ana');
    await person.page.setViewportSize({ width: 390, height: 844 });
    await person.page.reload();
    await home.getByText('operador').waitFor();
    await person.shot('home-narrow');
    expect(await person.complaints()).toEqual([]);
    expect(product.troubles()).toEqual([]);
  });
});

/** Two people who got the message and of whom the pretend world says nothing by itself. */
async function reached(product: RunningProduct): Promise<[Contact, Contact]> {
  const silent = ({ phone }: Contact) =>
    answerTo(usualOdds, { seed: 'fly2any', phone, body: text, nth: 1 }) === null;
  const people = async () =>
    (
      await product.rows<Contact>(
        `select p.phone, p.name from phone_communications c join phone_contacts p using (phone)
          where c.status = 'delivered' and p.name !~ '[<=]' order by p.phone desc`,
      )
    ).filter(silent);
  await expect.poll(async () => (await people()).length).toBeGreaterThan(1);
  const [one, two] = await people();
  if (!one || !two) throw new Error('nobody was reached');
  return [one, two];
}
