import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { World } from '../../functions/platform/world/world';
import { site } from '../../web/site/site';
import { compileAssets } from '../build/assets';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Style sheets and scripts by their URL, compressed: what CloudFront and S3 do elsewhere. */
const staticFiles = async () => {
  const { assets, files } = await compileAssets();
  const app = new Hono();
  app.use(compress());
  for (const [url, { text, type }] of files)
    app.get(url, (c) =>
      c.body(text, 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': FOR_EVER,
        vary: 'accept-encoding',
      }),
    );
  return { assets, serve: (request: Request) => app.fetch(request), has: (path: string) => files.has(path) };
};

/** The whole site with its style sheets and scripts. */
export const serveSite = async (world: World) => {
  const { assets, serve, has } = await staticFiles();
  const pages = site(world, assets);
  return (request: Request, env: unknown): Response | Promise<Response> =>
    has(new URL(request.url).pathname) && ['GET', 'HEAD'].includes(request.method)
      ? serve(request)
      : pages.fetch(request, env as Parameters<typeof pages.fetch>[1]);
};
