import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';

/** A line we can answer only with what is wrong with it. */
export class LineError extends Error {}

/**
 * Reads one JSON object per line and writes one per line, in order. A line that cannot be answered
 * becomes `{ id, error }` and the run goes on; `id` is null when the line does not show one. Blank
 * lines are skipped. Memory does not grow with the input: a slow reader stops the reading, and one
 * that has gone (`| head`) ends it quietly.
 */
export async function answerJsonLines<Question extends { id: string | number | null }>(
  schema: z.ZodType<Question>,
  answer: (question: Question) => object,
  { input, output }: { input: Readable; output: Writable },
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  async function* answers(): AsyncGenerator<string> {
    for await (const line of lines) {
      if (line.trim() !== '') yield `${JSON.stringify(answerLine(schema, answer, line))}\n`;
    }
  }
  try {
    await pipeline(answers, output, { end: false });
  } catch (problem) {
    const readerLeft = problem instanceof Error && 'code' in problem && problem.code === 'EPIPE';
    if (!readerLeft) throw problem;
  }
}

function answerLine<Question extends { id: string | number | null }>(
  schema: z.ZodType<Question>,
  answer: (question: Question) => object,
  line: string,
): object {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { id: null, error: 'not a JSON object' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { id: idOf(value), error: explain(parsed.error) };
  try {
    return { id: parsed.data.id, ...answer(parsed.data) };
  } catch (problem) {
    if (problem instanceof LineError) return { id: parsed.data.id, error: problem.message };
    throw problem;
  }
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

const explain = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
