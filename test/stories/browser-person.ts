import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

/** What a person does on the sandbox's page, by what can be read there. */
export async function browserPerson(browser: Browser, url: string, shots: string | null) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const complaints: string[] = [];
  let taken = 0;
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(url);
  await page.locator('.side-entry').first().waitFor();

  const middle = page.locator('.middle');
  const modal = page.getByRole('dialog');
  const field = (id: string) => modal.locator(`[data-block-id^="${id}"]`);
  const newest = (kind: string, words: readonly (string | RegExp)[]): Locator =>
    words.reduce((found, hasText) => found.filter({ hasText }), middle.locator(kind)).last();

  return {
    page,
    modal,
    field,
    /** What the browser or Slack's rules complained about; the faults strip stays on the page. */
    async complaints(): Promise<string[]> {
      const faults = page.locator('.faults');
      return [...complaints, ...((await faults.isVisible()) ? [await faults.innerText()] : [])];
    },
    messages: middle.locator('.message'),
    /** The newest message of the open channel that holds all of these words. */
    message: (...words: (string | RegExp)[]) => newest('.message:not(.ephemeral)', words),
    /** The newest that only this person sees. */
    whisper: (...words: (string | RegExp)[]) => newest('.message.ephemeral', words),
    /** Opens a channel, the phone, Home (`Início`) or the own messages by its name in the side bar. */
    goTo: (name: string | RegExp) => page.locator('.side-entry', { hasText: name }).click(),
    async become(name: string): Promise<void> {
      await page.locator('.person').click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.locator('.person', { hasText: name }).waitFor();
    },
    async command(text: string): Promise<void> {
      const composer = page.locator('.middle .composer-input');
      await composer.fill(text);
      await composer.press('Escape');
      await composer.press('Enter');
    },
    press: (name: string | RegExp, within: Page | Locator = modal) =>
      within.getByRole('button', { name }).last().click(),
    /** Chooses in a select that takes several, then closes its list. */
    async choose(id: string, ...options: (string | RegExp)[]): Promise<void> {
      for (const name of options) {
        const option = page.getByRole('option', { name });
        // The list is gone when the form is drawn anew at that moment, as its reach comes in.
        await vi.waitFor(async () => {
          if (!(await option.isVisible())) await field(id).getByRole('combobox').click();
          await option.click({ timeout: 1_000 });
        }, 15_000);
      }
      if (await page.getByRole('option').first().isVisible()) await page.keyboard.press('Escape');
    },
    /** Takes a contact's phone and answers; the phone is opened when it is not. */
    async answerAs(contact: { phone: string }, text: string): Promise<void> {
      const search = page.getByRole('searchbox');
      const back = page.locator('.phone-back');
      if (await back.isVisible()) await back.click();
      await search.fill(contact.phone.slice(-10));
      await page.locator('.phone-row').first().click();
      await page.locator('.phone-input').fill(text);
      await page.locator('.phone-input').press('Enter');
      await page.locator('.bubble.written', { hasText: text }).last().waitFor();
    },
    async shot(name: string): Promise<void> {
      if (shots === null) return;
      await mkdir(shots, { recursive: true });
      taken += 1;
      await page.screenshot({ path: join(shots, `${String(taken).padStart(2, '0')}-${name}.png`) });
    },
  };
}

export type BrowserPerson = Awaited<ReturnType<typeof browserPerson>>;
