import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { asMrkdwn } from '../../../src/adapters/slack/text.ts';
import { en } from '../../../src/adapters/slack/words/en/index.ts';
import { ptBr } from '../../../src/adapters/slack/words/pt-br/index.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import { Refusal } from '../../../src/shared/errors.ts';

const keys = Object.keys(en) as (keyof typeof en)[];
const wordsFolder = 'src/adapters/slack/words';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** Every argument with its kind, and the choices of a select: both languages must offer the same. */
function askedFor(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 0 || node.type === 7 || node.type === 8) return [];
    if (node.type === 5) {
      const choices = Object.entries(node.options);
      const names = choices.map(([name]) => name).sort();
      return [
        `${node.value} select ${names.join(',')}`,
        ...choices.flatMap(([, o]) => askedFor(o.value)),
      ];
    }
    if (node.type === 6) {
      return [node.value, ...Object.values(node.options).flatMap((o) => askedFor(o.value))];
    }
    return [node.value];
  });
}

const ast = (text: string, locale: string) =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

describe('the words', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(ptBr).sort()).toEqual([...keys].sort());
  });

  it.each(['en', 'pt-br'])('join every file of %s', (folder) => {
    const index = readFileSync(`${wordsFolder}/${folder}/index.ts`, 'utf8');
    const files = readdirSync(`${wordsFolder}/${folder}`).filter((file) => file !== 'index.ts');
    expect(files.filter((file) => !index.includes(`'./${file}'`))).toEqual([]);
  });

  it.each(keys)('ask for the same values in both languages: %s', (key) => {
    const wanted = (nodes: string[]) => [...new Set(nodes)].sort();
    expect(wanted(askedFor(ast(ptBr[key], 'pt-BR')))).toEqual(wanted(askedFor(ast(en[key], 'en'))));
  });

  it('are all used', () => {
    const source = sourcesIn('src')
      .filter((file) => !/words\/(en|pt-br)\//.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const literals = new Set(source.match(/(?<=')[^'\n]+(?=')/g));
    for (const name of source.match(/(?<=[\s{,])[a-z][\w]*(?=:)/g) ?? []) literals.add(name);
    // `contacts.reject.${reason}` uses every key of that shape whose reason stands in the code.
    const shapes = [
      ...source.matchAll(/`([a-z][\w.-]*[.-])\$\{(?:[^{}`]|\{[^{}]*\})+\}([\w.-]*)`/g),
    ].map(([, before = '', after = '']) => ({ before, after }));
    const used = (key: string) =>
      literals.has(key) ||
      shapes.some(
        ({ before, after }) =>
          key.startsWith(before) &&
          key.endsWith(after) &&
          literals.has(key.slice(before.length, key.length - after.length)),
      );
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });
});

describe('a reader', () => {
  const words = createWords();
  const ana = words.in('pt-BR', 'America/New_York');
  const alex = words.in('en', 'America/New_York');

  it('is shown numbers, shares and money as the language writes them', () => {
    expect([ana.number(14238), alex.number(14238)]).toEqual(['14.238', '14,238']);
    expect([ana.percent(0.185), alex.percent(0.185)]).toEqual(['18,5%', '18.5%']);
    expect([ana.money('99.6'), alex.money('99.6')]).toEqual(['US$\u00a099,60', '$99.60']);
    expect(alex.money('0.0079')).toBe('$0.0079');
    expect(ana.say('home.other-states', { people: 1094 })).toBe('outros: 1.094');
  });

  it('is shown times in the own zone', () => {
    expect(alex.time(new Date('2026-11-24T15:05:00Z'))).toBe('10:05');
    expect(ana.date(new Date('2026-11-25T03:00:00Z'))).toBe('24 de nov. de 2026');
  });

  it('cannot be pinged, linked or misled by a value', () => {
    const name = '<!channel> <https://evil.example|bank>\u202e\nfake line';
    const text = alex.mrkdwn('refusal.team.excluded', { name, exclusion: 'bot' });
    expect(text).toContain('&lt;!channel&gt; &lt;https://evil.example|bank&gt; fake line');
    expect(text).not.toContain('\u202e');
  });

  it('sees mentions that are ours as mentions', () => {
    const name = asMrkdwn('<@U1>');
    expect(alex.mrkdwn('refusal.team.excluded', { name, exclusion: 'bot' })).toContain('*<@U1>*');
  });

  it('gets a general sentence for a refusal that has none of its own', () => {
    expect(alex.refusal(new Refusal('conflict', 'no-such.code'))).toContain(
      'changed in the meantime',
    );
    expect(ana.refusal(new Refusal('conflict', 'team.last-admin'))).toContain(
      'último administrador',
    );
  });
});
