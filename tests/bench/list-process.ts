import { readFile } from 'node:fs/promises';
import type { PageAssets } from '../../web/assets';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { benchWorld, NOW, ORIGIN } from './bench-world';
import { diskFiles } from './disk-files';

/**
 * Orders the import of a list, or exports one, through the site in a process of its own, as a bundle:
 * `node index.mjs <endpoint> <prefix> <files> <event> <token> order <file>`, `… export`, or `… export <times>`. Says what
 * it took: the processor time is that of each export, without the start of the process.
 */
const [endpoint, prefix, folder, eventId, token, what, file] = process.argv.slice(2) as string[];
let written = 0;
const { world } = benchWorld(endpoint!, prefix!);
const running = {
  ...world,
  files: diskFiles(folder!),
  db: world.db.metered((cost) => {
    written += cost.write;
  }),
  now: () => NOW + Math.floor(performance.now()),
};
/** Put in by the build, so that the bundle is as light as a Lambda's. */
const assets = JSON.parse(process.env.PAGE_ASSETS!) as PageAssets;
const app = site(running, assets);
const headers = { authorization: `Bearer ${token}`, origin: ORIGIN };

const ask = async (path: string, body?: FormData): Promise<Response> => {
  const response = await app.request(ORIGIN + path, { headers, ...(body && { method: 'POST', body }) });
  if (response.status >= 400) throw new Error(`${path} answered ${response.status}`);
  return response;
};

/** As a browser would: the file, then what the page's form carries. */
const order = async (): Promise<{ id: string }> => {
  const path = routes.consoleImport(eventId!);
  const first = new FormData();
  first.set('file', new File([new Uint8Array(await readFile(file!))], 'danh-sach.xlsx'));
  first.set('attest', 'on');
  first.set('buoc', 'xem');
  const html = await (await ask(path, first)).text();
  const list = /<textarea name="list" hidden="">([^<]*)</.exec(html)![1]!;
  const next = new FormData();
  for (const [name, text] of Object.entries({ list, attest: 'on', buoc: 'nhap' })) next.set(name, text);
  const started = await ask(path, next);
  return { id: started.headers.get('location')!.split('/').at(-1)! };
};

const exportAll = async () => {
  const cpuMs: number[] = [];
  for (let i = 0; i < Number(file ?? 1); i++) {
    const before = process.cpuUsage();
    await (await ask(routes.consoleExport(eventId!, 'xlsx'))).arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    cpuMs.push((user + system) / 1_000);
  }
  return { cpuMs };
};

/** Not by an await at the top: a part of the bundle that is loaded later may wait for this file itself. */
const main = async () => {
  const done = what === 'order' ? await order() : await exportAll();
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ ...done, written, peak }));
  process.exit(0);
};
void main();
