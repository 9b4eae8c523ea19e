import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  button,
  message,
  modal,
  progressBar,
  section,
} from '../../../src/adapters/slack/blocks.ts';
import { nearest } from '../../../src/adapters/slack/nearest.ts';
import {
  asMrkdwn,
  clamp,
  clampMrkdwn,
  escapeMrkdwn,
  link,
} from '../../../src/adapters/slack/text.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import { expectSendable } from '../../support/blocks.ts';

describe('text for Slack', () => {
  it('is never longer than its limit and never cuts a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = clamp(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(() => encodeURIComponent(cut)).not.toThrow();
          expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });

  it('keeps a family together', () => {
    expect(clamp('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15)).toBe('👨‍👩‍👧‍👦…');
  });

  it('is inert whatever a person was called', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeMrkdwn(`${text}<!channel>${text}`)).not.toMatch(/[<>]/);
      }),
    );
  });

  it.each([
    ['*Ana*', '\u2060*Ana*\u2060'],
    ['_~x~_', '\u2060_\u2060~x~\u2060_\u2060'],
    ['meus_contatos_2026.csv', 'meus_contatos_2026.csv'],
    ['2*3*4', '2*3*4'],
    ['a**', 'a*\u2060*\u2060'],
    ['D`Ávila `x`', 'D\u02cbÁvila \u02cbx\u02cb'],
  ])('has no formatting of its own: %s', (typed, inert) => {
    expect(escapeMrkdwn(typed)).toBe(inert);
  });

  it('keeps what is formatted by us, and reads as it was typed', () => {
    const words = createWords().in('en');
    const name = '*Ana* _x_';
    expect(words.mrkdwn('bulk.review.tag', { n: 1, already: 0, word: name })).toContain(
      '*\u2060*Ana*\u2060 \u2060_x_\u2060*',
    );
    expect(words.mrkdwn('alerts.next', { next: asMrkdwn('*now*') })).toContain('*now*');
    fc.assert(
      fc.property(fc.stringMatching(/^[*_~ a]{0,12}$/), (text) => {
        const inert = escapeMrkdwn(text);
        expect(inert.replaceAll('\u2060', '')).toBe(text);
        expect(inert).not.toMatch(/(?<![a\u2060])[*_~]|[*_~](?![a\u2060])/);
      }),
    );
  });

  it.each([
    ['a &amp; b', 5],
    ['see <@U123>', 8],
    ['<!date^1^{date}|x> tail', 10],
  ])('is not cut inside an entity or a mention: %s at %i', (text, limit) => {
    expect(clampMrkdwn(text, limit)).not.toMatch(/<[^>]*…|&[a-z]*…/);
  });

  it('links only to the web', () => {
    expect(link('https://fly2any.com', 'a|b>').mrkdwn).toBe('<https://fly2any.com|a¦b&gt;>');
    expect(link('javascript:alert(1)', 'x').mrkdwn).toBe('x');
  });

  it('stays inside the limits of Slack, whatever it says', () => {
    const long = '&👨‍👩‍👧‍👦'.repeat(4_000);
    expectSendable('message', message(long, [section(long)]).blocks);
    expectSendable('message', [section('')]);
    expectSendable('message', [
      { type: 'actions', elements: [button({ id: 'a.b', label: long })] },
    ]);
    expectSendable(
      'modal',
      modal({ id: 'a.b', title: long, close: long, submit: long, blocks: [section(long)] }),
    );
  });

  it('shows progress with its number', () => {
    expect(progressBar(1, 2, 4)).toBe('▓▓░░ 50%');
    expect(progressBar(999, 1000, 4)).toBe('▓▓▓░ 99%');
    expect(progressBar(0, 0, 4)).toBe('░░░░ 0%');
  });

  it('guesses the word that was meant', () => {
    const words = ['import', 'find', 'validate', 'help'];
    expect(nearest('imprt', words)).toBe('import');
    expect(nearest('val', words)).toBe('validate');
    expect(nearest('xylophone', words)).toBeNull();
    expect(nearest('x', words)).toBeNull();
  });
});
