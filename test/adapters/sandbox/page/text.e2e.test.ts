import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { describeInBrowser, gallery } from '../../../support/browser.ts';

/** What the page makes of a text, as markup of its own. */
const markupOf = (page: Page, module: string, text: string): Promise<string> =>
  page.evaluate(`(async () => {
    const { ${module} } = await import('/page/text/${module}.js');
    const { lookup } = await import('/page/store.js');
    return ${module}(${JSON.stringify(text)}, lookup()).innerHTML.replaceAll('\u202f', ' ');
  })()`);

describeInBrowser('text on the page', () => {
  const { open } = gallery();
  const { marcus } = sandboxPeople;
  const { general } = sandboxChannels;

  const drawn: [text: string, markup: string][] = [
    ['*bold* _it_ ~gone~', '<strong>bold</strong> <em>it</em> <s>gone</s>'],
    ['_*both*_', '<em><strong>both</strong></em>'],
    ['2*3*4 snake_case_name a ~ b ~', '2*3*4 snake_case_name a ~ b ~'],
    ['*not\nover lines*', '*not\nover lines*'],
    ['`*code* &lt;b&gt;`', '<code>*code* &lt;b&gt;</code>'],
    ['a &amp;amp; b', 'a &amp;amp; b'],
    ['&lt;!channel&gt;', '&lt;!channel&gt;'],
    ['open < end', 'open &lt; end'],
    [
      '<https://a.example/?x=1&amp;y=2|go>',
      '<a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noopener noreferrer">go</a>',
    ],
    ['<javascript:alert(1)|go>', 'go'],
    ['<@U01ANARIBEI>', '<span class="mention mention-person">@Ana Ribeiro</span>'],
    ['<!date^0^{nonsense}|the fallback>', '<time title="the fallback">the fallback</time>'],
    ['<!date^1795618800^{date_num} {time}|x>', '<time title="x">2026-11-25 10:00 AM</time>'],
    [
      ':airplane: :no-such-thing:',
      '<span class="emoji" title=":airplane:">✈️</span> :no-such-thing:',
    ],
    ['@here', '<span class="mention mention-broadcast">@here</span>'],
    ['ana@heretic.example', 'ana@heretic.example'],
  ];

  it('draws mrkdwn the way Slack does', async () => {
    const page = await open(marcus, general.id);
    const found: [string, string][] = [];
    for (const [text] of drawn) found.push([text, await markupOf(page, 'mrkdwn', text)]);
    expect(found).toEqual(
      drawn.map(([text, markup]) => [text, `<span class="lines">${markup}</span>`]),
    );
  });

  it('gathers quotes and keeps code blocks whole', async () => {
    const page = await open(marcus, general.id);
    expect(await markupOf(page, 'mrkdwn', '&gt; one\n&gt; *two*\nafter\n```\n*x*\n```end')).toBe(
      '<blockquote>one\n<strong>two</strong></blockquote><span class="lines">after\n</span>' +
        '<pre>*x*</pre><span class="lines">end</span>',
    );
  });

  it('links nothing by itself in verbatim text', async () => {
    const page = await open(marcus, general.id);
    const markup = await page.evaluate(`(async () => {
      const { mrkdwn } = await import('/page/text/mrkdwn.js');
      const { lookup } = await import('/page/store.js');
      return mrkdwn('@here https://a.example', lookup(), { verbatim: true }).innerHTML;
    })()`);
    expect(markup).toBe('<span class="lines">@here https://a.example</span>');
  });

  it('draws Markdown without trusting it', async () => {
    const page = await open(marcus, general.id);
    expect(await markupOf(page, 'markdown', '# A <b>\n\n- **x** [y](javascript:1)\n\n> q')).toBe(
      '<h2>A &lt;b&gt;</h2><ul><li class="indent-0"><strong>x</strong> y</li></ul><blockquote>q</blockquote>',
    );
  });
});
