import { defineConfig } from 'vitest/config';
import { LIMITS, WORKERS } from './tests/limits.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**'],
    globalSetup: ['tests/support/temporary-folder.ts', 'tests/support/dynamo-server.ts'],
    ...LIMITS,
    maxWorkers: WORKERS,
  },
});
