import type { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';
import type { Job, JobRun } from '../../shared/jobs.ts';

export type JobHandler = { job: Job; run(data: unknown, jobRun: JobRun): Promise<void> };

/** One line of the handlers table. Stored payloads may be older than the code: parsed again here. */
export function on<Schema extends z.ZodType>(
  job: Job<Schema>,
  work: (payload: z.output<Schema>, jobRun: JobRun) => Promise<unknown>,
): JobHandler {
  return {
    job,
    run: async (data, jobRun) => {
      const payload = job.payload.safeParse(data);
      if (!payload.success) throw new Refusal('invalid', 'job.bad-payload', { job: job.name });
      await work(payload.data, jobRun);
    },
  };
}
