/** By this header a page says to which other origin its form goes: the store of files. No browser gets it. */
const FORM_TARGET = 'x-form-target';

/** @example c.header(...formTarget(url)) */
export const formTarget = (url: string): [string, string] => [FORM_TARGET, new URL(url).origin];

/** Lets the forms of one answer go to the origin that its page named, beside our own. */
export const allowFormTarget = (headers: Headers): void => {
  const target = headers.get(FORM_TARGET);
  if (target === null) return;
  headers.delete(FORM_TARGET);
  const policy = headers.get('content-security-policy') ?? '';
  headers.set(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${target}`),
  );
};
