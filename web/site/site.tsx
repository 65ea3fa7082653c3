import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { authenticate } from '../../functions/directory/sign-in/authenticate';
import { bearerOf } from '../../functions/directory/sign-in/bearer';
import { Problem } from '../../functions/platform/problem/problem';
import { as, type World } from '../../functions/platform/world/world';
import type { PageAssets } from '../assets';
import type { Page, PageEnv } from '../env';
import { QUERY } from '../query';
import { reference } from '../reference/mount';
import { routes } from '../routes';
import { answerProblem, asProblem } from './answer-problem';
import { lazyApp } from './lazy-app';

const LARGEST_MB = 6; // what a Lambda takes

/** The address without the slash at its end, as a path: the function knows no host but the API's own. */
const withoutSlash = (c: Page): string | undefined => {
  const { pathname, search } = new URL(c.req.url);
  return /.\/$/.test(pathname) ? `/${pathname.replace(/^\/+|\/+$/g, '')}${search}` : undefined;
};

/** The whole site: the API below `/api`, the pages around it. The same object runs everywhere. */
export const site = (world: World, assets: PageAssets): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();

  app.use(compress());
  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...Object.values(assets.islands.inline).map(({ hash }) => hash)],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      strictTransportSecurity: world.settings.publicOrigin.startsWith('https:'),
    }),
  );
  app.use(async (c, next) => {
    const { origins } = world.settings.secrets;
    if (origins && !origins.includes(c.req.header('x-origin-secret') ?? '')) return c.text('', 403);
    // First what the page of a problem needs: authenticating may fail.
    c.set('world', world);
    c.set('language', /^\/en(\/|$)/.test(new URL(c.req.url).pathname) ? 'en' : 'vi');
    const size = Number(getCookie(c, QUERY.textSize));
    c.set('size', size === 1 || size === 2 ? size : 0);
    c.set('assets', assets);
    const account = await authenticate(world, c);
    c.set('account', account);
    c.set('world', as(world, account?.id ?? 'public'));
    await next();
  });
  app.use(
    bodyLimit({
      maxSize: LARGEST_MB * 1024 * 1024,
      onError: () => {
        throw new Problem('too-large', 'too-large', { mb: LARGEST_MB });
      },
    }),
  );
  // Forms are accepted from this site's pages alone; browsers send JSON across origins only after asking.
  app.use((c, next) =>
    new URL(c.req.url).pathname.startsWith(routes.unsubscribe('')) ||
    bearerOf(c) ||
    // Without a session there is nothing to forge, and the API itself says what is wrong.
    (new URL(c.req.url).pathname.startsWith('/api/') && !c.get('account'))
      ? next()
      : csrf({ origin: world.settings.publicOrigin, secFetchSite: ['same-origin', 'none'] })(c, next),
  );

  app.get('/healthz', (c) => c.text('ok'));
  reference(app);
  app.all('/api/*', lazyApp(api));
  app.all(
    '*',
    lazyApp(async () => (await import('./app')).pages()),
  );

  app.notFound((c) => answerProblem(c, new Problem('missing', 'page-missing')));
  app.onError((error, c) => {
    if ('status' in error && error.status === 403 && !(error instanceof Problem))
      return answerProblem(c, new Problem('forbidden', 'wrong-origin'));
    const shorter = c.req.method === 'GET' && withoutSlash(c);
    if (shorter && error instanceof Problem && error.code === 'page-missing') return c.redirect(shorter, 301);
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
