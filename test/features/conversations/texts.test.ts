import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, it } from 'vitest';
import { languageOf } from '../../../src/features/conversations/language.ts';
import { recipientTexts } from '../../../src/features/conversations/texts.ts';

const texts = recipientTexts('Fly2Any', 'fly2any.com');
const languages = ['pt', 'en', 'es', 'both'] as const;

it('tells recipients everything in one plain segment, with the brand', () => {
  for (const language of languages) {
    for (const text of [texts.optedOut(language), texts.optedIn(language), texts.help(language)]) {
      const { encodingName, segmentsCount } = new SegmentedMessage(text);
      expect({ text, encodingName, segmentsCount }).toEqual({
        text,
        encodingName: 'GSM-7',
        segmentsCount: 1,
      });
      expect(text).toContain('Fly2Any');
    }
  }
});

it('only confirms an opt-out: no offer, no question, no way back', () => {
  for (const language of languages) {
    expect(texts.optedOut(language)).not.toMatch(/\?|START|VOLTAR|oferta|offer|http/i);
  }
});

it('names a person to talk to and the way out in a help text', () => {
  for (const language of languages) {
    expect(texts.help(language)).toContain('fly2any.com');
    expect(texts.help(language)).toMatch(/STOP|PARE/);
  }
});

it.each([
  ['Para de me mandar mensagem, por favor', 'pt'],
  ['Please stop texting me', 'en'],
  ['No me manden más mensajes', 'es'],
  ['STOP', 'both'],
  ['🛑', 'both'],
] as const)('hears the language of %j', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
