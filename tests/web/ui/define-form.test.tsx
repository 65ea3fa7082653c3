import { Hono } from 'hono';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import type { PageEnv } from '../../../web/env';
import { BUTTON } from '../../../web/query';
import { defineForm } from '../../../web/ui/form';

const form = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    fullName: { label: 'Name' },
    districtId: { as: 'select', label: 'District', errorsOf: ['unitId'] },
    reason: { as: 'text-area', label: 'Reason', codes: { required: 'reason-required' } },
    yearOfBirth: { label: 'Year', codes: { '*': 'year-malformed' } },
    agreed: { as: 'tick', label: 'I agree' },
  }),
  // The year is never shown again.
  again: ({ typed }) => ({ ...typed, yearOfBirth: undefined }),
  fill: (version: number) => ({ version: String(version), fullName: 'Nguyễn Văn Mẫu' }),
  page: (_c, form, version) => (
    <main>
      <form.Errors />
      <form.Post action="/form" hidden={form.errors.length ? { version: String(version + 1) } : {}}>
        <form.Field name="districtId" options={[{ value: 'unt_a', label: 'A' }]} />
        <form.Fields />
      </form.Post>
    </main>
  ),
});

/** Sends the form to a page whose ability does `act`. */
const send = async (act: () => string | Response, typed: Record<string, string> = {}) => {
  const app = new Hono<PageEnv>();
  app.use(async (c, next) => {
    c.set('language', 'vi');
    await next();
  });
  app.get('/form', (c) => form.show(c, 7));
  app.post('/form', (c) =>
    form.handle(
      c,
      (posted) => (posted.moreRows ? form.showAgain(c, posted, 7) : act()),
      // Read again after the refusal.
      async () => 8,
    ),
  );
  app.onError((error, c) => c.text(error instanceof Problem ? error.code : String(error), 500));
  const sent = Object.keys(typed).length > 0;
  const answer = await app.request('/form', sent ? { method: 'POST', body: new URLSearchParams(typed) } : {});
  const page = parse(await answer.text());
  return {
    answer,
    page,
    errorsAt: page.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href')),
    words: page.querySelectorAll('.error-summary a').map((a) => a.text),
  };
};
const refuse = (problem: Problem) => () => {
  throw problem;
};
const TYPED = { fullName: 'Trần Thị Thử', districtId: 'unt_a', agreed: 'on', version: '7' };

describe('a form', () => {
  test('is shown as filled, with what the page knows of a field and the hidden fields', async () => {
    const { answer, page } = await send(() => '/');
    expect(answer.status).toBe(200);
    expect(page.querySelector('#o-fullName')?.getAttribute('value')).toBe('Nguyễn Văn Mẫu');
    expect(page.querySelector('input[name=version]')?.getAttribute('value')).toBe('7');
    expect(page.querySelector('#o-districtId option[value=unt_a]')?.text.trim()).toBe('A');
    expect(page.querySelectorAll('input[name=version]')).toHaveLength(1);
  });

  test('leads where the ability says', async () => {
    const { answer } = await send(() => '/done?x=1', TYPED);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/done?x=1');
  });

  test('or shows the page that the ability answers', async () => {
    const { answer, page } = await send(() => new Response('preview'), TYPED);
    expect(answer.status).toBe(200);
    expect(page.text).toBe('preview');
  });

  test('comes back with what was typed and each error at its own field, in its own order and words', async () => {
    const { answer, page, errorsAt, words } = await send(
      refuse(
        new Problem('invalid', 'invalid', {}, [
          { path: 'yearOfBirth', code: 'too-big', detail: { max: 2027 } },
          { path: 'reason', code: 'required' },
          { path: 'unitId', code: 'unit-unknown' },
          { path: 'districtId', code: 'unit-required' },
          { path: 'elsewhere', code: 'required' },
          { path: 'fullName', code: 'required' },
        ]),
      ),
      TYPED,
    );
    expect(answer.status).toBe(422);
    expect(errorsAt).toEqual(['#o-fullName', '#o-districtId', '#o-reason', '#o-yearOfBirth', '#o-elsewhere']);
    expect(words[2]).toBe('Vui lòng cho biết lý do');
    expect(words[3]).toMatch(/năm/i);
    expect(page.querySelector('#o-fullName')?.getAttribute('value')).toBe('Trần Thị Thử');
    expect(page.querySelector('#o-agreed')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelector('#o-districtId option[selected]')?.getAttribute('value')).toBe('unt_a');
    expect(page.querySelector('#o-reason')?.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('input[name=version]')?.getAttribute('value')).toBe('9');
  });

  test('shows what may be shown again, of what it is about now', async () => {
    const typed = { ...TYPED, yearOfBirth: '1968' };
    const { page } = await send(refuse(invalid('fullName', 'required')), typed);
    expect(page.querySelector('#o-yearOfBirth')?.getAttribute('value')).toBe('');
    expect(page.querySelector('input[name=version]')?.getAttribute('value')).toBe('9');
  });

  test('comes back without errors where only a row was asked for', async () => {
    const { answer, page, errorsAt } = await send(() => '/done', { ...TYPED, [BUTTON.moreRows]: '5' });
    expect(answer.status).toBe(200);
    expect(errorsAt).toEqual([]);
    expect(page.querySelector('#o-fullName')?.getAttribute('value')).toBe('Trần Thị Thử');
    expect(page.querySelector('input[name=version]')?.getAttribute('value')).toBe('7');
  });

  test('says 412 where the thing changed meanwhile, above all fields', async () => {
    const { answer, errorsAt } = await send(refuse(new Problem('stale', 'event-changed')), TYPED);
    expect(answer.status).toBe(412);
    expect(errorsAt).toEqual(['#noi-dung']);
  });

  test('has other problems told on a page of their own', async () => {
    const { answer, page } = await send(refuse(new Problem('missing', 'event-missing')), TYPED);
    expect(answer.status).toBe(500);
    expect(page.text).toBe('event-missing');
    expect((await send(refuse(invalid('reason', 'required')), TYPED)).answer.status).toBe(422);
  });
});
