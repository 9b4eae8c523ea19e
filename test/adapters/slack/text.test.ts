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
import { clamp, clampMrkdwn, escapeMrkdwn, link } from '../../../src/adapters/slack/text.ts';
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
