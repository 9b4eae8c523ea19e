import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/properties.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Real processes and databases share a small machine there: what fails twice has failed.
    retry: process.env.CI === 'true' ? 1 : 0,
    // Waiting ends with the condition; only a slow machine needs all of it.
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
