import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nominationLink } from '../../functions/events/nominations/read';
import { buildFunction } from '../../infra/build/functions';
import { giveQuota } from '../events/nominations/scene';
import { assets } from '../support/assets';
import { environment } from '../support/built/environment';
import { addEvent } from '../support/events';
import { addPlaces } from '../support/places';
import { useWorld } from '../support/world';
import { apiEvent } from './api-event';

const run = promisify(execFile);
const ORIGIN = 'https://nhipcau.test';

/** The http function as it is deployed: built, in a process of its own, with events of API Gateway. */
describe('the built http function', () => {
  const world = useWorld();
  const directory = mkdtempSync(join(tmpdir(), 'http-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  let link: string;
  let meta: Metafile;
  beforeAll(async () => {
    world.clock.at = Date.now(); // the built function has the machine's clock
    await addPlaces(world);
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await giveQuota(world, event.id, { quota: 5 });
    link = new URL(nominationLink(world, nomination)).pathname;
    meta = await buildFunction('functions/entry/http.ts', join(directory, 'http'), assets);
  });

  /** Posts a file to the link's form for lists; what the function answers. */
  const post = async (name: string, bytes: Uint8Array): Promise<{ statusCode: number; body: string }> => {
    const form = new FormData();
    form.set('file', new File([bytes.slice()], name));
    form.set('basis', 'paper');
    form.set('buoc', 'xem');
    const request = new Request(ORIGIN, { method: 'POST', body: form });
    const body = Buffer.from(await request.arrayBuffer()).toString('base64');
    const contentType = request.headers.get('content-type')!;
    const event = apiEvent('POST', `${link}/dan-tu-excel`, {
      headers: { 'content-type': contentType, origin: ORIGIN },
      body,
    });
    writeFileSync(join(directory, 'event.json'), JSON.stringify({ ...event, isBase64Encoded: true }));
    writeFileSync(
      join(directory, 'call.mjs'),
      `import { readFileSync } from 'node:fs';
       const { handler } = await import(${JSON.stringify(pathToFileURL(join(directory, 'http/index.mjs')).href)});
       console.log(JSON.stringify(await handler(JSON.parse(readFileSync(process.argv[2], 'utf8')))));
       process.exit(0);`,
    );
    const { stdout } = await run(
      process.execPath,
      [join(directory, 'call.mjs'), join(directory, 'event.json')],
      {
        env: { ...process.env, ...environment(world, inject('dynamo')) },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1)!);
  };

  test('reads a list in the thread that was built beside it', async () => {
    const list = 'Họ và tên;Số điện thoại;Xã\nDanh Mẫu Sóc;0912345678;Định An';
    const { statusCode, body } = await post('ds.csv', strToU8(list));
    expect([statusCode, wordsOf(body)]).toEqual([200, expect.stringContaining('Danh Mẫu Sóc')]);
  });

  test('loads S3, SES and the thread by files that share nothing with its start', () => {
    const start = readAtOnce(meta, 'index.mjs');
    for (const file of ['s3-sdk.mjs', 'ses-sdk.mjs', 'file-worker.mjs'])
      expect(
        readAtOnce(meta, file).filter((path) => start.includes(path)),
        file,
      ).toEqual([]);
  });

  test('starts without the code that draws pages', () => {
    const modules = readAtOnce(meta, 'index.mjs').flatMap((file) => Object.keys(meta.outputs[file]!.inputs));
    expect(modules).toContain('web/site/site.ts');
    expect(modules.filter((path) => /hono\/dist\/jsx\/|^web\/ui\/|\.tsx$/.test(path))).toEqual([]);
  });

  test('answers a file that is made to exhaust it by what is wrong with it', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8(' '.repeat(35_000_000)) }, { level: 9 });
    const { statusCode, body } = await post('bom.xlsx', bomb);
    expect([statusCode, wordsOf(body)]).toEqual([422, expect.stringContaining('Tệp quá lớn')]);
  });
});

/** The files that importing this one reads at once, itself included. */
const readAtOnce = ({ outputs }: Metafile, file: string): string[] => {
  const found = new Set<string>();
  const read = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of outputs[path]!.imports)
      if (kind === 'import-statement' && !external) read(next);
  };
  read(Object.keys(outputs).find((path) => path.endsWith(`/${file}`))!);
  return [...found];
};

const wordsOf = (html: string) => parse(html).querySelector('main')!.text.replace(/\s+/g, ' ');
