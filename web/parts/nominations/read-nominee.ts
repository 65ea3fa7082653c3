import type { FieldError } from '../../../functions/platform/problem/problem';

/** Until the console's pages use `defineForm`: a missing ground in its own words, and last. */
export const atBasis = (errors: readonly FieldError[]): FieldError[] => [
  ...errors.filter((e) => e.path !== 'basis'),
  ...errors.filter((e) => e.path === 'basis').map((e) => ({ ...e, code: 'basis-required' })),
];
