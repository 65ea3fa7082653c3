import { Hono, type MiddlewareHandler } from 'hono';
import { Problem } from '../../functions/platform/problem/problem';
import type { Page, PageEnv } from '../env';

/** What the shell knows of a request that goes on into an area. */
const shells = new WeakMap<Request, Page>();

/**
 * A part of the site that is loaded by the first request for it, so that a function that serves the
 * API does not start with the pages, nor the other way round. What it does not know and what it throws
 * is answered by the shell.
 */
export const area = (load: () => Promise<Hono<PageEnv>>): MiddlewareHandler<PageEnv> => {
  let loading: Promise<Hono<PageEnv>> | undefined;
  return async (c) => {
    loading ??= load().then(inside);
    const app = await loading;
    shells.set(c.req.raw, c);
    return app.fetch(c.req.raw, c.env);
  };
};

const inside = (routes: Hono<PageEnv>): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  app.use(async (c, next) => {
    const shell = shells.get(c.req.raw)!;
    for (const name of ['world', 'account', 'language', 'size', 'assets'] as const)
      c.set(name, shell.get(name));
    await next();
  });
  app.route('/', routes);
  app.notFound(() => {
    throw new Problem('missing', 'page-missing');
  });
  app.onError((error) => {
    throw error;
  });
  return app;
};
