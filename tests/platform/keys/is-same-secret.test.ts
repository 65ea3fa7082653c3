import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSameSecret } from '../../../functions/platform/keys/is-same-secret';
import { productFiles, ROOT } from '../../house/code-figures';

describe('comparing secrets', () => {
  test('the same text or the same bytes are the same secret, and nothing else is', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', Buffer.from('abc'))).toBe(true);
    for (const other of ['', 'ab', 'abd', 'abcd', 'ABC', 'abć'])
      expect(isSameSecret(other, 'abc')).toBe(false);
  });

  test('stands in one file, which alone compares in constant time', () => {
    const comparing = productFiles().filter((path) =>
      readFileSync(join(ROOT, path), 'utf8').includes('timingSafeEqual'),
    );
    expect(comparing).toEqual(['functions/platform/keys/is-same-secret.ts']);
  });

  test('no other file compares a signature, a hash or a secret by === or !==', () => {
    const compares =
      /[!=]==\s*(?:await )?(?:sign|seal|\w*[hH]ash)\(|\b(?:signature|sealed|secret|hash|\w+(?:Hash|Secret))\)?\s*[!=]==\s*(?!\s|undefined|null)/;
    expect(compares.test('given !== seal(world, of)')).toBe(true);
    expect(compares.test('found.tokenHash === hash')).toBe(true);
    expect(compares.test('found.tokenHash === undefined')).toBe(false);
    const comparing = productFiles().filter((path) => compares.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(comparing).toEqual([]);
  });
});
