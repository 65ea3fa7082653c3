import { Hono } from 'hono';
import type { PageEnv, Pages } from '../env';

/** Pages of several nouns, each of which mounts its own routes. */
export const mounted = (modules: readonly Pages[]): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  for (const mount of modules) mount(app);
  return app;
};

/** Vietnamese at `/`, the same pages in English below `/en`. */
export const inBothLanguages = (modules: readonly Pages[]): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  const pages = mounted(modules);
  app.route('/en', pages);
  app.route('/', pages);
  return app;
};
