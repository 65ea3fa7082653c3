import { enterExpectedDays } from './expected-days';
import { linkRegistrations } from './link-registrations';
import type { Migration } from './migrate';

/**
 * Every migration, oldest first. One that has run anywhere is not changed; what it did wrong is mended by another.
 * How to write one: docs/operations.md, _Data that must change with a release_.
 */
export const MIGRATIONS: readonly Migration[] = [enterExpectedDays, linkRegistrations];
