import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** As `npm run -s classify` runs it. */
function classifyLines(lines: readonly string[]) {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/classify.ts'],
    { input: lines.join('\n'), encoding: 'utf8' },
  );
  return {
    status,
    answers: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

it('answers every line in order, a malformed one with its error', () => {
  const { status, answers } = classifyLines([
    '{"id":"a","text":"PARE!!!"}',
    'not json',
    '{"id":7,"text":"Tem voo sem parada?"}',
    '{"id":"c"}',
    '{"text":"STOP"}',
    '{"id":"d","text":""}',
    '',
    '{"id":"e","text":"START","more":1}',
  ]);
  expect(status).toBe(0);
  expect(answers).toEqual([
    { id: 'a', label: 'opt_out' },
    { id: null, error: expect.any(String) },
    { id: 7, label: 'reply' },
    { id: 'c', error: expect.stringContaining('text') },
    { id: null, error: expect.stringContaining('id') },
    { id: 'd', label: 'unclear' },
    { id: 'e', label: 'opt_in' },
  ]);
});

it('reads a thousand lines in under five seconds', () => {
  const texts = [
    'STOP',
    'Quero sair da lista',
    'How many stops to Lisbon?',
    'cancel my flight',
    'SIM',
  ];
  const lines = Array.from({ length: 1_000 }, (_, id) =>
    JSON.stringify({ id, text: `${texts[id % texts.length]} ${id % 7 === 0 ? 'por favor' : ''}` }),
  );
  const started = performance.now();
  classifyLines(lines.slice(0, 1));
  const startUp = performance.now() - started;
  const began = performance.now();
  expect(classifyLines(lines).answers).toHaveLength(1_000);
  // On a machine that is busy with other things, as a multiple of starting up and answering one.
  expect(performance.now() - began).toBeLessThan(Math.max(5_000, 5 * startUp));
});
