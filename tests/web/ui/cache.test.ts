import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { World } from '../../../functions/platform/world/world';
import type { PageEnv } from '../../../web/env';
import { keepBriefly } from '../../../web/ui/cache';

const app = new Hono<PageEnv>().get('/', (c) => {
  c.set('world', { settings: { publicOrigin: 'https://nhipcau.test' } } as World);
  keepBriefly(c, 30);
  return c.text('');
});

test.each([
  [{}, 'public, max-age=30'],
  [{ cookie: '__Host-co=2' }, 'public, max-age=30'],
  [{ cookie: '__Host-co=2; phien=x' }, 'private, no-store'],
  [{ authorization: 'Bearer x' }, 'private, no-store'],
])('a public page asked for with %j is kept as %s', async (headers, kept) => {
  const answer = await app.request('/', { headers });
  expect(answer.headers.get('cache-control')).toBe(kept);
  expect(answer.headers.get('vary')).toContain('Cookie');
});
