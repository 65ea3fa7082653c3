import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fileLengths,
  filesBelow,
  filesNaming,
  filesPerFolder,
  functionLengths,
  hardComments,
  p90,
  parameterCounts,
} from './code-figures';
import { codeFigures } from './figures';

describe('the figures of the structure', () => {
  test.each(codeFigures())('$name: at most $atMost', ({ value, atMost, places }) => {
    expect(places).toEqual([]);
    expect(value).toBeLessThanOrEqual(atMost);
  });
});

/** A small tree with one fault of each kind: what is measured above is really measured. */
describe('a figure that is exceeded is found', () => {
  let root: string;
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'figures-'));
    mkdirSync(join(root, 'functions'));
    for (let i = 0; i < 16; i++) write(`functions/f${i}.ts`, 'export const a = 1;\n');
    write(
      'functions/f0.ts',
      `/** Tells ${'who'}ever is here. */\nexport const long = (a: 1, b: 2, c: 3, d: 4, e: 5) => {\n${'  a;\n'.repeat(90)}};\n// ${'no'}body\nconst url = 'https://x.example/whom';\n`,
    );
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const files = () => filesBelow('functions', root);

  test('files in one folder', () => {
    expect(filesPerFolder(files())[0]).toEqual({ at: 'functions', value: 16 });
  });

  test('lines of a file, the longest first, and what 90 % do not exceed', () => {
    const lengths = fileLengths(files(), root);
    expect(lengths[0]).toEqual({ at: 'functions/f0.ts', value: 95 });
    expect(p90(lengths)).toBe(1);
    expect(p90([5, 4, 3].map((value) => ({ value, at: '' })))).toBe(5);
  });

  test('lines and positional parameters of a function', () => {
    expect(functionLengths(files(), root)[0]).toEqual({ at: 'functions/f0.ts:2 long', value: 92 });
    expect(parameterCounts(files(), root)[0]).toEqual({ at: 'functions/f0.ts:2 long', value: 5 });
  });

  test('hard words in comments, and not in texts', () => {
    expect(hardComments(files(), root)).toHaveLength(2);
  });

  test('files that name a field', () => {
    expect(filesNaming('long', files(), root)).toEqual(['functions/f0.ts']);
  });
});
