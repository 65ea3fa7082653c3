import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

interface Entry {
  version: string;
  resolved?: string;
  integrity?: string;
  /** Lies inside the archive of the package around it, whose hash covers it. */
  inBundle?: boolean;
  /** Points to a folder of this repository. */
  link?: boolean;
}

const lock = JSON.parse(
  await readFile(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8'),
) as { lockfileVersion: number; packages: Record<string, Entry> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('the lock file', () => {
  test('has a hash for every package, those of other platforms too', () => {
    expect(packages.length).toBeGreaterThan(100);
    const without = packages.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
    expect(without.map(([path]) => path)).toEqual([]);
    for (const [path, { integrity }] of packages)
      if (integrity)
        expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[\w+/]{86}==$/)]);
  });

  test('names no host, so that packages come from the registry of who installs', () => {
    expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  });

  test('has no package of a folder or a repository', () => {
    expect(packages.filter(([path, { link }]) => link || !path.startsWith('node_modules/'))).toEqual([]);
  });
});

describe('npm run sbom', () => {
  test('lists every package, with the hash of what is deployed', async () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    await promisify(execFile)('npm', ['run', 'sbom'], { cwd: root });
    const { bomFormat, components } = JSON.parse(await readFile(`${root}/dist/sbom.json`, 'utf8')) as {
      bomFormat: string;
      components: {
        name: string;
        hashes?: { alg: string }[];
        properties: { name: string; value: string }[];
      }[];
    };
    const { dependencies, devDependencies } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
    const deployed = components.filter(
      ({ properties }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
    );
    const names = deployed.map(({ name }) => name);
    expect(bomFormat).toBe('CycloneDX');
    expect(components.length).toBeGreaterThan(deployed.length);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    // A type package that a deployed package may bring along counts as one of both kinds.
    const local = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'));
    expect(names.filter((name) => local.includes(name))).toEqual([]);
    for (const { name, hashes } of deployed) expect([name, hashes?.[0]?.alg]).toEqual([name, 'SHA-512']);
  });
});
