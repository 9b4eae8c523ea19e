import { describe, expect, it } from 'vitest';
import { stateMapOf, timelineOf } from '../../../../src/adapters/slack/reports/charts.ts';
import { digestMessage } from '../../../../src/adapters/slack/reports/digest-message.ts';
import { createWords } from '../../../../src/adapters/slack/words/words.ts';
import { ratesOf } from '../../../../src/features/analytics/index.ts';
import { buttonsOf, expectSendable, textOf } from '../../../support/blocks.ts';
import { someDigest, someFigures, someTotals } from '../../../support/figures.ts';

const words = createWords();
const en = words.in('en', 'America/New_York');
const pt = words.in('pt-BR', 'America/New_York');
const charts = [
  { fileId: 'F1', title: 'Hours', altText: 'bars' },
  { fileId: 'F2', title: 'States', altText: 'maps' },
];

describe('the digest as a message', () => {
  it('says the same in its text as in its blocks, every figure with its share', () => {
    const { text, blocks } = digestMessage(someDigest(), en, charts);
    for (const shown of [text, textOf(blocks)]) {
      expect(shown).toContain('Daily digest: Tue, Nov 24, 2026');
      expect(shown).toContain('3,247 (99.5% of all handed to the carrier)');
      expect(shown).toContain('3,089 (95.1% of sent)');
      expect(shown).toContain('▲ up from 93.1% the day before');
      expect(shown).toContain('152 (4.9% of delivered)');
      expect(shown).toContain('▼ down from 5.2% the day before');
      expect(shown).toContain('$80.53 for 6,494 segments, of which $1.24 is reserved');
      expect(shown).toContain('none recorded yet');
      expect(shown).toContain('178 replies came in and 14 people opted out');
      expect(shown).toContain('72 messages are still on the way');
      expect(shown).toContain('CT: 8,752 contacts; 99 of 2,000 replied (5%)');
      expect(shown).toContain('CA: 151 contacts; 0 of 3 replied\n');
      expect(shown).toContain('Others (3): 447 contacts');
      expect(shown).toContain('State unknown: 20 contacts');
      expect(shown).toContain('Eastern Time (America/New_York)');
    }
    expect(blocks.filter(({ type }) => type === 'image')).toHaveLength(2);
    expect(buttonsOf(blocks)).toMatchObject([{ id: 'campaigns.show:c1', value: 'c1' }]);
    expectSendable('message', blocks);
  });

  it('is Brazilian Portuguese where the channels are', () => {
    const { text, blocks } = digestMessage(someDigest({ simulated: true }), pt, charts);
    expect(text).toContain('Resumo diário: ter., 24 de nov. de 2026');
    expect(text).toContain('3.089 (95,1% das enviadas)');
    expect(text).toContain('US$ 80,53 por 6.494 segmentos');
    expect(text).toContain('Operadora simulada');
    expectSendable('message', blocks);
  });

  it('cannot be made to call anybody by the name of a campaign', () => {
    const { text, blocks } = digestMessage(someDigest(), en, charts);
    // The labels of buttons are plain text, which Slack does not parse.
    const parsed = blocks.filter(({ type }) => type !== 'actions');
    for (const shown of [text, JSON.stringify(parsed)]) {
      expect(shown).not.toContain('<!channel>');
      expect(shown).toContain('&lt;!channel&gt; &amp;');
    }
  });

  it('says what must be known before believing it', () => {
    const late = someDigest({
      simulated: true,
      lateSince: new Date('2026-11-25T13:30:00Z'),
      missed: ['2026-11-21', '2026-11-22'],
      figures: someFigures({ complete: false, asOf: new Date('2026-11-24T20:42:00Z') }),
    });
    const { text } = digestMessage(late, en, null);
    expect(text).toContain('(so far)');
    expect(text).toContain('15:42');
    expect(text).toContain('Simulated carrier');
    expect(text).toContain('Late: it should have been posted on Wed, Nov 25');
    expect(text).toContain('No digest was posted for Sat, Nov 21 and Sun, Nov 22');
    expect(text).toContain('/report daily 2026-11-21');
    expect(text).toContain('The charts could not be drawn');
  });

  it('has no shares where there is nothing to take them of', () => {
    const totals = someTotals({
      sent: 0,
      delivered: 0,
      failed: 0,
      refused: 0,
      unconfirmed: 0,
      replied: 0,
      optedOut: 0,
    });
    const figures = someFigures({
      totals,
      rates: ratesOf(totals),
      previous: { totals, rates: ratesOf(totals) },
    });
    const { text } = digestMessage(someDigest({ figures }), en, charts);
    expect(text).toContain('Delivered: 0; nothing to compare with the day before');
    expect(text).not.toContain('NaN');
  });

  it('stays inside the limits of Slack with hundreds of campaigns with long names', () => {
    const [campaign] = someFigures().campaigns;
    const figures = someFigures({
      campaigns: Array.from({ length: 300 }, (_, n) => ({
        ...(campaign ?? someFigures().campaigns[0]),
        name: '&'.repeat(255),
        id: `c${n}`,
      })) as ReturnType<typeof someFigures>['campaigns'],
    });
    for (const reader of [en, pt]) {
      const { text, blocks } = digestMessage(someDigest({ figures }), reader, charts);
      expect(text.length).toBeLessThanOrEqual(4000);
      expectSendable('message', blocks);
    }
  });
});

describe('what the charts are told', () => {
  it('names hours and numbers in the alternative text, inside its limit', () => {
    const { chart, altText } = timelineOf(someDigest(), en);
    expect(altText).toContain('10 AM: 3,247 sent, 3,000 delivered, 0 replies.');
    expect(chart.labels[9]).toBe('9 AM');
    expect(timelineOf(someDigest(), pt).chart.labels[9]).toBe('9h');
    const full = someFigures();
    const busy = someDigest({
      figures: {
        ...full,
        timeline: full.timeline.map((hour) => ({
          ...hour,
          sends: 1_234_567,
          deliveries: 1_234_567,
          replies: 1_234_567,
        })),
      },
    });
    expect(timelineOf(busy, pt).altText.length).toBeLessThanOrEqual(2000);
  });

  it('says on the pictures themselves that the carrier is simulated', () => {
    const digest = someDigest({ simulated: true });
    expect(timelineOf(digest, en).chart.subtitle).toContain('simulated');
    expect(stateMapOf(digest, pt).chart.subtitle).toContain('simulado');
    expect(stateMapOf(someDigest(), en).chart.subtitle).not.toContain('simulated');
    expect(stateMapOf(digest, en).altText).toContain('FL: 4,392 contacts; 50 of 1,000 replied');
  });
});
