import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BUTTON, DONE, QUERY, STEP, withQuery } from '../../web/query';
import { routes } from '../../web/routes';

describe('A path with a query', () => {
  test('says what was done, as the pages read it', () => {
    const path = withQuery(routes.reviewed(), { [QUERY.done]: DONE.corrected });
    expect(path).toBe('/xem-lai/dang-ky?xong=sua');
    expect(new URL(path, 'https://x.example').searchParams.get(QUERY.done)).toBe(DONE.corrected);
  });

  test('leaves out what is empty, and writes a flag as a name alone', () => {
    expect(withQuery('/', { [QUERY.search]: undefined, [QUERY.kind]: '' })).toBe('/');
    expect(withQuery('/', { [QUERY.sent]: true, [QUERY.search]: 'hòa giải & hội thi' })).toBe(
      '/?da-gui&tim=h%C3%B2a+gi%E1%BA%A3i+%26+h%E1%BB%99i+thi',
    );
  });
});

const ROOT = fileURLToPath(new URL('../../web/', import.meta.url));
const sourcesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesBelow(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

describe('The words of addresses and buttons', () => {
  /** `query('xong')`, `?xong=`, `name="buoc"`, `fields.buoc`, `=== 'cu'` beside a step. */
  const SPELLED = [
    /\.query\('/,
    new RegExp(`[?&](${Object.values(QUERY).join('|')})(=|['"\`])`),
    new RegExp(`(name="|fields\\.|fields\\[')(${Object.values(BUTTON).join('|')})\\b`),
    new RegExp(`step [!=]== '(${Object.values(STEP).join('|')})'`),
  ];
  const spelled = (source: string) => SPELLED.some((pattern) => pattern.test(source));

  test.each(['public', 'parts', 'site', 'ui'])('stand in query.ts alone (%s)', (folder) => {
    const sources = sourcesBelow(folder);
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.filter((path) => spelled(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  test('are found where a page spells one itself', () => {
    expect(spelled("c.req.query('xong')")).toBe(true);
    expect(spelled("here(c, routes.reviewed()) + '?xong=sua'")).toBe(true);
    expect(spelled('<Button name="buoc" value="xem">')).toBe(true);
    expect(spelled("if (fields.buoc !== 'cu')")).toBe(true);
    expect(spelled("if (step === 'cu')")).toBe(true);
    expect(spelled('c.req.query(QUERY.done) === DONE.corrected')).toBe(false);
  });
});
