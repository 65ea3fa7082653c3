import { inject } from 'vitest';

/** Whether requests go to the built function (`vitest.built.config.ts`). */
export const isBuilt = inject('built') !== undefined;
