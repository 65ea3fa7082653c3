import { brotliCompressSync } from 'node:zlib';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { assets, files } from '../support/assets';
import { benchWorld, openEvent, prepare } from './bench-world';
import { type Row, row } from './rows';

const BUDGET = 14 * 1024;

/** What a first visit costs: the page and everything it asks for. */
export const pageRows = async (endpoint: string): Promise<Row[]> => {
  const { world } = benchWorld(endpoint, 'page-');
  await prepare(endpoint, world);
  const event = await openEvent(world, 60, 5);
  for (let i = 0; i < 11; i++) await openEvent(world, 40, 6 + i);
  const app = site(world, assets);

  const visit = async (what: string, path: string): Promise<Row> => {
    const html = await (await app.request(path)).text();
    const gzipped = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
    const overWire = (await gzipped.arrayBuffer()).byteLength;
    const asked = [
      ...html.matchAll(
        /<(?:link[^>]+rel="(?:stylesheet|icon|preload)"|script|img|iframe)[^>]*?(?:href|src)="([^"]+)"/g,
      ),
    ]
      .map(([, url]) => url!)
      .filter((url) => !url.startsWith('data:'));
    const sheets = asked.map((url) => {
      const file = files.get(url);
      if (file?.type !== 'text/css') throw new Error(`${path} asks for ${url}`);
      return brotliCompressSync(file.text).byteLength;
    });
    const sum = overWire + sheets.reduce((a, b) => a + b, 0);
    const requests = 1 + asked.length;
    const kb = (n: number) => `${(n / 1024).toFixed(1)} KB`;
    return row(
      `a first visit: ${what}`,
      '14 KB, 2 requests',
      `${kb(sum)}, ${requests} requests`,
      sum <= BUDGET && requests <= 2,
      `HTML ${kb(overWire)} as the function sends it (gzip; ${kb(brotliCompressSync(html).byteLength)} by brotli), CSS ${kb(sum - overWire)} (brotli, by CloudFront).`,
    );
  };
  return [
    await visit('home, 12 events', routes.home()),
    await visit('event', routes.event(event.id)),
    await visit('registration form', routes.register(event.id)),
  ];
};
