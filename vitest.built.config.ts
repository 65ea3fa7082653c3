import { defineConfig } from 'vitest/config';
import { LIMITS, WORKERS } from './tests/limits.ts';

/**
 * The same tests of pages and of the API once more, through the built function: events of API Gateway, bodies in
 * base64, settings from its environment. And the other functions, with events of their streams, schedule and topic.
 */
export default defineConfig({
  test: {
    include: [
      'tests/{web,api}/**/*.test.{ts,tsx}',
      'tests/built/*.test.ts',
      // Pages and the API in the folders of their nouns.
      'tests/**/{api,*-api,pages,pages-*,*-page}.test.ts',
      'tests/**/console/*.test.ts',
    ],
    exclude: [
      'tests/journeys/**',
      // Its counted calls are those of the test's own client.
      'tests/events/scheduling/api.test.ts',
      // They change the list of bodies, or of materials, past the function, which keeps it for a minute.
      'tests/directory/bodies/pages.test.ts',
      'tests/library/pages.test.ts',
      'tests/events/letters/shared-letter-page.test.ts',
    ],
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
