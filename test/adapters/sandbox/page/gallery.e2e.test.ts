import { afterEach, expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { command, describeInBrowser, gallery } from '../../../support/browser.ts';

describeInBrowser('every block on the page', () => {
  const { open, complaints } = gallery();
  const { marcus } = sandboxPeople;
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  it('draws every block of a message, and none as unknown or broken', async () => {
    const page = await open(marcus, sandboxChannels.general.id);
    const kinds = await page
      .locator('.message-body [data-block]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-block')));
    expect([...new Set(kinds)].sort()).toEqual(
      [
        'card',
        'carousel',
        'container',
        'context',
        'context_actions',
        'data_table',
        'data_visualization',
        'image',
        'markdown',
        'plan',
        'rich_text',
        'section',
        'table',
        'video',
      ].sort(),
    );
    expect(await page.locator('.broken-block, .unknown').count()).toBe(0);
    expect(await page.locator('.carousel .card').count()).toBe(3);
    expect(await page.locator('.task').count()).toBe(3);
    expect(await page.locator('.chart svg rect').count()).toBe(8);
    expect(await page.locator('.chart svg path.slice').count()).toBe(3);
  });

  it('shows uploaded pictures with their words, small and large', async () => {
    const page = await open(marcus, sandboxChannels.general.id);
    const image = page.getByRole('button', { name: 'Enlarge: Sends per hour' });
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.locator('img').evaluate((node) => Reflect.get(node, 'naturalWidth')))
      .toBe(720);
    await image.click();
    await page.getByRole('dialog', { name: 'Sends per hour' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('sorts and pages a data table by itself', async () => {
    const page = await open(marcus, sandboxChannels.general.id);
    const table = page.locator('.data-table');
    const first = table.locator('tbody tr').first();
    await table.getByRole('button', { name: 'Contacts' }).click();
    expect(await first.textContent()).toContain('Texas');
    await table.getByRole('button', { name: 'Contacts' }).click();
    expect(await first.textContent()).toContain('Connecticut');
    await table.getByRole('button', { name: 'Next' }).click();
    expect(await table.locator('tbody tr').count()).toBe(2);
    expect(await table.locator('.table-status').textContent()).toBe('6–7 of 7');
  });

  it('draws a modal with every input, each with a name', async () => {
    const page = await open(marcus, sandboxChannels.general.id);
    await command(page, '/gallery modal');
    const modal = page.getByRole('dialog', { name: 'Create campaign' });
    await modal.waitFor();
    expect(await modal.locator('.broken-block, .unknown').count()).toBe(0);
    const unnamed = await modal
      .locator('input, textarea')
      .evaluateAll((nodes) =>
        nodes.filter(
          (node) =>
            !node.getAttribute('aria-labelledby') &&
            !node.getAttribute('aria-label') &&
            !node.closest('label'),
        ),
      );
    expect(unnamed).toEqual([]);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  it.each([390, 1440])('needs no sideways scrolling at %i pixels', async (width) => {
    const page = await open(marcus, sandboxChannels.general.id, width);
    const tooWide = await page.evaluate(`
      document.documentElement.scrollWidth > innerWidth ||
      [...document.querySelectorAll('.message-list, .topbar, .composer')].some(
        (node) => node.scrollWidth > node.clientWidth + 1,
      )`);
    expect(tooWide).toBe(false);
  });
});
