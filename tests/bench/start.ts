import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Metafile } from 'esbuild';
import { buildFunction } from '../../infra/build/functions';
import { assets } from '../support/assets';
import { median, type Row, row } from './rows';

const TIMES = 21;

const ENVIRONMENT = {
  AWS_REGION: 'ap-southeast-1',
  PUBLIC_ORIGIN: 'https://nhipcau.test',
  TABLE_PREFIX: 'x-',
  FILES_BUCKET: 'files',
  PERSON_KEY_SECRET: 'p'.repeat(64),
  TOKEN_SECRET: 't'.repeat(64),
  ORIGIN_SECRET: 'o'.repeat(64),
  MAIL_FROM: 'a@b.vn',
  DEPARTMENT_NAME: 'a',
  DEPARTMENT_PARENT: 'a',
  DEPARTMENT_PLACE: 'a',
  DEPARTMENT_CODE: 'a',
  HELP_NAME: 'a',
  HELP_PHONE: '1',
  HELP_EMAIL: 'a@b.vn',
};

/** Milliseconds that a fresh process takes to import the file. */
const importTime = (file: string): number => {
  const code = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - t); process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
  });
  const ms = Number(stdout);
  if (!(ms > 0)) throw new Error(`${file} does not start: ${stderr}`);
  return ms;
};

/** Bytes that a start reads, package by package: the entry and what it imports at once. */
const early = (meta: Metafile): [string, number][] => {
  const entry = Object.keys(meta.outputs).find((path) => /index\.mjs$/.test(path))!;
  const seen = new Set<string>();
  const walk = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of meta.outputs[path]!.imports)
      if (next.kind === 'import-statement' && !next.external) walk(next.path);
  };
  walk(entry);
  const bytes = new Map<string, number>();
  for (const path of seen)
    for (const [input, { bytesInOutput }] of Object.entries(meta.outputs[path]!.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split('/')[0]!;
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  return [...bytes].sort((a, b) => b[1] - a[1]);
};

/** The start of the http function, against the least that such a function loads. */
export const startRows = async (): Promise<Row[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  const build = (entry: string, name: string) => buildFunction(entry, join(directory, name), assets);
  try {
    const meta = await build('functions/entry/http.ts', 'http');
    await build('tests/bench/baseline.ts', 'baseline');
    const [ours, least]: [number[], number[]] = [[], []];
    for (let i = 0; i < TIMES; i++) {
      ours.push(importTime(join(directory, 'http', 'index.mjs')));
      least.push(importTime(join(directory, 'baseline', 'index.mjs')));
    }
    const ratio = median(ours) / median(least);
    const loaded = early(meta);
    const total = loaded.reduce((sum, [, n]) => sum + n, 0);
    const heaviest = loaded.slice(0, 8).map(([name, n]) => `${name} ${Math.round(n / 1024)} KB`);
    return [
      row(
        "start of the API function, against Hono + client-dynamodb's",
        '1.3×',
        `${ratio.toFixed(2)}× (${Math.round(median(ours))} / ${Math.round(median(least))} ms)`,
        ratio <= 1.3,
        `${Math.round(total / 1024)} KB are read at once: ${heaviest.join(', ')}.`,
      ),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};
