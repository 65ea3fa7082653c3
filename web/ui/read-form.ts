import { firstOfEach, Problem } from '../../functions/platform/problem/problem';
import type { FormState } from './form/state';

export * from './form/read';

/**
 * Does what a form asks; where the input is refused, shows the form again with what was typed.
 * Other problems go on to the page of problems. New pages use `defineForm`.
 */
export const orShowAgain = async (
  typed: FormState,
  act: () => Promise<Response>,
  again: (form: FormState) => Response | Promise<Response>,
): Promise<Response> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.fields.length) return again({ ...typed, errors: firstOfEach(error.fields) });
    if (error.kind === 'conflict' || error.kind === 'stale' || error.kind === 'invalid')
      return again({ ...typed, errors: [{ path: '', code: error.code, detail: error.detail }] });
    throw error;
  }
};
