/**
 * `npm run -s classify < texts.jsonl`: what a person's text asks of us. Runs the very code that
 * replies run, without a database. In: `{ id, text }`; out: `{ id, label }` with opt_out, opt_in,
 * help, reply or unclear.
 */
import { z } from 'zod';
import { classify } from '../src/features/conversations/index.ts';
import { answerJsonLines } from './json-lines.ts';

const question = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

await answerJsonLines(question, ({ text }) => ({ label: classify(text) }), {
  input: process.stdin,
  output: process.stdout,
});
