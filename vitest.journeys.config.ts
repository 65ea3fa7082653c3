import { defineConfig } from 'vitest/config';

/** Journeys: the whole system with its demo data, walked in a real browser. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/browser-files.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
