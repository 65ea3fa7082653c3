import { defineConfig } from 'vitest/config';
import { LIMITS, WORKERS } from './tests/limits.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Journeys need a browser, and the others the built functions.
    exclude: ['tests/journeys/**', 'tests/built/**'],
    globalSetup: ['tests/support/temporary-folder.ts', 'tests/support/dynamo-server.ts'],
    ...LIMITS,
    maxWorkers: WORKERS,
  },
});
