import * as z from 'zod';
import { ownName } from '../../../../functions/events/person/code-attempts';
import { phone } from '../../../../functions/platform/input/fields';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Copy } from '../../../copy/copy';
import type { FieldSpec, FormState } from '../../../ui/form';

/** A code and a phone number, however they are typed. */
export const CodeInput = z.object({
  code: z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{9}$/, 'code-malformed')),
  phone,
  fullName: ownName,
});

export const codeField = ({ registrations: t }: Copy) =>
  ({
    label: t.codeField,
    hint: t.codeHint,
    inputmode: 'numeric',
    autocomplete: 'off',
    class: 'short',
    maxlength: 20,
  }) satisfies FieldSpec;

/** The name, which is asked for only where many codes were tried in vain for this phone (`name-needed`). */
export const nameField = ({ person: t }: Copy) =>
  ({ label: t.fullName, autocomplete: 'name', maxlength: 120 }) satisfies FieldSpec;

/** Whether the page asks for the name: it was needed, or is there already. */
export const asksName = ({ errors, values }: Pick<FormState, 'errors' | 'values'>, at: string): boolean =>
  errors.some(({ code }) => code === 'name-needed') || Boolean(values[at]);

/** Code and phone belong together: the message about both stands with the first of them. */
export const orAtField = async <T>(
  at: { code: string; phone: string; fullName: string },
  act: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields =
      error.code === 'code-unknown'
        ? [{ path: at.code, code: 'code-unknown' }]
        : error.fields.map((f) => ({ ...f, path: at[f.path as keyof typeof at] ?? at.code }));
    if (fields.length === 0) throw error;
    throw new Problem('invalid', 'invalid', {}, fields);
  }
};
