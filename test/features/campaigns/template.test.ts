import { describe, expect, it } from 'vitest';
import { compileTemplate, firstNameOf } from '../../../src/features/campaigns/index.ts';

const ana = {
  name: 'ANA PAULA DOS SANTOS',
  firstNameConflict: false,
  city: 'Hartford',
  state: 'CT',
  segment: 'familias',
};

describe('a message template', () => {
  it.each([
    ['Olá {{firstName}}!', 'Olá Ana!'],
    ['{{ name | upcase }} em {{city}}, {{state}}', 'ANA PAULA DOS SANTOS em Hartford, CT'],
    ['{% if city %}em {{city}}{% else %}por aí{% endif %}', 'em Hartford'],
    ['{{ firstName | truncate: 2, "" }}', 'An'],
    ['{{- firstName -}} ', 'Ana'],
  ])('renders %j', (source, text) => {
    expect(compileTemplate(source)(ana)).toBe(text);
  });

  it.each([
    ['', 'Olá viajante!'],
    ['=HYPERLINK("http://x","y")', 'Olá viajante!'],
    ['<!channel>', 'Olá viajante!'],
    ['J.', 'Olá viajante!'],
    ['12345', 'Olá viajante!'],
  ])('calls nobody by %j', (name, text) => {
    expect(compileTemplate('Olá {{firstName}}!')({ ...ana, name })).toBe(text);
  });

  it('lets the writer choose what stands for a missing name', () => {
    const render = compileTemplate('{{ firstName | default: "amiga" }} {{ city | default: "aí" }}');
    expect(render({ ...ana, name: '', city: null })).toBe('amiga aí');
    expect(render({ ...ana, firstNameConflict: true })).toBe('amiga Hartford');
  });

  it.each([
    ['{{nickname}}', 'template.unknown-token'],
    ['{{ firstName.length }}', 'template.unknown-token'],
    ['{{ constructor }}', 'template.unknown-token'],
    ['{% for i in (1..1000000) %}x{% endfor %}', 'template.not-allowed'],
    ['{%- for i in (1..9) -%}x{%- endfor -%}', 'template.not-allowed'],
    ['{% include "x" %}', 'template.not-allowed'],
    ['{% assign a = 1 %}', 'template.not-allowed'],
    ['{{ "now" | date: "%Y" }}', 'template.not-allowed'],
    ['{{ firstName', 'template.broken'],
    ['{% if city %}', 'template.broken'],
    ['  ', 'template.empty'],
  ])('refuses %j as %s, at the field', (source, code) => {
    expect(() => compileTemplate(source)).toThrowError(
      expect.objectContaining({ kind: 'invalid', code, fields: { template: code } }),
    );
  });

  it.each([
    ['JOÃO DA SILVA', 'João'],
    ['maria-josé lima', 'Maria-José'],
    ["d'ávila souza", "D'Ávila"],
    ['McArthur', 'McArthur'],
    ['  Fábio  Marques ', 'Fábio'],
  ])('reads the first name of %j as %j', (name, first) => {
    expect(firstNameOf({ name, firstNameConflict: false })).toBe(first);
  });
});
