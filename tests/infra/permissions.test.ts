import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, buildAll, FUNCTIONS } from '../../infra/build/functions';
import { PERMISSIONS } from '../../infra/constructs/permissions';
import { aliasesIn, callsIn, callsOf } from './calls';
import { importedByOurs, islandsMeta, packagesIn } from './packages';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let out: string;
let built: Built;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'built-'));
  built = await buildAll(out);
});
afterAll(() => rm(out, { recursive: true }));

/** The files of http that are read with one of its modules: its own, and what it imports at once. */
const partsOf = (module: string): string[] => {
  const { outputs } = built.functions.http.meta;
  const parts = new Set<string>();
  const walk = (path: string) => {
    if (parts.has(path)) return;
    parts.add(path);
    for (const { kind, path: next, external } of outputs[path]!.imports)
      if (kind === 'import-statement' && !external) walk(next);
  };
  walk(Object.keys(outputs).find((path) => outputs[path]!.entryPoint === module)!);
  return [...parts];
};
const inputsOf = (part: string): string[] =>
  Object.entries(built.functions.http.meta.outputs[part]!.inputs).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [path] : [],
  );
const packagesOf = (part: string): string[] =>
  inputsOf(part).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);

describe('what a function may do', () => {
  test.each(FUNCTIONS)('%s is granted the calls that its code makes, and no others', async (name) => {
    expect(PERMISSIONS[name]).toEqual(await callsOf(`functions/entry/${name}.ts`, ROOT));
  });

  test('only what every request needs is loaded at the start of http', () => {
    const packages = new Set(partsOf('functions/entry/http.ts').flatMap(packagesOf));
    const heavy = [
      'docx',
      'nodemailer',
      'ical-generator',
      'markdown-it',
      'write-excel-file',
      '@e965/xlsx',
      'yauzl',
      'fflate',
    ];
    const late = [...heavy, '@aws-sdk/client-s3', '@aws-sdk/client-ses', '@aws-sdk/s3-request-presigner'];
    expect(late.filter((name) => packages.has(name))).toEqual([]);
    expect(packages).toContain('hono');
    expect([...packages].filter((name) => /^(aws-cdk-lib|esbuild|aws-ses-v2-local|tsx)/.test(name))).toEqual(
      [],
    );
  });
});

describe('the files of http', () => {
  const start = () => partsOf('functions/entry/http.ts');
  const firstPages = () => partsOf('web/site/open-pages.ts').filter((part) => !start().includes(part));

  test('are few: Node takes a millisecond for each', () => {
    expect(start().length).toBeLessThanOrEqual(12);
    expect(firstPages().length).toBeLessThanOrEqual(14);
  });

  test('of the first pages hold no schemas, and nothing of the pages that follow', () => {
    const inputs = firstPages().flatMap(inputsOf);
    expect(firstPages().flatMap(packagesOf)).not.toContain('zod');
    expect(inputs).toContain('web/public/events/event.tsx');
    expect(inputs.filter((path) => /^web\/(console|public\/(?!events|info))/.test(path))).toEqual([]);
  });
});

describe('what package.json asks for', () => {
  test('in `dependencies` is what runs in AWS or in a browser, and nothing else', async () => {
    const metas = [...FUNCTIONS.map((name) => built.functions[name].meta), await islandsMeta(ROOT)];
    const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const asked = Object.keys(dependencies).sort();
    const carried = packagesIn(metas);
    expect(asked.filter((name) => !carried.has(name))).toEqual([]);
    expect([...importedByOurs(metas)].sort()).toEqual(asked);
  });
});

describe('the reading of calls', () => {
  test('sees direct calls, transactions and other names of a table', () => {
    const source = `
      const sweeps = noticesTable as Table<unknown> as Table<Sweep>;
      const seatsSpec = {
        name: "units", key: {} };
      const blockItems = table<Block>(seatsSpec);
      await db.putIf(blockItems, {}, {});
      const triesTable = table<{ pk: string; n: number }>({ ...registrationsTable });
      await world.db.as('x').put<Event | Pool>(
        eventsTable, item);
      await world.db.delete(sweeps, key);
      addresses = noticesTable;
      const codes = table<Code>(accountsTable);
      await world.db.updateIf(codes, key, {});
      await world.db.get(addresses, key);
      await db.update(triesTable, key, {});
      var init_later = __esm({ "functions/later.ts"() { marks = bodiesTable; } });
      var marks, KEPT;
      await world.db.query(marks, {});
      await world.db.transactIf([{ update: key, table: bodiesTable },
        { check: key, table: bodiesTable, if: '' }], t);
      await world.files.get(key); await world.mail.send(m);`;
    const { tables, files, mail } = callsIn(source, aliasesIn([source]));
    expect(Object.fromEntries([...tables].map(([t, v]) => [t, [...v].sort().join(' ')]))).toEqual({
      events: 'put',
      accounts: 'update',
      notices: 'delete get',
      registrations: 'update',
      units: 'put',
      bodies: 'check query update',
    });
    expect([...files]).toEqual(['read']);
    expect(mail).toBe(true);
  });
});
