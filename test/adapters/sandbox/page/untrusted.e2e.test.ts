import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { describeInBrowser, gallery } from '../../../support/browser.ts';
import { wickedName } from '../../../support/gallery/phones.ts';

const attacks = [
  '<img src=x onerror="window.hacked=1">',
  '<svg/onload=window.hacked=1>',
  '<javascript:window.hacked=1|click me>',
  '<data:text/html,<script>window.hacked=1</script>|click me>',
  '</div><script>window.hacked=1</script>',
  '`<script>window.hacked=1</script>`',
  '```<script>window.hacked=1</script>```',
  '[x](javascript:window.hacked=1)',
];

function everywhere(attack: string): KnownBlock[] {
  const text = { type: 'mrkdwn' as const, text: attack };
  const plain = { type: 'plain_text' as const, text: attack };
  return [
    { type: 'header', text: plain },
    { type: 'section', text, fields: [text, plain] },
    { type: 'context', elements: [text] },
    { type: 'markdown', text: attack },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: attack }] }],
    },
    { type: 'actions', elements: [{ type: 'button', action_id: 'x', text: plain, value: 'x' }] },
  ];
}

describeInBrowser('untrusted text on the page', () => {
  const { open, complaints, world } = gallery();
  const { marcus } = sandboxPeople;
  const { alerts, replies } = sandboxChannels;

  it('shows the name of a contact as text, without a mention or markup', async () => {
    const page = await open(marcus, replies.id);
    const message = page.locator('.message').last();
    expect(await message.textContent()).toContain(
      '<img src=x onerror="window.hacked=1"> <!channel>',
    );
    expect(await message.locator('.mention, .message-body img').count()).toBe(0);
    await page.locator('.side-entry', { hasText: 'phone' }).click();
    await page.locator('.phone-row', { hasText: wickedName }).click();
    expect(await page.locator('.phone-app h3').textContent()).toBe(wickedName);
    expect(await page.evaluate(`'hacked' in window`)).toBe(false);
  });

  it('runs nothing of what a text may try, wherever it stands', async () => {
    for (const attack of attacks) {
      await world().client.chat.postMessage({
        channel: alerts.id,
        text: attack,
        blocks: everywhere(attack),
      });
      await world().client.chat.postMessage({ channel: alerts.id, text: attack });
    }
    const page = await open(marcus, alerts.id);
    const body = page.locator('.message-body');
    expect(await body.count()).toBe(2 * attacks.length);
    expect(await body.locator('img, script, iframe, svg, object').count()).toBe(0);
    expect(await body.locator('a:not([href^="http"])').count()).toBe(0);
    expect(await page.evaluate(`'hacked' in window`)).toBe(false);
    expect(complaints.splice(0)).toEqual([]);
  });

  it('loads no picture from outside', async () => {
    await world().client.chat.postMessage({
      channel: alerts.id,
      text: 'picture',
      blocks: [{ type: 'image', image_url: 'https://example.com/spy.png', alt_text: 'A beach' }],
    });
    const page = await open(marcus, alerts.id);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.getByRole('img', { name: 'A beach' }).waitFor();
    expect(asked.filter((url) => !url.startsWith(world().baseUrl))).toEqual([]);
  });

  it('sends what was escaped for mentions as mentions only when the app wrote them', async () => {
    await world().client.chat.postMessage({
      channel: alerts.id,
      text: `<@${marcus.id}> and <#${replies.id}> and <!here>, not &lt;!here&gt; &lt;@${marcus.id}&gt;`,
    });
    const page = await open(marcus, alerts.id);
    const last = page.locator('.message').last();
    expect(await last.locator('.mention').allTextContents()).toEqual([
      '@Marcus Reed',
      '#replies',
      '@here',
    ]);
    expect(await last.textContent()).toContain(`not <!here> <@${marcus.id}>`);
  });
});
