import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../support/browser.ts';
import { phoneOf, somePeople } from '../support/delivery.ts';
import { type BrowserPerson, browserPerson } from './browser-person.ts';
import {
  lawfulTuesday,
  nextMorning,
  type RunningProduct,
  runningProduct,
} from './running-product.ts';

const tuesday = lawfulTuesday();
const message = 'Oi {{firstName}}, aqui e a Fly2Any: Orlando-SP por $620. Responda SIM ou SAIR.';
const reminder = 'Fly2Any: ainda temos lugares por $620, {{firstName}}. Responda SIM ou SAIR.';

/** One story, told in order. Nobody of the pretend world answers by themselves. */
describeInBrowser('a follow-up, by hand in a browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  let person: BrowserPerson;

  beforeAll(async () => {
    product = await runningProduct();
    await somePeople(product.db, 6);
    browser = await openBrowser();
    await product.moveClock(tuesday);
    person = await browserPerson(browser, product.url, process.env.STORY_SHOTS ?? null);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  const rows = (step: number) =>
    product.rows<{ phone: string; status: string; reasons: string[] }>(
      `select phone, status, reasons from phone_communications
        where direction = 'outbound' and purpose = 'marketing' and step = $1 order by phone`,
      [step],
    );

  it('is written beside the message, and stands on the card that a second person approves', async () => {
    const { field, modal, page } = person;
    await person.goTo('Mensagens');
    await person.command('/campaign new');
    await field('campaigns.name').locator('input').fill('Lembrete');
    await person.press('Continuar');
    await field('campaigns.reach').waitFor();
    await person.press('Continuar');
    await field('campaigns.template').locator('textarea').fill(message);
    await person.press('Adicionar um lembrete');
    await field('campaigns.follow-up-text-1').locator('textarea').fill(reminder);
    await field('campaigns.follow-up-days-1').locator('input').fill('1');
    await person.press('Pré-visualizar');
    await modal.getByText('ainda temos lugares por $620, Ana').waitFor();
    await person.shot('follow-up-step-3');
    await person.press('Continuar');
    await field('campaigns.allowed-from').waitFor();
    await person.press('Continuar');
    await field('campaigns.total').locator('input').fill('25');
    await person.shot('follow-up-step-5');
    await person.press('Enviar para aprovação');
    await modal.getByText('está sendo preparada para aprovação').waitFor();
    await person.press('Fechar');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await person.become('Marcus Reed');
    await person.goTo('approvals');
    const card = person.message('Lembrete');
    await card.getByText('After 1 day').waitFor();
    await person.shot('follow-up-card');
    await card.getByRole('button', { name: 'Approve' }).click();
    await person.press('Approve');
    await expect.poll(async () => (await rows(2)).length, { timeout: 30_000 }).toBeGreaterThan(3);
  }, 60_000);

  it('does not reach whoever answered, and reaches the others the next day, once', async () => {
    const answered = (await rows(2))[0]?.phone ?? phoneOf(0);
    await person.goTo(/phone/);
    await person.answerAs({ phone: answered }, 'SIM');
    await expect
      .poll(async () => (await rows(2)).find(({ phone }) => phone === answered)?.status, {
        timeout: 15_000,
      })
      .toBe('skipped');
    await product.moveClock(nextMorning(tuesday, 10, 30));
    await expect
      .poll(async () => (await rows(2)).filter(({ status }) => status === 'queued').length, {
        timeout: 30_000,
      })
      .toBe(0);
    await expect
      .poll(async () => (await rows(2)).filter(({ status }) => status === 'delivered').length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    const reminded = (await rows(2)).filter(({ status }) => status !== 'skipped');
    expect(reminded.map(({ phone }) => phone)).not.toContain(answered);
    // Whoever's first message ended only meanwhile may have joined them; nobody is written to twice.
    expect(
      await product.rows(
        `select c.phone from phone_communications c join delivery_attempts a on a.communication_id = c.id
          where c.step = 2 and a.outcome not in ('refused', 'failed')
          group by c.phone having count(*) > 1`,
      ),
    ).toEqual([]);

    await person.answerAs({ phone: reminded[0]?.phone ?? '' }, 'quanto custa com mala?');
    await person.page.locator('.bubble.received', { hasText: 'ainda temos lugares' }).waitFor();
    await person.shot('follow-up-phone');
    await person.goTo('approvals');
    await person
      .message('Lembrete')
      .getByText(/[1-9] sent, 0 waiting/)
      .waitFor();
    await person.shot('follow-up-live');
    expect(await person.complaints()).toEqual([]);
    expect(product.troubles()).toEqual([]);
  }, 90_000);
});
