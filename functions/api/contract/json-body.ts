import type { Context } from 'hono';
import { Problem } from '../../platform/problem/problem';
import { wellFormed } from '../../platform/text/text';

const KB = 1024;
/** What a person sends of themselves is a hundredth of it. */
const STRANGERS_KB = 64;
/** No body of the API is nested deeper than five levels. */
const DEEPEST = 20;
const MOST_VALUES = 100_000;

/** JSON can name half of a character by its number. */
const HALVES = /\\u[dD][89a-fA-F]/;

/** The same without such halves, in keys as well, whatever the field: none may reach a table. */
const whole = (value: unknown): unknown => {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(whole);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [wellFormed(key), whole(v)]));
};

const code = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA] = [code('"'), code('\\'), code(',')];
const OPEN: ReadonlySet<number> = new Set([code('{'), code('[')]);
const CLOSE: ReadonlySet<number> = new Set([code('}'), code(']')]);

/** Counts levels and values in the text, before it is parsed. @throws Problem invalid `json-too-deep`, `json-too-many` */
export const mustBeModest = (text: string): void => {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (quoted) {
      if (c === BACKSLASH) at++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === COMMA) values++;
    else if (OPEN.has(c)) depth++;
    else if (CLOSE.has(c)) depth--;
    if (depth > DEEPEST) throw new Problem('invalid', 'json-too-deep');
    if (values > MOST_VALUES) throw new Problem('invalid', 'json-too-many');
  }
};

/**
 * Reads a JSON body.
 * @param largestKb what an operation takes of people without an account, where it is more than usual
 * @throws Problem where it is no JSON, not declared as such, too large or too deep
 */
export const jsonBody = async (
  c: Context,
  { isStaff, largestKb = STRANGERS_KB }: { isStaff: boolean; largestKb?: number | undefined },
): Promise<unknown> => {
  const type = c.req.header('content-type') ?? '';
  const text = await c.req.text();
  if (!text) return {};
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) throw new Problem('invalid', 'not-json');
  if (!isStaff && Buffer.byteLength(text) > largestKb * KB)
    throw new Problem('too-large', 'too-large', { kb: largestKb });
  mustBeModest(text);
  try {
    const body: unknown = JSON.parse(text);
    return HALVES.test(text) ? whole(body) : body;
  } catch {
    throw new Problem('invalid', 'json-broken');
  }
};
