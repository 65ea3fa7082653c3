import { defineConfig } from 'vitest/config';
import { LIMITS, WORKERS } from './tests/limits.ts';

/** Journeys: the whole system with its demo data, walked in a real browser. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/browser-files.ts'],
    ...LIMITS,
    maxWorkers: WORKERS,
  },
});
