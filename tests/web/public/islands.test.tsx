import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../../../infra/build/assets';
import { routes } from '../../../web/routes';
import { Island } from '../../../web/ui/island';
import { assets, files } from '../../support/assets';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const { inline, passkey } = assets.islands;
const sourceOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

describe('the islands', () => {
  const world = useWorld();
  let eventId: string;
  beforeAll(async () => {
    await addWholeProvince(world, 2);
    eventId = (await addEvent(world, 10)).id;
  });

  const scriptsOn = async (path: string) => {
    const { status, headers, page, html } = await visitor(world).get(path);
    expect([path, status]).toEqual([path, 200]);
    const scripts = page.querySelectorAll('script');
    return {
      html,
      allowed: /script-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')![1]!.split(' '),
      inline: scripts.filter((s) => !s.hasAttribute('src')).map((s) => s.innerHTML),
      fromFiles: scripts.flatMap((s) => s.getAttribute('src') ?? []),
    };
  };

  test('the content security policy lets in exactly those that are served', async () => {
    const { allowed, inline: served } = await scriptsOn(routes.register(eventId));
    expect(served).toEqual([inline.communes.script, inline.form.script]);
    for (const script of served) expect(allowed).toContain(sourceOf(script));
    const all = Object.values(inline).map(({ script }) => sourceOf(script));
    expect(new Set(allowed)).toEqual(new Set(["'self'", ...all]));
  });

  test('the sign-in page loads the passkey island from a file of the site', async () => {
    const { inline: none, fromFiles } = await scriptsOn(routes.signIn());
    expect([none, fromFiles]).toEqual([[], [passkey]]);
    expect(files.get(passkey)).toMatchObject({ type: 'text/javascript' });
    expect(files.get(passkey)!.text).toContain('navigator.credentials.get');
  });

  test.each([
    ['the list', () => routes.home()],
    ['an event', () => routes.event(eventId)],
    ['the form', () => routes.register(eventId)],
    ['the form in English', () => `/en${routes.register(eventId)}`],
    ['looking up', () => routes.review()],
    ['a forgotten code', () => routes.forgotCode()],
    ['privacy', () => routes.privacy()],
  ])('a public page carries nothing of passkeys: %s', async (_what, path) => {
    const { html, fromFiles } = await scriptsOn(path());
    expect(fromFiles).toEqual([]);
    expect(html).not.toMatch(/passkey|credential/i);
  });

  test('those that stand in a page are small, and none holds the library', () => {
    for (const [name, { script }] of Object.entries(inline)) {
      expect(Buffer.byteLength(script), name).toBeLessThan(800);
      expect(script, name).not.toContain('credentials');
    }
  });

  test('the build writes the file under the URL that the pages name, by its content', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'assets-'));
    try {
      const built = await buildAssets(directory);
      expect(built).toEqual(assets);
      const script = await readFile(join(directory, built.islands.passkey), 'utf8');
      expect(script).toBe(files.get(passkey)!.text);
      const hash = createHash('sha256').update(script).digest('hex').slice(0, 10);
      expect(passkey).toBe(`/static/passkey-${hash}.js`);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test('an island outside of a document is a defect that shows', () => {
    expect(() => (<Island name="form" />).toString()).toThrow('form');
  });
});
