import { expect } from 'vitest';
import type { Problem } from '../../functions/platform/problem/problem';

/** The `Problem` of a code, for `rejects.toEqual` and `toThrow`. */
export const problem = (code: string) => expect.objectContaining({ name: 'Problem', code });

/** A `Problem` that names this field alone, with its code. */
export const fields = (path: string, code: string) =>
  expect.objectContaining({ fields: [expect.objectContaining({ path, code })] });

/** The problem with which an ability refuses. */
export const refusal = async (act: Promise<unknown>): Promise<Problem> =>
  act.then(
    () => expect.fail('nothing was refused'),
    (error) => error as Problem,
  );
