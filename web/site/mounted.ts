import { Hono } from 'hono';
import type { PageEnv, Pages } from '../env';

/** Pages of several nouns, each of which mounts its own routes. */
export const mounted = (modules: readonly Pages[]): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  for (const mount of modules) mount(app);
  return app;
};
