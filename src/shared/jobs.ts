import type { z } from 'zod';

/** A job is data: a name, the shape of its payload (ids only), and how often it may fail. */
export type Job<Schema extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly payload: Schema;
  readonly maxRetries: number;
};

export function defineJob<Schema extends z.ZodType>(
  name: string,
  payload: Schema,
  { maxRetries = 5 }: { maxRetries?: number } = {},
): Job<Schema> {
  return { name, payload, maxRetries };
}

/** Handed to running work: `touch` keeps its lease, `stopping` asks it to leave at the next chunk. */
export type JobRun = { touch(): Promise<void>; readonly stopping: AbortSignal };

export type JobQueue = {
  /** A second waiting job with the same name and key replaces the first; a job may still run twice. */
  enqueue<Schema extends z.ZodType>(
    job: Job<Schema>,
    payload: z.input<Schema>,
    options?: { key?: string },
  ): Promise<void>;
};
