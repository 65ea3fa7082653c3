import { firstOfEach, Problem } from '../../functions/platform/problem/problem';
import type { Page } from '../env';
import type { FormState } from './form';

export type Fields = Record<string, string>;

/** What was posted. @throws Problem where it is cut short or without its boundary: no fault of ours */
const readBody = (c: Page) =>
  c.req.parseBody({ all: true }).catch((error: unknown) => {
    if (error instanceof TypeError) throw new Problem('invalid', 'malformed');
    throw error;
  });

/** The file that was chosen, if one was. */
export const readFile = async (c: Page): Promise<File | undefined> => {
  const { file } = await readBody(c);
  return file instanceof File ? file : undefined;
};

/** The version of a thing that a form was made from; 0, which no thing has, where it says none. */
export const versionIn = ({ version }: Fields): number => {
  const said = Number(version);
  return Number.isSafeInteger(said) ? said : 0;
};

/** A posted form as plain text fields; what was left empty is left out. Files are asked for apart. */
export const readForm = async (c: Page): Promise<{ fields: Fields; typed: FormState['values'] }> => {
  const body = await readBody(c);
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
