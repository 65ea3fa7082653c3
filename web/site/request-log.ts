import { createMiddleware } from 'hono/factory';
import type { PageEnv } from '../env';

/** What API Gateway says of a request, where one came by it. */
type Bindings = { requestContext?: { requestId?: string } } | undefined;

/**
 * A path without what is one's own: `/lop/evt_01…/dang-ky` → `/lop/:evt/dang-ky`, `/ve/<secret>` → `/ve/:secret`.
 * Words of addresses have letters and hyphens alone.
 */
export const routeOf = (path: string): string =>
  path
    .split('/')
    .map((part) => {
      const id = /^([a-z]{3})_/.exec(part);
      if (id) return `:${id[1]}`;
      if (/^[a-z.-]{0,40}$/.test(part)) return part;
      return /^\d{1,6}$/.test(part) ? ':n' : ':secret';
    })
    .join('/');

/**
 * One line for each request: which route, whose account, what came of it. So it can be seen later who asked for which list
 * and when. It has no address of a person, no query and no id of a link; `call` leads to the line of API Gateway.
 */
export const requestLog = createMiddleware<PageEnv>(async (c, next) => {
  const world = c.get('world');
  const began = world.now();
  await next();
  const length = c.res.headers.get('content-length');
  world.log({
    what: 'request',
    method: c.req.method,
    route: routeOf(new URL(c.req.url).pathname),
    account: c.get('account')?.id,
    status: c.res.status,
    ms: world.now() - began,
    bytes: length === null ? undefined : Number(length),
    call: (c.env as Bindings)?.requestContext?.requestId,
  });
});
