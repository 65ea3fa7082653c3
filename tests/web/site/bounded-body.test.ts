import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { mustBeModest } from '../../../functions/api/contract/json-body';
import { routes } from '../../../web/routes';
import { furnish, publishedEvent } from '../../support/events';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let form = '';
let api = '';
let staff: Visitor;
beforeAll(async () => {
  await furnish(world);
  const { id } = await publishedEvent(world, { capacity: 50 });
  form = routes.register(id);
  api = `/events/${id}/registrations`;
  staff = await signIn(world, { role: 'organizer', bearer: true });
});
afterEach(() => void vi.restoreAllMocks());

const fields = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, '1']));
const FILE = new File(['x'], 'a.csv');
/** How often a body was parsed as a form. */
const parsing = () => vi.spyOn(Response.prototype, 'formData');

describe('a form', () => {
  test.each([
    ['is too large', { fullName: 'x'.repeat(66_000) }, 'nhiều nhất 64 KB'],
    ['has too many fields', fields(501), 'quá nhiều mục: nhiều nhất 500'],
    ['has too many parts', { ...fields(5_000), file: FILE }, 'quá nhiều mục: nhiều nhất 5.000'],
    ['has a file that is too large', { file: new File(['x'.repeat(4_500_000)], 'a.csv') }, 'nhiều nhất 4 MB'],
  ])('that %s is refused before it is parsed', async (_, sent, words) => {
    const parsed = parsing();
    const { status, text } = await visitor(world).post(form, sent);
    expect([status, text]).toEqual([413, expect.stringContaining(words)]);
    expect(parsed).not.toHaveBeenCalled();
  });

  test.each([
    ['as many fields as the longest has', fields(499)],
    ['as many parts as the longest list has questions', { ...fields(4_990), file: FILE }],
    ['a file of 4 MB', { file: new File(['x'.repeat(4 * 1024 * 1024)], 'a.pdf') }],
  ])('with %s is read', async (_, sent) => {
    const { status, page } = await visitor(world).post(form, { ...sent, fullName: 'Trần Mẫu' });
    expect(status).toBe(422);
    expect(page.querySelector('input[name=fullName]')!.getAttribute('value')).toBe('Trần Mẫu');
  });

  test('of staff may be longer: thousands of ticks', async () => {
    const { page } = await staff.post(form, { ...fields(5_000), fullName: 'Trần Mẫu' });
    expect(page.querySelector('input[name=fullName]')!.getAttribute('value')).toBe('Trần Mẫu');
    expect((await staff.post(form, fields(10_001))).status).toBe(413);
  });
});

describe('JSON', () => {
  const parsedTexts = () => vi.spyOn(JSON, 'parse');

  test('of a stranger has 64 KB at most', async () => {
    const { status, json } = await visitor(world).api('POST', api, { position: 'x'.repeat(66_000) });
    expect([status, json.code]).toEqual([413, 'too-large']);
    expect(json.title).toContain('64 KB');
  });

  test('of staff, and a list behind a link, may be longer', async () => {
    const text = 'x'.repeat(150_000);
    expect((await staff.api('POST', api, { position: text })).status).toBe(422);
    const list = await visitor(world).api('POST', '/links/nominations/00000000000000000000000000/list', {
      text,
      basis: 'paper',
    });
    expect(list.status).toBe(404);
  });

  test.each([
    ['nested deeply', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'json-too-deep'],
    ['of endless values', `[${'1,'.repeat(100_001)}1]`, 'json-too-many'],
  ])('%s is refused before it is parsed', async (_, body, code) => {
    const parsed = parsedTexts();
    const headers = { 'content-type': 'application/json' };
    const answer = await staff.request(`/api${api}`, { method: 'POST', headers, body });
    expect(parsed.mock.calls.filter(([text]) => text === body)).toEqual([]);
    expect([answer.status, answer.json.code]).toEqual([422, code]);
  });

  test('counts no brackets and commas within texts', () => {
    expect(() =>
      mustBeModest(JSON.stringify({ a: '[{"\\'.repeat(500), b: ','.repeat(200_000) })),
    ).not.toThrow();
    expect(() => mustBeModest(`"\\"${'['.repeat(30)}"`)).not.toThrow();
    expect(() => mustBeModest(`"\\\\"${'['.repeat(30)}`)).toThrow();
  });
});
