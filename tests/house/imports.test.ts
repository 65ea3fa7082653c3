import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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

/** Which folders touch a table. Every other folder calls their abilities. */
const TOUCHED_BY: Record<string, string[]> = {
  accountsTable: ['directory/accounts', 'directory/sign-in'],
  unitsTable: ['directory/units'],
  bodiesTable: ['directory/bodies'],
  auditTable: ['platform/audit', 'background/streams'],
  programmeTable: ['programme/plans'],
  // Pools and blocks share the event's partition, so that the event and its seats are one query.
  eventsTable: ['events/event', 'events/scheduling', 'seats'],
  // The ledger confirms the first person of the queue, in the same protocol as the claim.
  registrationsTable: ['events/registrations', 'events/attendance', 'seats'],
  nominationsTable: ['events/nominations'],
  invitationsTable: ['events/invitations'],
  noticesTable: ['outbox', 'notices', 'background'],
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
  test('are touched by the folders that own them alone', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const path of [...filesBelow('functions'), ...filesBelow('web')]) {
      if (path === 'functions/tables.ts') continue;
      for (const name of importedValues(readFileSync(join(ROOT, path), 'utf8'))) {
        if (!/^\w+Table$/.test(name) || !tables.some((t) => `${t.name}Table` === name)) continue;
        seen++;
        const owners = TOUCHED_BY[name] ?? [];
        if (!owners.some((owner) => path.startsWith(`functions/${owner}/`)))
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
