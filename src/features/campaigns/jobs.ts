import { z } from 'zod';
import { defineJob } from '../../shared/jobs.ts';

/** Write the rows of a submitted campaign and open its approval. */
export const campaignSubmitted = defineJob(
  'campaigns.submitted',
  z.object({ campaignId: z.uuid(), version: z.number().int().positive() }),
);
