import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, test } from 'vitest';
import { tables } from '../../functions/tables';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const config: IConfiguration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

const look = async (forbidden: IConfiguration['forbidden']): Promise<ICruiseResult> => {
  const tsConfig = extractTSConfig(join(ROOT, 'tsconfig.json'));
  const { output } = await cruise(
    ['functions', 'web', 'infra'],
    { ...config.options, baseDir: ROOT, ruleSet: { forbidden: forbidden ?? [] }, validate: true },
    {},
    { tsConfig },
  );
  return output as ICruiseResult;
};
const broken = ({ summary }: ICruiseResult) =>
  summary.violations.map(
    (v) =>
      `${v.rule.name}: ${v.from} → ${v.to}${v.cycle ? ` (${v.cycle.map((c) => c.name).join(' → ')})` : ''}`,
  );

describe('who may know whom', () => {
  test('holds everywhere', async () => {
    const result = await look(config.forbidden);
    expect(result.modules.length).toBeGreaterThan(100);
    expect(result.modules.filter((m) => m.source.endsWith('.tsx')).length).toBeGreaterThan(10);
    expect(broken(result)).toEqual([]);
  });

  test('is really looked at: a rule against what is everywhere finds it', async () => {
    const result = await look([
      { name: 'pages', severity: 'error', from: { path: '^web/' }, to: { path: '^functions/' } },
      {
        name: 'late',
        severity: 'error',
        from: { path: '^functions/' },
        to: { path: 'node_modules/@aws-sdk/client-s3/', dependencyTypes: ['dynamic-import'] },
      },
    ]);
    const names = broken(result).map((line) => line.split(':')[0]);
    expect(names.filter((n) => n === 'pages').length).toBeGreaterThan(30);
    expect(names).toContain('late');
  });
});

/**
 * A noun's table is touched by its own folder alone; others call its abilities. The pairs below are one
 * thing seen from two sides.
 */
const SHARED: Record<string, { folders: string[]; reason: string }> = {
  eventsTable: {
    folders: ['seats'],
    reason: "pools and blocks stand in the event's partition, so that event and room are one query",
  },
  registrationsTable: {
    folders: ['seats'],
    reason: 'the ledger confirms whoever is first in line, in the same protocol as the claim',
  },
};

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** The names that a source imports as values, not as types. */
const importedValues = (source: string): string[] =>
  [...source.matchAll(/^import (?!type)[^;]*?\{([^}]*)\}[^;]*?from/gm)].flatMap(([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith('type '))
      .map((name) => name.split(' as ')[0]!),
  );

describe('tables', () => {
  test("are touched by their noun's folder alone", () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const path of [...filesBelow('functions'), ...filesBelow('web')]) {
      if (path === 'functions/tables.ts') continue;
      const [top, folder] = relative('.', path).split('/');
      for (const name of importedValues(readFileSync(join(ROOT, path), 'utf8'))) {
        if (!/^\w+Table$/.test(name) || !tables.some((t) => `${t.name}Table` === name)) continue;
        seen++;
        const own = name.replace(/Table$/, '');
        if (top === 'functions' && (folder === own || SHARED[name]?.folders.includes(folder!))) continue;
        wrong.push(`${path} imports ${name}`);
      }
    }
    expect(seen).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('are given to the stack and the local runner, every one', () => {
    const declared = filesBelow('functions').flatMap((path) =>
      [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^export const (\w+)Table = table/gm)].map(
        ([, n]) => n!,
      ),
    );
    expect(declared.sort()).toEqual(tables.map((t) => t.name).sort());
  });
});

describe('names', () => {
  test('no folder or file is a drawer for anything', () => {
    const drawers = ['functions', 'web', 'infra', 'tests']
      .flatMap(filesBelow)
      .filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|-)/.test(path));
    expect(drawers).toEqual([]);
  });
});
