import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { authenticate } from '../../functions/directory/sign-in/authenticate';
import { bearerOf } from '../../functions/directory/sign-in/bearer';
import { Problem, STATUS } from '../../functions/platform/problem/problem';
import { LostAnswer } from '../../functions/platform/store/outcome';
import { as, type World } from '../../functions/platform/world/world';
import type { Language } from '../copy/copy';
import type { Assets, Page, PageEnv } from '../env';
import { reference } from '../reference/mount';
import { islandHashes } from '../ui/island';
import { area } from './lazy-app';

const LARGEST_MB = 6; // what a Lambda takes

/** Whatever was thrown, as a problem; an unexpected one is logged under an id and says nothing more. */
const asProblem = (error: unknown, world: World, path: string): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof LostAnswer) {
    world.log({ what: 'answer-lost', level: 'warn', call: error.message });
    return new Problem('unavailable', 'unavailable');
  }
  const id = randomUUID().slice(0, 8);
  const e = error instanceof Error ? error : new Error(String(error));
  // A personal link's secret stands in its path: it stays out of the log.
  const where = path.replace(/[0-9a-z]{26,}/g, '…');
  world.log({
    what: 'unexpected',
    level: 'error',
    id,
    name: e.name,
    stack: e.stack?.slice(0, 2_000),
    path: where,
  });
  return new Problem('unavailable', 'unexpected', { id });
};

/** The address without the slash at its end, as a path: the function knows no host but the API's own. */
const withoutSlash = (c: Page): string | undefined => {
  const { pathname, search } = new URL(c.req.url);
  return /.\/$/.test(pathname) ? `/${pathname.replace(/^\/+|\/+$/g, '')}${search}` : undefined;
};

/** The whole site: the API below `/api`, the pages around it. The same object runs everywhere. */
export const site = (world: World, assets: Assets): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();

  app.use(compress());
  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...islandHashes],
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
    // First what the page of a problem needs: finding out who calls may fail.
    c.set('world', world);
    c.set('language', /^\/en(\/|$)/.test(new URL(c.req.url).pathname) ? 'en' : 'vi');
    const size = Number(getCookie(c, 'co'));
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
  // Forms are accepted from our own pages alone; JSON cannot be sent across origins without asking.
  app.use((c, next) =>
    new URL(c.req.url).pathname.startsWith('/thoi-nhan-thu/') ||
    bearerOf(c) ||
    // Nobody's session rides on it, so there is nothing to forge: the API says itself what is wrong.
    (new URL(c.req.url).pathname.startsWith('/api/') && !c.get('account'))
      ? next()
      : csrf({ origin: world.settings.publicOrigin, secFetchSite: ['same-origin', 'none'] })(c, next),
  );

  app.get('/healthz', (c) => c.text('ok'));
  reference(app);
  app.all('/api/*', area(api));
  app.all(
    '*',
    area(async () => (await import('./app')).pages(assets)),
  );

  app.notFound((c) => answer(c, new Problem('missing', 'page-missing')));
  app.onError((error, c) => {
    if ('status' in error && error.status === 403 && !(error instanceof Problem))
      return answer(c, new Problem('forbidden', 'wrong-origin'));
    const plain = c.req.method === 'GET' && withoutSlash(c);
    if (plain && error instanceof Problem && error.code === 'page-missing') return c.redirect(plain, 301);
    return answer(c, asProblem(error, c.get('world') ?? world, new URL(c.req.url).pathname));
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

/** Of the languages that the caller reads, the one they like best and we speak: `fr, en;q=0.8` is English. */
const spokenTo = (c: Page): Language =>
  accepts(c, {
    header: 'Accept-Language',
    supports: ['vi', 'en'],
    default: 'vi',
    match: (liked, { supports, default: otherwise }) =>
      liked
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.toLowerCase().split('-')[0]!)
        .find((language) => supports.includes(language)) ?? otherwise,
  }) as Language;

/** A problem in the form that the caller reads: `application/problem+json`, or a page. */
const answer = async (c: Page, problem: Problem): Promise<Response> => {
  const status = STATUS[problem.kind];
  c.header('Cache-Control', 'no-store');
  if (problem.kind === 'unavailable' && problem.code !== 'unexpected') c.header('Retry-After', '2');
  const isApi = new URL(c.req.url).pathname.startsWith('/api/');
  if (!isApi) {
    const { ProblemPage } = await import('../ui/problem-page');
    c.status(problem.code === 'unexpected' ? 500 : status);
    return c.html(<ProblemPage c={c} kind={problem.kind} code={problem.code} detail={problem.detail} />);
  }
  const { messageOf } = await import('../ui/form/state');
  const language = spokenTo(c);
  return c.json(
    {
      type: `${c.get('world').settings.publicOrigin}/api/docs#${problem.code}`,
      title: messageOf(language, { code: problem.code, detail: problem.detail }),
      status: problem.code === 'unexpected' ? 500 : status,
      code: problem.code,
      ...(problem.fields.length && {
        errors: problem.fields.map((f) => ({ path: f.path, code: f.code, message: messageOf(language, f) })),
      }),
    },
    problem.code === 'unexpected' ? 500 : status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  );
};
