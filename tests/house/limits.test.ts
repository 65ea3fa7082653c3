import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, ROOT } from './code-figures';

/** A limit in figures: of a test or a hook, or of what it waits for. */
const OWN_LIMIT = /^\s*\}, \d[\d_]*\);$|expect\.poll\(.*timeout: \d/m;

describe('tests', () => {
  test('have no limits of their own: those of tests/limits.ts hold on a busy machine', () => {
    const tests = filesBelow('tests').filter((path) => /\.test\.tsx?$/.test(path));
    expect(tests.length).toBeGreaterThan(100);
    expect(tests.filter((path) => OWN_LIMIT.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  test('with one are found', () => {
    expect(OWN_LIMIT.test('  }, 60_000);')).toBe(true);
    const polled = ['await expect', '.poll(read, { timeout: 5_000 }).toBe(1)'].join('');
    expect(OWN_LIMIT.test(polled)).toBe(true);
    expect(OWN_LIMIT.test('  }, LONG);')).toBe(false);
  });
});
