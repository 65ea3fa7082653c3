import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../../functions/platform/problem/problem';
import type { Page, PageEnv } from '../env';

const KB = 1024;
const MB = 1024 * KB;

interface Bounds {
  bytes: number;
  fields: number;
}

/** A file of 4 MB with the form around it: with base64 a Lambda takes no more. A list asks about each of its rows. */
const PARTS: Bounds = { bytes: 4.25 * MB, fields: 5_000 };
/** Forms of people without an account: the longest names 50 delegates. */
const FORM: Bounds = { bytes: 64 * KB, fields: 500 };
/** Staff tick thousands of lines, and give quotas to every commune. */
const STAFF_FORM: Bounds = { bytes: MB, fields: 10_000 };
/** Each operation has a bound of its own (`functions/api/contract/json-body.ts`); a Lambda takes no more. */
const JSON_BODY: Bounds = { bytes: 6 * MB, fields: Number.POSITIVE_INFINITY };

const typeOf = (c: Page): string => c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

const boundsOf = (c: Page): Bounds => {
  const type = typeOf(c);
  if (type === 'multipart/form-data') return PARTS;
  if (type === 'application/json' || type.endsWith('+json')) return JSON_BODY;
  return c.get('account') ? STAFF_FORM : FORM;
};

const occurrences = (bytes: Buffer, of: string | number, most: number): number => {
  let count = 0;
  for (let at = bytes.indexOf(of); at >= 0 && count <= most; at = bytes.indexOf(of, at + 1)) count++;
  return count;
};

const AMPERSAND = 0x26;

/** How many fields a form has, counted in its bytes; counting stops beyond `most`. */
const fieldsIn = (bytes: Buffer, contentType: string, most: number): number => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  // The mark at the end is no field.
  return boundary
    ? occurrences(bytes, `--${boundary}`, most + 1) - 1
    : occurrences(bytes, AMPERSAND, most) + 1;
};

/**
 * Bounds the size of a body and the number of its fields before anything parses it: parsing costs a hundred times what
 * sending does.
 */
export const boundedBody: MiddlewareHandler<PageEnv> = async (c, next) => {
  if (!c.req.raw.body) return next();
  const { bytes, fields } = boundsOf(c);
  const counted = async () => {
    if (fields !== Number.POSITIVE_INFINITY) {
      const body = Buffer.from(await c.req.arrayBuffer());
      // Who reads it next finds it unread.
      c.req.raw = new Request(c.req.raw, { body });
      if (fieldsIn(body, c.req.header('content-type') ?? '', fields) > fields)
        throw new Problem('too-large', 'too-many-fields', { max: fields });
    }
    await next();
  };
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem('too-large', 'too-large', sizeIn(bytes));
    },
  })(c, counted);
};

const sizeIn = (bytes: number): Record<string, number> =>
  bytes < MB ? { kb: bytes / KB } : { mb: Math.floor(bytes / MB) };
