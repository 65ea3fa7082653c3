/**
 * The one error of the domain. Abilities throw it; the API turns it into `application/problem+json`
 * (RFC 9457) and the pages into a page, each once. `code` is a word of `web/copy`, which holds what to
 * tell the person; `detail` fills its blanks.
 */
export type ProblemKind =
  | 'invalid' // 422, names its fields
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'missing' // 404
  | 'not-allowed' // 405, no such method here; `detail.allow` names those that are
  | 'conflict' // 409, e.g. a second registration
  | 'stale' // 412, it was changed since it was read
  | 'gone' // 410, e.g. a link revoked
  | 'too-large' // 413
  | 'too-many' // 429
  | 'unavailable'; // 503, try again

export const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  'not-allowed': 405,
  conflict: 409,
  stale: 412,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ProblemKind, number>;

/** One field that failed: its path in the input (`sessions.0.endsAt`) and the code of its message. */
export interface FieldError {
  path: string;
  code: string;
  detail?: Record<string, string | number>;
}

/** One message a field, the first thing to mend: an empty name is not also a name without letters. */
export const firstOfEach = (errors: readonly FieldError[]): FieldError[] => {
  const first = new Map<string, FieldError>();
  for (const e of errors) if (!first.has(e.path)) first.set(e.path, e);
  return [...first.values()];
};

export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly detail: Record<string, string | number> = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
  }
}

/** A rule over several fields failed; the message stands beside the field that the person can mend. */
export const invalid = (path: string, code: string, detail?: Record<string, string | number>) =>
  new Problem('invalid', 'invalid', {}, [{ path, code, ...(detail && { detail }) }]);

export const missing = (what: string) => new Problem('missing', `${what}-missing`);
