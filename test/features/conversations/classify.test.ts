import { expect, it } from 'vitest';
import { classify, type Label, labels } from '../../../src/features/conversations/index.ts';
import { labelled, rounds } from './labelled.ts';
import { everyday } from './texts/everyday.ts';
import {
  heldOutHelps,
  heldOutOptIns,
  heldOutOptOuts,
  heldOutReplies,
  heldOutUnclears,
} from './texts/held-out.ts';
import { mixed } from './texts/mixed.ts';
import { plain } from './texts/plain.ts';
import { short } from './texts/short.ts';

it.each(labels)('reads every text of the labelled set that is %s as such', (label) => {
  const wrong = labelled[label]
    .map((text) => ({ text, read: classify(text) }))
    .filter(({ read }) => read !== label);
  expect(wrong).toEqual([]);
});

const shareOf = (texts: readonly string[], label: Label): number =>
  texts.filter((text) => classify(text) === label).length / texts.length;

it('takes at most 3 % of held-out opt-outs for replies and reads 95 % of them as opt-outs', () => {
  expect(shareOf(heldOutOptOuts, 'reply')).toBeLessThanOrEqual(0.03);
  expect(shareOf(heldOutOptOuts, 'opt_out')).toBeGreaterThanOrEqual(0.95);
});

it('takes at most 1 % of held-out replies for opt-outs and holds at most 2 %', () => {
  expect(shareOf(heldOutReplies, 'opt_out')).toBeLessThanOrEqual(0.01);
  expect(shareOf(heldOutReplies, 'unclear')).toBeLessThanOrEqual(0.02);
});

it.each(rounds)('keeps what it has learnt from round %#', (round) => {
  expect(shareOf(round.opt_out, 'opt_out')).toBeGreaterThanOrEqual(0.95);
  expect(shareOf(round.opt_out, 'reply')).toBeLessThanOrEqual(0.02);
  expect(shareOf(round.reply, 'opt_out')).toBeLessThanOrEqual(0.01);
  expect(shareOf(round.opt_in, 'opt_in')).toBeGreaterThanOrEqual(0.95);
  expect(shareOf(round.help, 'help')).toBeGreaterThanOrEqual(0.95);
});

it('holds at most 2 % of ordinary replies in ordinary words', () => {
  for (const round of [everyday, plain, short, mixed]) {
    expect(shareOf(round.reply, 'unclear')).toBeLessThanOrEqual(0.02);
  }
});

it('never takes a held-out call for help, a wish to return or a cancelled trip for an opt-out', () => {
  const others = [...heldOutHelps, ...heldOutOptIns, ...heldOutUnclears];
  expect(others.filter((text) => classify(text) === 'opt_out')).toEqual([]);
});

it('reads an opt-out in capitals, in small letters and with courtesies as the same', () => {
  const decorated = ['STOP', 'pare', 'Remove me', 'me tira da lista', 'unsubscribe'].flatMap(
    (text) => [text.toUpperCase(), text.toLowerCase(), `${text}!!!`, ` ${text}. `, `Ok, ${text}`],
  );
  expect(decorated.filter((text) => classify(text) !== 'opt_out')).toEqual([]);
});

it('answers for anything a phone can send, however long or odd', () => {
  const odd = [
    '\u0000',
    '\ud83d',
    'a'.repeat(20_000),
    'stop '.repeat(4_000),
    '👩‍👩‍👧‍👦',
    '\n\n',
    '((((',
  ];
  for (const text of odd) expect(labels).toContain(classify(text));
});

it('reads long texts without running away', () => {
  const began = performance.now();
  for (const word of ['nao ', 'me ', 'de ', 'stop ', 'cancel ', 'dont ', 'para ', 'quero ']) {
    classify(word.repeat(400));
  }
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('parts words at every kind of blank, and not at marks that nobody sees', () => {
  for (const blank of ['\u2028', '\u2029', '\u202f', '\u00a0', '\n']) {
    expect(classify(`PARE${blank}obrigado`)).toBe('opt_out');
  }
  for (const mark of ['\u200b', '\u202a', '\u2066', '\u00ad']) {
    expect(classify(`PA${mark}RE`)).toBe('opt_out');
  }
});
