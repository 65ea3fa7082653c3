import { readFile } from 'node:fs/promises';
import type { PageAssets } from '../../web/assets';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { benchWorld, NOW, ORIGIN } from './bench-world';

/**
 * Imports or exports a list through the site in a process of its own, as a bundle:
 * `node index.mjs <endpoint> <prefix> <event> <token> import <file>`, or `… export`. Says what it took.
 */
const [endpoint, prefix, eventId, token, what, file] = process.argv.slice(2) as string[];
let written = 0;
const { world } = benchWorld(endpoint!, prefix!);
const running = {
  ...world,
  db: world.db.metered((cost) => {
    written += cost.write;
  }),
  // Portions end by the clock, which must move for that.
  now: () => NOW + Math.floor(performance.now()),
};
/** Put in by the build, so that the bundle is as light as a Lambda's. */
const assets = JSON.parse(process.env.PAGE_ASSETS!) as PageAssets;
const app = site(running, assets);
const headers = { authorization: `Bearer ${token}`, origin: ORIGIN };

const ask = async (path: string, body?: FormData): Promise<string> => {
  const response = await app.request(ORIGIN + path, { headers, ...(body && { method: 'POST', body }) });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return response.text();
};

/** As a browser would: the file, then what the page's form carries, until there is no more to send. */
const importAll = async (): Promise<{ requests: number; last: string }> => {
  const path = routes.consoleImport(eventId!);
  const first = new FormData();
  first.set('file', new File([new Uint8Array(await readFile(file!))], 'danh-sach.xlsx'));
  first.set('attest', 'on');
  first.set('buoc', 'xem');
  let html = await ask(path, first);
  let requests = 1;
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const list = /<textarea name="list" hidden="">([^<]*)</.exec(html)![1]!;
  do {
    const next = new FormData();
    for (const [name, text] of Object.entries({ list, attest: 'on', buoc: 'nhap' })) next.set(name, text);
    for (const name of ['tu', 'dem']) next.set(name, value(name));
    html = await ask(path, next);
    requests++;
  } while (html.includes('value="nhap"'));
  return { requests, last: /Đã xong [\d.]+ trên [\d.]+ dòng/.exec(html)![0] };
};

const exportAll = async () => ({ bytes: (await ask(routes.consoleExport(eventId!, 'xlsx'))).length });

const done = what === 'import' ? await importAll() : await exportAll();
console.log(JSON.stringify({ ...done, written, peak: process.resourceUsage().maxRSS * 1024 }));
process.exit(0);
