import { serve } from '@hono/node-server';
import { site } from '../../web/site/site';
import { benchWorld } from './bench-world';

/**
 * The site in a process of its own, as a bundle, for load: `node server.mjs <endpoint> <prefix>`. Says its
 * port when it listens, and at the end of its input what memory it took at most.
 */
const [endpoint, prefix] = process.argv.slice(2) as [string, string];
const { world } = benchWorld(endpoint, prefix);
const server = serve(
  { fetch: site(world, { style: '/s.css', console: '/c.css' }).fetch, port: 0, hostname: '127.0.0.1' },
  ({ port }) => console.log(JSON.stringify({ port })),
);
process.stdin.resume();
process.stdin.on('end', () => {
  console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }));
  server.close();
  process.exit(0);
});
