import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**'],
    globalSetup: ['tests/support/dynamo-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
