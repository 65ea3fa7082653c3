import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { authenticate } from '../../functions/directory/sign-in/authenticate';
import { callerAddress } from '../../functions/directory/sign-in/caller-address';
import { networkKey, noteSecurity, routeOf } from '../../functions/platform/keys/security-log';
import { Problem } from '../../functions/platform/problem/problem';
import { as, type World } from '../../functions/platform/world/world';
import type { PageAssets } from '../assets';
import { hostCookie } from '../cookie-name';
import type { Page, PageEnv } from '../env';
import { allowFormTarget } from '../form-target';
import { mustAddPasskey } from '../must-add-passkey';
import { QUERY } from '../query';
import { reference } from '../reference/mount';
import { routes } from '../routes';
import { answerProblem, asProblem } from './answer-problem';
import { boundedBody } from './bounded-body';
import { forMachines, mayBeIndexed, NO_INDEX } from './for-machines';
import { showsSecret } from './from-cdn';
import { lazyApp } from './lazy-app';
import { mendedPath } from './mended-path';
import { ONLY_HTTPS } from './only-https';
import { ownFormsOnly } from './own-forms-only';
import { ownPages } from './own-pages';
import { isDisguisedRequest } from './path-as-sent';
import { requestLog } from './request-log';

/** Where a link with something behind it leads. The function knows no host but the API's own: a path. */
const meantBy = (c: Page): string | undefined => {
  const { pathname, search } = new URL(c.req.url);
  if (!['GET', 'HEAD'].includes(c.req.method) || /^\/(api\/(?!docs)|static\/)/.test(pathname))
    return undefined;
  const path = mendedPath(pathname);
  return path && path + search;
};

/** Of all pages this one alone is shown in frames of other sites: it has no form and nothing of its reader. */
const mayBeFramed = (c: { req: { path: string } }): boolean => c.req.path === routes.libraryEmbed();

/** A refusal for want of a right, or above a limit, answered by a page, a form or the API. */
const noteRefusal = (c: Page): void => {
  const event = ({ 403: 'forbidden', 429: 'too-many' } as const)[c.res.status as 403 | 429];
  const { pathname } = new URL(c.req.url);
  if (event) noteSecurity(c.get('world'), event, { method: c.req.method, route: routeOf(pathname) });
};

/** The whole site: the API below `/api`, the pages around it. The same object runs everywhere. */
export const site = (world: World, assets: PageAssets): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();

  app.use(compress());
  app.use(async (c, next) => {
    await next();
    // It has no value that allows other sites; the content policy below does.
    if (mayBeFramed(c)) c.res.headers.delete('X-Frame-Options');
    allowFormTarget(c.res.headers);
  });
  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...Object.values(assets.islands.inline).map(({ hash }) => hash)],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: [(c) => (mayBeFramed(c) ? '*' : "'none'")],
        formAction: ["'self'"],
      },
      strictTransportSecurity: world.settings.publicOrigin.startsWith('https:') && ONLY_HTTPS,
    }),
  );
  app.use(async (c, next) => {
    const { origins } = world.settings.secrets;
    if (origins && !showsSecret(c.req.header('x-origin-secret'), origins)) return c.text('', 403);
    await next();
    noteRefusal(c);
    if (!mayBeIndexed(new URL(c.req.url).pathname)) c.res.headers.set('X-Robots-Tag', NO_INDEX);
  });
  app.use(async (c, next) => {
    const meant = meantBy(c);
    return meant ? c.redirect(meant, 301) : next();
  });
  app.use(async (c, next) => {
    // First what the page of a problem needs: authenticating may fail.
    c.set('world', { ...world, network: networkKey(world, callerAddress(world, c)) });
    c.set('language', /^\/en(\/|$)/.test(new URL(c.req.url).pathname) ? 'en' : 'vi');
    const size = Number(getCookie(c, hostCookie(c, QUERY.textSize).name));
    c.set('size', size === 1 || size === 2 ? size : 0);
    c.set('assets', assets);
    if (isDisguisedRequest(c)) throw new Problem('missing', 'page-missing');
    const caller = await authenticate(world, c);
    c.set('account', caller?.account);
    c.set('session', caller?.session);
    const authenticatedAt = caller?.authenticatedAt;
    const asked = { ...c.get('world'), authenticatedAt, caller: callerAddress(world, c) };
    c.set('world', as(asked, caller?.account.id ?? 'public'));
    await next();
  });
  app.use(requestLog);
  app.use(boundedBody);
  app.use(ownFormsOnly);

  app.get('/healthz', (c) => c.text(`ok ${world.settings.release ?? ''}`.trim()));
  forMachines(app);
  reference(app);
  app.all('/api/*', async (c, next) => {
    if (mustAddPasskey(c)) throw new Problem('forbidden', 'passkey-needed');
    await next();
  });
  app.all('/api/*', lazyApp(api));
  // Each part is loaded by its first request: a reader of the public pages does not wait for the console.
  const console = lazyApp(async () => (await import('./console-pages')).consolePages());
  app.all(routes.console(), console);
  app.all(`${routes.console()}/*`, console);
  ownPages(app);
  app.all(
    '*',
    lazyApp(async () => (await import('./open-pages')).openPages()),
  );

  app.notFound((c) => answerProblem(c, new Problem('missing', 'page-missing')));
  app.onError((error, c) => {
    return answerProblem(c, asProblem(error, c.get('world') ?? world, new URL(c.req.url).pathname));
  });
  return app;
};

const api = async (): Promise<Hono<PageEnv>> => {
  const [{ serve }, { operations }] = await Promise.all([
    import('../../functions/api/contract/serve'),
    import('../../functions/api/operations'),
  ]);
  return new Hono<PageEnv>().route('/api', serve(operations) as unknown as Hono<PageEnv>);
};
