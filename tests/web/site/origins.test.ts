import { parse } from 'node-html-parser';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { Db } from '../../../functions/platform/store/db';
import { HOUR } from '../../../functions/platform/time/dates';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { useWorld } from '../../support/world';
import { fieldsTo, typed } from '../public/forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

let id: string;
let form: string;
beforeEach(async () => {
  id = (await addEvent(world, 10, { capacity: 5 })).id;
  form = `/lop/${id}/dang-ky`;
});
const all = async () => (await listRegistrations(world, id, { limit: 100 })).items;

const ORIGIN = 'https://nhipcau.test';
const post = async (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await site(world, assets).request(ORIGIN + url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  const html = await answer.text();
  const page = parse(html);
  return { status: answer.status, html, page, text: page.querySelector('main')?.structuredText ?? '' };
};
const own = { referer: `${ORIGIN}/lop/x/dang-ky` };

describe('A form is taken from this site’s pages', () => {
  test.each([
    ['its origin', { origin: ORIGIN }],
    ['the fetch metadata', { 'sec-fetch-site': 'same-origin' }],
    ['both', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }],
    ['no origin beside the metadata', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['the page alone, of an old browser', own],
    ['the page beside no origin', { origin: 'null', ...own }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
  ])('by %s', async (_by, headers) => {
    expect((await post(form, typed(), headers as unknown as Record<string, string>)).status).toBe(303);
    expect(await all()).toHaveLength(1);
  });

  test.each([
    ['nothing', {}],
    ['no origin', { origin: 'null' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['another origin beside our page', { origin: 'https://elsewhere.example', ...own }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site beside our page', { 'sec-fetch-site': 'cross-site', ...own }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', ...own }],
    ['another page', { referer: 'https://elsewhere.example/?https://nhipcau.test/' }],
    ['a page whose address begins like ours', { referer: 'https://nhipcau.test.elsewhere.example/' }],
    ['a page of plain http', { referer: 'http://nhipcau.test/' }],
    ['what is no address', { referer: 'nhipcau.test' }],
  ])(
    'and comes back with what was typed and one button where the browser names %s',
    async (_what, headers) => {
      const from = headers as unknown as Record<string, string>;
      const refused = await post(form, typed({ teamName: 'Tổ ấp 5', access: 'Cần “lối đi” xe lăn' }), from);
      expect([refused.status, await all()]).toEqual([403, []]);
      for (const word of ['Họ và tên: Trần Thị Mẫu Hoa', '0912 345 678', 'Tổ ấp 5', 'Cần “lối đi” xe lăn'])
        expect(refused.text.replace(/\s+/g, ' ')).toContain(word);
      expect(refused.page.querySelectorAll('main button')).toHaveLength(1);
      const again = fieldsTo(refused, form);
      expect(again).toMatchObject(typed({ teamName: 'Tổ ấp 5' }));
      // The same browser presses the button and says as little as before.
      expect((await post(form, again, from)).status).toBe(303);
      expect(await all()).toMatchObject([{ fullName: 'Trần Thị Mẫu Hoa', teamName: 'Tổ ấp 5' }]);
    },
  );
});

describe('The button of a form that came back', () => {
  test('is no way in for a page that a forger asked for: it is bound to the cookies, the address and an hour', async () => {
    const token = fieldsTo(await post(form, typed()), form)['xac-nhan']!;
    const forged = { ...typed(), 'xac-nhan': token };
    expect((await post(form, forged, { cookie: '__Host-dk=some-proof' })).status).toBe(403);
    expect((await post(form, forged, { cookie: '__Host-phien=some-session' })).status).toBe(403);
    const other = `/lop/${(await addEvent(world, 12)).id}/dang-ky`;
    expect((await post(other, forged)).status).toBe(403);
    for (const wrong of ['', 'x', `${world.now() + HOUR}.x`, `${token}x`])
      expect((await post(form, { ...typed(), 'xac-nhan': wrong })).status).toBe(403);
    world.clock.forward(HOUR + 1);
    const late = await post(form, forged);
    world.clock.forward(-HOUR - 1);
    expect(late.status).toBe(403);
    expect(await all()).toEqual([]);
  });

  test('brings back every line, every tick and every sign', async () => {
    const fields = { ...typed(), access: 'dòng 1\n"dòng 2" & <b>', interpreter: 'on' };
    expect(fieldsTo(await post(form, fields), form)).toMatchObject({
      interpreter: 'on',
      access: expect.stringMatching(/^dòng 1\n/),
    });
    expect((await post(form, fields)).html).not.toContain('<b>"');
  });

  test('speaks English below /en and leads to the same address', async () => {
    const refused = await post(`/en${form}?zarsrc=1`, typed());
    expect(refused.text).toContain('What you entered');
    expect(fieldsTo(refused, `/en${form}?zarsrc=1`).fullName).toBe('Trần Thị Mẫu Hoa');
  });

  test('keeps the form in another size too', async () => {
    const refused = await post(form, { ...typed(), co: '1' });
    expect(refused.page.querySelector('html')!.getAttribute('data-size')).toBe('1');
    expect(fieldsTo(refused, form)).toMatchObject(typed());
    expect(fieldsTo(refused, form).co).toBeUndefined();
  });
});

describe('A form that failed on our side', () => {
  test('comes back with what was typed, the same nonce, and one button', async () => {
    const { db } = world;
    const cutOff = {
      send: () => Promise.reject(Object.assign(new Error('reset'), { $metadata: { httpStatusCode: 500 } })),
    };
    Object.assign(world, { db: new Db({ client: cutOff as never, prefix: 'x', actor: 'test' }) });
    const failed = await post(form, typed({ nonce: 'the-same-nonce' }), { origin: ORIGIN });
    Object.assign(world, { db });
    expect(failed.status).toBe(503);
    const again = fieldsTo(failed, form);
    expect(again).toMatchObject(typed({ nonce: 'the-same-nonce' }));
    expect((await post(form, again, { origin: ORIGIN })).status).toBe(303);
  });
});
