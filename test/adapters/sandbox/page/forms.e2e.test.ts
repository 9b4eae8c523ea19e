import { afterEach, expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { command, describeInBrowser, gallery } from '../../../support/browser.ts';

describeInBrowser('commands and modals on the page', () => {
  const { open, complaints, world } = gallery();
  const { marcus } = sandboxPeople;
  const { alerts } = sandboxChannels;
  const heard = (what: string) =>
    world()
      .heard.filter((entry) => entry.what === what)
      .map((entry) => entry.body);
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  it('completes commands and their words from the keyboard', async () => {
    const page = await open(marcus, alerts.id);
    const composer = page.locator('.middle .composer-input');
    await composer.click();
    await page.keyboard.type('/');
    expect(await page.getByRole('option').count()).toBe(3);
    await page.keyboard.type('c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect(await composer.inputValue()).toBe('/contacts ');
    await page.keyboard.type('fi');
    await page.keyboard.press('Enter');
    expect(await composer.inputValue()).toBe('/contacts find ');
  });

  it('says what is wrong with an unknown command instead of sending it', async () => {
    const page = await open(marcus, alerts.id);
    const composer = page.locator('.middle .composer-input');
    await composer.fill('/nothing here');
    await composer.press('Enter');
    expect(await page.locator('.middle .composer-problem').textContent()).toContain('/nothing');
    expect(await composer.inputValue()).toBe('/nothing here');
  });

  it('shows an ephemeral answer to nobody else', async () => {
    const mine = await open(marcus, alerts.id);
    const others = await open(sandboxPeople.alex, alerts.id);
    await command(mine, '/gallery hello');
    const answer = mine.locator('.message.ephemeral').last();
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only visible to you');
    expect(await others.locator('.message.ephemeral').count()).toBe(0);
    await answer.hover();
    await answer.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => mine.locator('.message.ephemeral').count()).toBe(0);
  });

  it('keeps a modal open with texts under the fields, then submits every kind of value', async () => {
    const page = await open(marcus, alerts.id);
    await command(page, '/gallery modal');
    const modal = page.getByRole('dialog', { name: 'Create campaign' });
    await modal.waitFor();
    const block = (id: string) => modal.locator(`[data-block-id="${id}"]`);
    const choose = async (id: string, option: string) => {
      await block(id).getByRole('combobox').click();
      await page.getByRole('option', { name: option }).click();
    };

    await modal.getByRole('button', { name: 'Continue' }).click();
    await expect
      .poll(() => block('name').locator('.field-error').textContent())
      .toContain('required');
    expect(await block('budget').locator('.field-error').count()).toBe(1);
    expect(await page.evaluate(`document.activeElement.dataset.action`)).toBe('name_field');

    await block('name').locator('input').fill('taken');
    await choose('states', 'Florida');
    await page.keyboard.press('Escape');
    await block('rules').getByText('Weekdays only').click();
    await choose('segment', 'familias');
    await block('contact').getByRole('combobox').fill('mar');
    await page.getByRole('option', { name: 'Maria Santos' }).click();
    await choose('owner', 'Ana Ribeiro');
    await choose('channel', '#weekly');
    await block('hour').locator('input').fill('10:30');
    await block('until').locator('input').fill('2026-11-27T18:00');
    await block('budget').locator('input').fill('51.30');
    await block('mail').locator('input').fill('ana@fly2any.example');
    await block('notes').locator('textarea').fill('Obrigada!');
    await block('list')
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await block('list').getByText('list.csv').waitFor();

    await modal.getByRole('button', { name: 'Continue' }).click();
    await expect
      .poll(() => block('name').locator('.field-error').textContent())
      .toContain('There is a campaign of that name.');
    expect(await block('budget').locator('input').inputValue()).toBe('51.30');

    await block('name').locator('input').fill('Summer');
    await block('name').locator('input').press('Enter');
    const review = page.getByRole('dialog', { name: 'Review' });
    await review.waitFor();
    expect(heard('submit').at(-1)).toMatchObject({
      name: { name_field: { type: 'plain_text_input', value: 'Summer' } },
      text: { text_field: { value: 'Olá {{ firstName }}!' } },
      states: { states_field: { selected_options: [{ value: 'CT' }, { value: 'FL' }] } },
      kind: { kind_field: { selected_option: { value: 'sms' } } },
      rules: { rules_field: { selected_options: [{ value: 'weekdays' }] } },
      segment: { segment_field: { selected_option: { value: 'familias' } } },
      contact: { contact_field: { selected_option: { value: 'Maria Santos' } } },
      owner: { owner_field: { selected_user: sandboxPeople.ana.id } },
      channel: { channel_field: { selected_channel: sandboxChannels.weekly.id } },
      day: { day_field: { selected_date: '2026-11-24' } },
      hour: { hour_field: { selected_time: '10:30' } },
      until: { until_field: { selected_date_time: Date.parse('2026-11-27T23:00:00Z') / 1000 } },
      budget: { budget_field: { value: '51.30' } },
      mail: { mail_field: { value: 'ana@fly2any.example' } },
      notes: { notes_field: { rich_text_value: { type: 'rich_text' } } },
      list: { list_field: { files: [{ name: 'list.csv', size: 8 }] } },
    });

    await review.getByRole('button', { name: 'Back' }).click();
    await modal.waitFor();
    expect(await block('name').locator('input').inputValue()).toBe('Summer');
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'hidden' });
    await expect.poll(() => heard('closed')).toContain('every_input');
  });

  it('refuses a file that does not fit before sending it', async () => {
    const page = await open(marcus, alerts.id);
    await command(page, '/gallery modal');
    const list = page.locator('[data-block-id="list"]');
    await list
      .locator('input[type=file]')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await expect.poll(() => list.locator('.file-status').textContent()).toContain('photo.png');
    expect(await list.locator('.file-entry').count()).toBe(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('tells the app of a choice at once, and keeps what is typed when the modal changes', async () => {
    const page = await open(marcus, alerts.id);
    await command(page, '/gallery short');
    const modal = page.getByRole('dialog', { name: 'Create campaign' });
    await modal.locator('[data-block-id="name"] input').fill('Half a na');
    await modal.getByText('WhatsApp').click();
    await expect
      .poll(() => modal.locator('[data-block-id="reach"]').textContent())
      .toBe('Reach: 1,024 people');
    expect(await modal.locator('[data-block-id="name"] input').inputValue()).toBe('Half a na');
    expect(await modal.getByRole('radio', { name: 'WhatsApp' }).isChecked()).toBe(true);
    expect(heard('action').at(-1)).toMatchObject({
      action_id: 'kind_field',
      selected_option: { value: 'whatsapp' },
    });
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  it('stacks three modals, goes back one by one, and closes all with the cross', async () => {
    const page = await open(marcus, alerts.id);
    await command(page, '/gallery stack');
    const level = (n: number) => page.getByRole('dialog', { name: `Level ${n}` });
    await level(1).getByRole('button', { name: 'Deeper' }).click();
    await level(2).getByRole('button', { name: 'Deeper' }).click();
    await level(3).getByRole('button', { name: 'Back' }).click();
    await level(2).waitFor();
    await level(2).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('keeps Tab inside a modal', async () => {
    const page = await open(marcus, alerts.id);
    await command(page, '/gallery stack');
    await page.getByRole('dialog').waitFor();
    for (let press = 0; press < 7; press += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('dialog') !== null`)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});
