import { afterEach, expect, it } from 'vitest';
import {
  dmOf,
  sandboxChannels,
  sandboxPeople,
} from '../../../../src/adapters/sandbox/slack/cast.ts';
import { command, describeInBrowser, gallery } from '../../../support/browser.ts';

describeInBrowser('the workspace on the page', () => {
  const { open, complaints, world } = gallery();
  const { ana, marcus } = sandboxPeople;
  const { approvals, alerts, weekly, general } = sandboxChannels;
  const heard = (what: string) =>
    world()
      .heard.filter((entry) => entry.what === what)
      .map((entry) => entry.body);
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  it('asks in the words of the app before a button acts, and acts once', async () => {
    const page = await open(marcus, approvals.id);
    const approve = page.getByRole('button', { name: 'Approve campaign' });
    await approve.click();
    const confirm = page.getByRole('dialog', { name: 'Send to 3,247 people?' });
    await confirm.getByRole('button', { name: 'Not yet' }).click();
    expect(heard('action')).toEqual([]);
    await approve.click();
    await confirm.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.message.ephemeral', { hasText: 'card_approve' }).waitFor();
    expect(heard('action')).toMatchObject([{ action_id: 'card_approve', value: 'c-1' }]);
  });

  it('sends a select and an overflow menu of a message to the app', async () => {
    const page = await open(marcus, approvals.id);
    const card = page.locator('.middle .message').first();
    await card.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Florida' }).click();
    await expect
      .poll(() => heard('action').at(-1))
      .toMatchObject({ action_id: 'card_sample', selected_option: { value: 'fl' } });
    await card.getByRole('button', { name: 'More actions' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => heard('action').at(-1))
      .toMatchObject({ action_id: 'card_more', selected_option: { value: 'copy' } });
  });

  it('opens a thread and answers in it', async () => {
    const page = await open(marcus, approvals.id);
    await page.getByRole('button', { name: /2 replies/ }).click();
    const thread = page.locator('.panel-thread');
    await expect.poll(() => thread.locator('.message').count()).toBe(3);
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('Looks *good* to me');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => thread.locator('.message').last().textContent())
      .toContain('Looks good');
    await page.getByRole('button', { name: /3 replies/ }).waitFor();
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('/gallery modal');
    await page.keyboard.press('Enter');
    expect(await thread.locator('.composer-problem').textContent()).toContain('threads');
    await thread.getByRole('button', { name: 'Close the thread' }).click();
    expect(await thread.isVisible()).toBe(false);
  });

  it('shows at once what is posted, and counts what is unread elsewhere', async () => {
    const page = await open(marcus, alerts.id);
    const badge = page.locator('.side-entry', { hasText: 'weekly' }).locator('.badge');
    await world().client.chat.postMessage({ channel: weekly.id, text: 'The week' });
    await expect.poll(() => badge.count()).toBe(1);
    await page.locator('.side-entry', { hasText: 'weekly' }).click();
    await page.getByText('The week', { exact: true }).waitFor();
    await expect.poll(() => badge.count()).toBe(0);
    const { ts } = await world().client.chat.postMessage({ channel: weekly.id, text: 'Draft' });
    await page.getByText('Draft', { exact: true }).waitFor();
    await world().client.chat.update({ channel: weekly.id, ts: String(ts), text: 'Final' });
    await page.getByText('Final', { exact: true }).waitFor();
    expect(await page.locator('.edited').count()).toBe(1);
  });

  it('becomes another person with their own language, Home and messages', async () => {
    const page = await open(marcus);
    expect(await page.locator('.home-page').textContent()).toContain('Olá, Marcus Reed!');
    await page.getByRole('button', { name: /Switch person/ }).click();
    await page.getByRole('menuitemradio', { name: /Ana Ribeiro/ }).click();
    await page.getByText('Olá, Ana Ribeiro!').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('pt-BR');
    await page.locator('.side-entry', { hasText: 'Mensagens' }).click();
    await page.getByText('Your import is ready').waitFor();
    await page.reload();
    await page.getByText('Your import is ready').waitFor();
    expect(await page.locator('.person').textContent()).toContain('Ana Ribeiro');
  });

  it('writes to the app in its own conversation, as plain text', async () => {
    const page = await open(ana, dmOf(ana.id));
    const composer = page.locator('.middle .composer-input');
    await composer.fill('oi <tudo> & bem?');
    await composer.press('Enter');
    await page.getByText('oi <tudo> & bem?').waitFor();
    await expect
      .poll(() => heard('message').at(-1))
      .toMatchObject({ channel_type: 'im', text: 'oi &lt;tudo&gt; &amp; bem?' });
  });

  it('shares a file in a channel', async () => {
    const page = await open(marcus, alerts.id);
    await page
      .locator('.middle .composer input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await page.getByRole('link', { name: /notes\.txt/ }).waitFor();
  });

  it('runs a global shortcut', async () => {
    const page = await open(marcus, alerts.id);
    await page.locator('.middle').getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /New campaign/ }).click();
    await page.getByRole('dialog', { name: 'Level 1' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('follows a permalink inside the page', async () => {
    const { messages } = await world().client.conversations.history({ channel: general.id });
    const ts = String(messages?.[0]?.ts);
    const link = await world().client.chat.getPermalink({ channel: general.id, message_ts: ts });
    await world().client.chat.postMessage({
      channel: alerts.id,
      text: `See <${link.permalink}|the message>`,
    });
    const page = await open(marcus, alerts.id);
    await page.getByRole('link', { name: 'the message' }).click();
    await page.locator(`.message.found[data-ts="${ts}"]`).waitFor();
    expect(await page.locator('.channel-head h1').textContent()).toContain('general');
  });

  it.each([
    ['broken', 'Invalid block'],
    ['late', 'Late acknowledgement'],
    ['expired', 'trigger'],
  ])('shows what Slack would refuse: %s', async (word, shown) => {
    const page = await open(marcus, alerts.id);
    await command(page, `/gallery ${word}`);
    const strip = page.locator('.faults');
    await expect.poll(() => strip.textContent()).toContain(shown);
    await strip.getByRole('button', { name: 'Dismiss' }).click();
    await strip.waitFor({ state: 'hidden' });
  });

  it('answers as a contact from the phone', async () => {
    const page = await open(marcus, alerts.id);
    await page.locator('.side-entry', { hasText: 'phone' }).click();
    await page.getByRole('searchbox').fill('maria');
    await expect.poll(() => page.locator('.phone-row').count()).toBe(1);
    await page.locator('.phone-row').click();
    const failed = page.locator('.bubble.failed');
    expect(await failed.textContent()).toContain('error 30005');
    await page.getByRole('button', { name: 'PARE' }).click();
    await page.locator('.bubble.written', { hasText: 'PARE' }).waitFor();
    await page.getByRole('textbox', { name: /Answer as Maria/ }).fill('Quero viajar em julho');
    await page.keyboard.press('Enter');
    await page.locator('.bubble.written', { hasText: 'julho' }).waitFor();
    expect(
      world()
        .phones.get('+15615550456')
        ?.messages.map(({ body }) => body)
        .slice(1),
    ).toEqual(['PARE', 'Quero viajar em julho']);
  });

  it('moves the product clock forward', async () => {
    const page = await open(marcus, alerts.id);
    const clock = page.locator('.topbar .clock-face');
    expect(await clock.textContent()).toMatch(/Tue, Nov 24\s*10:\d\d\sAM\s*New York/);
    await page.getByRole('button', { name: '+1 h' }).click();
    await expect.poll(() => clock.textContent()).toMatch(/11:\d\d\sAM/);
    await page.getByRole('button', { name: '+1 day' }).click();
    await expect.poll(() => clock.textContent()).toMatch(/Wed, Nov 25/);
    await page.getByRole('button', { name: 'Next send window' }).click();
    await expect.poll(() => clock.textContent()).toMatch(/Thu, Nov 26/);
  });

  it('offers everything from the bar on a narrow page', async () => {
    const page = await open(marcus, alerts.id, 390);
    const bar = page.locator('.bottom-bar');
    await bar.getByRole('button', { name: /Channels/ }).click();
    await page.locator('.side-entry', { hasText: 'approvals' }).click();
    await expect.poll(() => page.locator('.channel-head h1').textContent()).toContain('approvals');
    await bar.getByRole('button', { name: 'Phone' }).click();
    await page.getByRole('searchbox').waitFor();
    await bar.getByRole('button', { name: 'You' }).click();
    await page.getByRole('menuitemradio', { name: /Vera Lima/ }).click();
    await bar.getByRole('button', { name: 'Telefone' }).waitFor();
  });
});
