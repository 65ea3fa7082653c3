import type { Context } from 'hono';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { type Download, downloadBody, downloadHeaders } from '../../platform/files/download';
import { parse } from '../../platform/input/parse';
import { Problem } from '../../platform/problem/problem';
import { as, type World } from '../../platform/world/world';
import { jsonBody } from './json-body';
import type { Operation } from './operation';

export interface ApiEnv {
  Variables: { world: World; account: Account | undefined };
}

/**
 * Reads the parts of a form as one object. What is empty is left out; of a field that comes several times, the texts
 * are a list.
 * @throws Problem where it is no form, or not declared as such
 */
const partsOf = async (c: Context): Promise<Record<string, unknown>> => {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    throw new Problem('invalid', 'not-parts');
  const form = await c.req.formData().catch(() => {
    throw new Problem('invalid', 'parts-broken');
  });
  const parts: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((part) => (typeof part === 'string' ? part : part.size > 0));
    if (values.length) parts[name] = values.length === 1 ? values[0] : values;
  }
  return { ...parts };
};

const bodyOf = (op: Operation, c: Context, isStaff: boolean): Promise<unknown> =>
  op.parts ? partsOf(c) : jsonBody(c, { isStaff, largestKb: op.largestKb });

/** The path's parameters. A malformed id answers 404, like an unknown one. */
const pathOf = (op: Operation, path: Record<string, string>) => {
  try {
    return parse(op.params!, path);
  } catch (error) {
    throw error instanceof Problem ? new Problem('missing', 'page-missing') : error;
  }
};

/** Lists answer `{ items, next }`, also where nothing comes next. */
const isPaged = (op: Operation): boolean =>
  op.query instanceof z.ZodObject && 'cursor' in op.query.shape && 'limit' in op.query.shape;

/** An application that serves the operations below `/api`: parse, check who calls, do, answer. */
export const serve = (operations: readonly Operation[]): Hono<ApiEnv> => {
  const app = new Hono<ApiEnv>();
  for (const op of operations) {
    app.on(op.method.toUpperCase(), op.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const account = c.get('account');
      if (op.who === 'staff' && !account) throw new Problem('unauthenticated', 'sign-in-needed');
      const call = {
        world: as(c.get('world'), account?.id ?? 'public'),
        account,
        params: op.params ? pathOf(op, c.req.param()) : {},
        query: op.query ? parse(op.query, c.req.query()) : {},
        body: op.body ? parse(op.body, await bodyOf(op, c, account !== undefined)) : undefined,
      };
      const answer = await op.run(call);
      c.header('Cache-Control', 'no-store');
      if (op.file) {
        const file = answer as Download;
        return c.body(downloadBody(file, c.req.header('accept-encoding')), 200, downloadHeaders(file));
      }
      if (op.status === 204) return c.body(null, 204);
      const next = (answer as { next?: string }).next ?? null;
      return c.json(isPaged(op) ? { ...(answer as object), next } : (answer as object), op.status);
    });
  }
  return app;
};
