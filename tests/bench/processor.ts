import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFunction } from '../../infra/build/functions';
import { apiEvent } from '../infra/api-event';
import { assets } from '../support/assets';
import { environment } from '../support/built/environment';
import { benchWorld, openEvent, prepare } from './bench-world';
import { median, type Row, row } from './rows';

const STARTS = 7;
const PAGES = 300;
/** Processor milliseconds. */
const FIRST = 120;
const WARM = 8;

interface Measured {
  first: number;
  warm: number;
}

/** A fresh process imports the function, answers one page, and then many. */
const code = (url: string, event: object) => `
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const { handler } = await import(${JSON.stringify(url)});
const event = ${JSON.stringify(event)};
const page = async () => { const { statusCode } = await handler(event); if (statusCode !== 200) throw new Error(String(statusCode)); };
const started = used();
await page();
const first = used() - started;
for (let i = 0; i < ${PAGES}; i++) await page();
const before = used();
for (let i = 0; i < ${PAGES}; i++) await page();
process.stdout.write('\\n' + JSON.stringify({ first, warm: (used() - before) / ${PAGES} }));
process.exit(0);`;

/** Processor time of pages of the built http function, as Lambda runs it. */
export const processorRows = async (endpoint: string): Promise<Row[]> => {
  const { world } = benchWorld(endpoint, 'processor-');
  await prepare(endpoint, world);
  const event = await openEvent(world, 100);
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await buildFunction('functions/entry/http.ts', directory, assets);
    const script = code(
      pathToFileURL(join(directory, 'index.mjs')).href,
      apiEvent('GET', `/lop/${event.id}`),
    );
    const measure = (): Measured => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, ...environment(world, endpoint) },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const last = stdout.split('\n').at(-1);
      if (!last?.startsWith('{')) throw new Error(`the function does not answer: ${stderr.slice(-300)}`);
      return JSON.parse(last);
    };
    const all = Array.from({ length: STARTS }, measure);
    const [first, warm] = [median(all.map((m) => m.first)), median(all.map((m) => m.warm))];
    return [
      row(
        'processor time of the first page after a start',
        `${FIRST} ms`,
        `${Math.round(first)} ms`,
        first <= FIRST,
      ),
      row('processor time of a warm page', `${WARM} ms`, `${warm.toFixed(1)} ms`, warm <= WARM),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};
