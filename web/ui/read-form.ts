import { firstOfEach, Problem } from '../../functions/problem';
import type { Page } from '../env';
import type { FormState } from './form';

export type Fields = Record<string, string>;

/** A posted form as plain text fields; what was left empty is left out. Files are asked for apart. */
export const readForm = async (c: Page): Promise<{ fields: Fields; typed: FormState['values'] }> => {
  const body = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    // Cut short, or without its boundary: no fault of ours.
    if (error instanceof TypeError) throw new Problem('invalid', 'malformed');
    throw error;
  });
  const typed: FormState['values'] = {};
  const fields: Fields = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().filter((v): v is string => typeof v === 'string');
    if (texts.length === 0) continue;
    typed[name] = texts.length === 1 ? texts[0] : texts;
    const first = texts[0]!;
    if (first.trim() !== '') fields[name] = first;
  }
  return { fields, typed };
};

/**
 * Does what a form asks; where the input is refused, shows the form again with what was typed.
 * Other problems go on to the page of problems.
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
