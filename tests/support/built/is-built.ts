import { inject } from 'vitest';

/**
 * Whether requests go to the built function (`vitest.built.config.ts`): its calls to the tables, its mails, files and log
 * lines are not the test's to see.
 */
export const isBuilt = inject('builtHttp') !== undefined;
