import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJobs } from '../../../src/adapters/jobs/job-system.ts';
import { describeJobQueue } from '../../contracts/job-queue.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

describeJobQueue('PostgreSQL', (options) =>
  openJobs({ databaseUrl: fresh.url, mongodbUri: null, ...options }),
);

const mongodbUri = process.env.TEST_MONGODB_URI;
if (mongodbUri) {
  describe('with MongoDB', () => {
    beforeEach(async () => {
      const client = await new MongoClient(mongodbUri).connect();
      await client.db().dropCollection('agenda_jobs');
      await client.close();
    });
    describeJobQueue('MongoDB', (options) =>
      openJobs({ databaseUrl: fresh.url, mongodbUri, ...options }),
    );
  });
} else {
  console.warn('TEST_MONGODB_URI is not set: the MongoDB half of the job queue did NOT run.');
}

describe('opening the store of the jobs', () => {
  const quiet = { onDead: () => {}, onError: () => {} };

  it('works for several processes at the same moment', async () => {
    const needs = { databaseUrl: fresh.url, mongodbUri: null, ...quiet };
    const systems = await Promise.all(Array.from({ length: 6 }, () => openJobs(needs)));
    await Promise.all(systems.map((system) => system.stop()));
    expect(systems).toHaveLength(6);
  });

  it('fails clearly when it cannot be reached', async () => {
    const nowhere = 'postgres://u:p@127.0.0.1:1/db';
    await expect(openJobs({ databaseUrl: nowhere, mongodbUri: null, ...quiet })).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
