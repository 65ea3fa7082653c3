import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tables } from '../../functions/tables';
import { aliasesIn } from '../infra/calls';
import { filesBelow, productFiles, ROOT } from './code-figures';
import { checkImports, config, violationsOf } from './import-rules';

/** A small project of its own, with these files, to show that a rule finds what it forbids. */
const projects: string[] = [];
const projectOf = (files: Record<string, string>): string => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  projects.push(root);
  for (const folder of ['functions', 'web', 'infra']) mkdirSync(join(root, folder));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return root;
};
afterAll(() => {
  for (const root of projects) rmSync(root, { recursive: true });
});

describe('imports', () => {
  test('follow every rule', async () => {
    const result = await checkImports();
    expect(result.modules.length).toBeGreaterThan(100);
    expect(result.modules.filter((m) => m.source.endsWith('.tsx')).length).toBeGreaterThan(10);
    expect(violationsOf(result)).toEqual([]);
  });

  test('are seen at all: a rule against what is everywhere finds it', async () => {
    const result = await checkImports([
      { name: 'pages', severity: 'error', from: { path: '^web/' }, to: { path: '^functions/' } },
      {
        name: 'late',
        severity: 'error',
        from: { path: '^functions/' },
        to: { path: 'files/s3-sdk.ts$', dependencyTypes: ['dynamic-import'] },
      },
    ]);
    const names = violationsOf(result).map((line) => line.split(':')[0]);
    expect(names.filter((n) => n === 'pages').length).toBeGreaterThan(30);
    expect(names).toContain('late');
  });

  test('every folder with code stands on a floor, and every floor has code', () => {
    const folders = [...new Set(productFiles().map((path) => dirname(path)))];
    expect(folders.sort()).toEqual(config.FLOORS.flat().sort());
  });

  test('an arrow to a higher floor is found, also for a type', async () => {
    const root = projectOf({
      'functions/seats/ledger/ledger.ts':
        "import type { Event } from '../../events/event/event';\nexport type A = Event;",
      'functions/events/event/event.ts': 'export interface Event { id: string }',
    });
    expect(violationsOf(await checkImports(config.forbidden, root))).toEqual([
      'floor of functions/seats/ledger: functions/seats/ledger/ledger.ts → functions/events/event/event.ts',
    ]);
  });

  test('an arrow between two folders of one floor is found', async () => {
    const root = projectOf({
      'functions/outbox/calls/calls.ts': "import { a } from '../addresses/addresses';\nexport const b = a;",
      'functions/outbox/addresses/addresses.ts': 'export const a = 1;',
    });
    expect(violationsOf(await checkImports(config.forbidden, root))).toEqual([
      'floor of functions/outbox/calls: functions/outbox/calls/calls.ts → functions/outbox/addresses/addresses.ts',
    ]);
  });

  test('a cycle of folders is found where no file is in a cycle, also by types', async () => {
    const root = projectOf({
      'web/ui/one.ts': "import type { B } from '../parts/events/two';\nexport type A = B;",
      'web/parts/events/two.ts': 'export type B = 1;',
      'web/parts/events/three.ts': "import type { C } from '../../ui/four';\nexport type D = C;",
      'web/ui/four.ts': 'export type C = 2;',
    });
    const found = violationsOf(await checkImports(config.forbidden, root)).map((line) => line.split(':')[0]);
    expect(found).toContain('no-folder-cycles');
    expect(found).not.toContain('no-file-cycles');
  });
});

/** Which folders touch a table. Every other folder calls their abilities. */
const TOUCHED_BY: Record<string, string[]> = {
  accountsTable: [
    'directory/accounts',
    'directory/sessions',
    'directory/recovery',
    'directory/sign-in',
    'directory/staff',
  ],
  unitsTable: ['directory/units'],
  bodiesTable: ['directory/bodies'],
  auditTable: ['platform/audit', 'background/streams'],
  programmeTable: ['programme'],
  // Pools and blocks share the event's partition, so that the event and its seats are one query.
  eventsTable: ['events/event', 'events/scheduling', 'seats'],
  // The ledger confirms the first person of the queue, in the same protocol as the claim.
  registrationsTable: ['events/registrations', 'events/attendance', 'seats'],
  nominationsTable: ['events/nominations'],
  invitationsTable: ['events/invitations'],
  noticesTable: ['outbox', 'notices', 'background', 'privacy/retention'],
};

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
  test('and the typed views of them are touched only by the folders that own them', () => {
    const views = aliasesIn(filesBelow('functions').map((path) => readFileSync(join(ROOT, path), 'utf8')));
    const wrong: string[] = [];
    let seen = 0;
    for (const path of [...filesBelow('functions'), ...filesBelow('web')]) {
      if (path === 'functions/tables.ts') continue;
      for (const name of importedValues(readFileSync(join(ROOT, path), 'utf8'))) {
        const table = tables.some((t) => `${t.name}Table` === name) ? name : `${views.get(name)}Table`;
        const owners = TOUCHED_BY[table];
        if (!owners) continue;
        seen++;
        if (!owners.some((owner) => path.startsWith(`functions/${owner}/`)))
          wrong.push(`${path} imports ${name}`);
      }
    }
    expect(seen).toBeGreaterThan(40);
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
      .flatMap((folder) => filesBelow(folder))
      .filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|-)/.test(path));
    expect(drawers).toEqual([]);
  });
});
