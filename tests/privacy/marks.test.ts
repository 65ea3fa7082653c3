import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeOf } from '../../functions/background/streams/audit-change';
import { PLACES } from '../../functions/privacy/places/place';
import { FATES, FILES } from '../../functions/privacy/record/fates';
import { EVERY_KIND } from '../../functions/privacy/record/page';
import { tables } from '../../functions/tables';

describe('what is personal, as the record of processing says', () => {
  test('is removed by a place when its person is forgotten, or stays for a reason that is said', () => {
    for (const { table, why } of EVERY_KIND)
      for (const name of Object.keys(why).filter((one) => why[one])) {
        const fate = FATES[table]?.[name];
        expect([table, name, fate]).toEqual([table, name, expect.anything()]);
        if (typeof fate === 'string') expect(PLACES).toContain(fate);
        else expect(fate!.stays.length).toBeGreaterThan(20);
      }
  });

  test('never stands in the history with its value', () => {
    for (const { name: table } of tables.filter(({ stream }) => stream))
      for (const [name, fate] of Object.entries(FATES[table] ?? {})) {
        // The rows of an import are no history at all; that a person is restricted is told, by its time.
        if (typeof fate !== 'string' || table === 'imports' || name === 'restricted') continue;
        const item = { pk: 'x', id: 'x', by: 'acc', [name]: ['người nào đó'] };
        const change = changeOf({ table, after: item, sequence: '1', at: 0 });
        expect([table, name, change?.fields[name] ?? 'hidden']).toEqual([table, name, 'hidden']);
      }
  });

  test('of every file is said by the beginning of its key', () => {
    const sources = readdirSync('functions', { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    const keys = sources.flatMap((text) =>
      [...text.matchAll(/`([a-z]+)\/\$\{|const FOLDER = '([a-z]+)'/g)].map(([, a, b]) => `${a ?? b}/`),
    );
    const files = [...new Set(keys)]
      .filter((key) => /^(lists|poison|letters|documents|forgotten|library|incoming)\//.test(key))
      .sort();
    expect(files).toEqual(Object.keys(FILES).sort());
  });
});
