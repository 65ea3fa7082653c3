import { Hono, type MiddlewareHandler } from 'hono';
import { Problem } from '../../functions/platform/problem/problem';
import type { Page, PageEnv } from '../env';

/** The context in which the site passed a request on to a lazy app. */
const outerContext = new WeakMap<Request, Page>();

/**
 * A part of the site that its first request loads, so that a function that serves the API does not start
 * with the pages, nor the other way round. Unknown paths and errors of the part are answered by the site.
 */
export const lazyApp = (load: () => Promise<Hono<PageEnv>>): MiddlewareHandler<PageEnv> => {
  let loading: Promise<Hono<PageEnv>> | undefined;
  return async (c) => {
    loading ??= load().then(inOuterContext);
    const app = await loading;
    outerContext.set(c.req.raw, c);
    return app.fetch(c.req.raw, c.env);
  };
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods that a path takes; HEAD is asked like GET. */
const methodsAt = (routes: Hono<PageEnv>, path: string): string[] =>
  METHODS.filter((method) =>
    routes.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  ).flatMap((method) => (method === 'GET' ? [method, 'HEAD'] : [method]));

const inOuterContext = (routes: Hono<PageEnv>): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  app.use(async (c, next) => {
    const outer = outerContext.get(c.req.raw)!;
    for (const name of ['world', 'account', 'session', 'language', 'size', 'assets'] as const)
      c.set(name, outer.get(name));
    await next();
  });
  app.route('/', routes);
  app.notFound((c) => {
    const allow = methodsAt(app, c.req.path);
    throw allow.length && !allow.includes(c.req.method)
      ? new Problem('not-allowed', 'method-not-allowed', { allow: allow.join(', ') })
      : new Problem('missing', 'page-missing');
  });
  app.onError((error) => {
    throw error;
  });
  return app;
};
