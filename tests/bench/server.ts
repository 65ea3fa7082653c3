import { serve } from '@hono/node-server';
import type { PageAssets } from '../../web/assets';
import { site } from '../../web/site/site';
import { benchWorld } from './bench-world';

/**
 * The site in a process of its own, as a bundle, for load: `node server.mjs <endpoint> <prefix>`. Says its
 * port when it listens, and at the end of its input what memory it took at most.
 */
const [endpoint, prefix] = process.argv.slice(2) as [string, string];
const { world } = benchWorld(endpoint, prefix);
/** Put in by the build, so that the bundle is as light as a Lambda's. */
const assets = JSON.parse(process.env.PAGE_ASSETS!) as PageAssets;
const server = serve({ fetch: site(world, assets).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ port })),
);
process.stdin.resume();
process.stdin.on('end', () => {
  console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }));
  server.close();
  process.exit(0);
});
