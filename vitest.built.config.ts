import { defineConfig } from 'vitest/config';
import { LIMITS, WORKERS } from './tests/limits.ts';

/**
 * The same tests of pages and of the API once more, through the built function: events of API Gateway, bodies in
 * base64, settings from its environment.
 */
export default defineConfig({
  test: {
    include: ['tests/web/**/*.test.{ts,tsx}', 'tests/api/**/*.test.ts', 'tests/built/*.test.ts'],
    globalSetup: [
      'tests/support/temporary-folder.ts',
      'tests/support/dynamo-server.ts',
      'tests/support/built/build-functions.ts',
    ],
    // Node itself loads the bundle, as in Lambda: the runner would rewrite it.
    server: { deps: { external: [/\/built-[^/]+\//] } },
    ...LIMITS,
    maxWorkers: WORKERS,
  },
});
