import type * as z from 'zod';
import { type FieldError, firstOfEach, Problem } from '../problem/problem';

/** Enough for one correction. A body of a megabyte may have a hundred thousand errors. */
const MOST_ERRORS = 50;
/** The longest path that is said in full: a key may be as long as the body. */
const LONGEST_PATH = 200;

/** What zod found, as fields with the code of their message. A schema's own messages are codes. */
const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue): FieldError[] => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [path, key].filter(Boolean).join('.'),
        code: 'unknown-field',
      }));
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(issue.message)) return [{ path, code: issue.message }];
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined
          ? [{ path, code: 'required' }]
          : [{ path, code: 'wrong-type', detail: { expected: issue.expected } }];
      case 'too_big':
        return [
          {
            path,
            code:
              issue.origin === 'string'
                ? 'too-long'
                : issue.origin === 'array'
                  ? 'too-many-items'
                  : 'too-big',
            detail: { max: Number(issue.maximum) },
          },
        ];
      case 'too_small':
        if (issue.origin === 'string' && issue.minimum === 1) return [{ path, code: 'required' }];
        return [
          {
            path,
            code:
              issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small',
            detail: { min: Number(issue.minimum) },
          },
        ];
      case 'invalid_value':
        if (issue.input === undefined) return [{ path, code: 'required' }];
        return [{ path, code: 'not-an-option', detail: { options: issue.values.join(', ') } }];
      default:
        return [{ path, code: 'malformed' }];
    }
  });

/**
 * Parses at the edge: an HTTP body, a spreadsheet's row, a stream's record.
 * @throws Problem `invalid` that names every field
 */
export const parse = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const errors = firstOfEach(fieldErrors(result.error)).slice(0, MOST_ERRORS);
  const said = errors.map((e) => ({ ...e, path: e.path.slice(0, LONGEST_PATH) }));
  throw new Problem('invalid', 'invalid', {}, said);
};
