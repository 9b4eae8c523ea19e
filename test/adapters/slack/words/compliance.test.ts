import { describe, expect, it } from 'vitest';
import { compliance as en } from '../../../../src/adapters/slack/words/en/compliance.ts';
import { compliance as ptBr } from '../../../../src/adapters/slack/words/pt-br/compliance.ts';
import { lintCodes, reasonCodes } from '../../../../src/features/compliance/index.ts';

describe.each([
  ['English', en],
  ['Portuguese', ptBr],
])('the words of compliance in %s', (_language, words) => {
  it('give every reason a short sentence, each a different one', () => {
    const texts = reasonCodes.map((code) => words[`reason.${code}`]);
    expect(texts.every((text) => text.length > 0 && text.length <= 75)).toBe(true);
    expect(new Set(texts).size).toBe(reasonCodes.length);
  });
  it('give every complaint about a template its remedy', () => {
    for (const code of lintCodes) expect(words[`compliance.lint.${code}`]).not.toBe('');
  });
  it('hold nothing else', () => {
    expect(Object.keys(words)).toHaveLength(reasonCodes.length + lintCodes.length);
  });
});
