import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { withSourceLines } from '../../functions/entry/source-lines';

test('a trace of the built code names the lines of the sources', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'trace-'));
  try {
    const source = join(directory, 'ability.ts');
    await writeFile(source, "// one\n\nexport const fail = () => {\n  throw new Error('wrong');\n};\n");
    const outfile = join(directory, 'index.mjs');
    await build({
      entryPoints: [source],
      outfile,
      format: 'esm',
      minify: true,
      sourcemap: 'linked',
      bundle: true,
    });
    const script = `import(${JSON.stringify(pathToFileURL(outfile).href)}).then(({ fail }) => {
      try { fail(); } catch (error) { process.stdout.write(error.stack); }
    })`;
    // Not in this process: the test runner maps traces itself.
    const stack = execFileSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(stack).toContain('index.mjs:1:');
    expect(withSourceLines(stack)).toMatch(/ability\.ts:4:\d+/);
    const unknown = 'at x (file:///nowhere/part.mjs:1:2)';
    expect(withSourceLines(unknown)).toBe(unknown);
  } finally {
    await rm(directory, { recursive: true });
  }
});
