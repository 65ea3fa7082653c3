import { beforeAll, describe, expect, test } from 'vitest';
import { createNomination } from '../../../functions/events/nominations/create';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { fieldsOf } from '../../support/seen';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { registered, typed } from './forms';

const world = useWorld();
let id: string;
let nomination: string;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  id = (await addEvent(world, 10, { capacity: 5 })).id;
  const byLink = await addEvent(world, 10, { admission: 'nomination' });
  const made = await createNomination(world, byLink.id, {
    unitId: 'unt_goquao',
    quota: 5,
    contactName: 'Danh Mẫu',
  });
  nomination = `/cu-nguoi/${linkToken(world, made.nomination.id, made.nomination.turn)}`;
});

/** The form that a button at the top sends, and what it adds. */
const buttonAt = ({ page }: Seen, words: string) => {
  const button = page.querySelectorAll('.top button').find((b) => b.text.trim() === words)!;
  const form = page.querySelector(`#${button.getAttribute('form')}`)!;
  return {
    action: form.getAttribute('action')!,
    adds: { [button.getAttribute('name')!]: button.getAttribute('value')! },
  };
};
const sizeOf = ({ page }: Seen) => page.querySelector('html')!.getAttribute('data-size');

const HALF = {
  register: () => ({ url: `/lop/${id}/dang-ky`, half: typed({ phone: '09', teamName: 'Tổ ấp 5' }) }),
  nominate: () => ({ url: nomination, half: { fullName: 'Danh', phone: '09', basis: 'paper' } }),
  paste: () => ({ url: `${nomination}/dan-tu-excel`, half: { list: 'Danh An\t0900\nDanh Bình' } }),
  review: () => ({ url: '/xem-lai', half: { code: '472', phone: '0912' } }),
  forgotten: () => ({ url: '/xem-lai/quen-ma', half: { fullName: 'Danh', phone: '' } }),
  'sign-in': () => ({ url: '/quan-tri/dang-nhap', half: { email: 'to-chuc@' } }),
};
type Which = keyof typeof HALF;

describe('A+, A− and the other language keep a half-filled form', () => {
  test.each(Object.keys(HALF) as Which[])('in another size: %s', async (which) => {
    const { url, half } = HALF[which]();
    const me = visitor(world);
    const fresh = await me.get(url);
    const { action, adds } = buttonAt(fresh, 'A+');
    const larger = await me.post(action, { ...fieldsOf(fresh.page), ...half, ...adds });
    expect([larger.status, sizeOf(larger)]).toEqual([200, '1']);
    for (const [name, value] of Object.entries(half)) {
      const field = larger.page.querySelector(`main [name="${name}"]`)!;
      expect([name, fieldsOf(larger.page)[name] ?? field.text.replace(/^\n/, '')]).toEqual([name, value]);
    }
    expect(larger.page.querySelector('.error-summary')).toBeNull();
    // The size stays, and the form goes on in it.
    const { action: to, adds: back } = buttonAt(larger, 'A−');
    expect(sizeOf(await me.post(to, { ...fieldsOf(larger.page), ...half, ...back }))).toBeUndefined();
  });

  test.each(['register', 'nominate', 'paste', 'review', 'forgotten'] as Which[])(
    'in the other language and back: %s',
    async (which) => {
      const { url, half } = HALF[which]();
      const me = visitor(world);
      const fresh = await me.get(url);
      const { action, adds } = buttonAt(fresh, 'English');
      const english = await me.post(action, { ...fieldsOf(fresh.page), ...half, ...adds });
      const lang = () => english.page.querySelector('html')!.getAttribute('lang');
      expect([english.status, lang()]).toEqual([200, 'en']);
      expect(english.html).toContain(Object.values(half)[0]!.split('\n')[0]);
      const to = buttonAt(english, 'Tiếng Việt');
      expect(to.action).toMatch(/^\/en\//);
      const again = await me.post(to.action, { ...fieldsOf(english.page), ...half, ...to.adds });
      expect(again.page.querySelector('html')!.getAttribute('lang')).toBe('vi');
    },
  );

  test('send nothing, even where all is filled in', async () => {
    const me = visitor(world);
    const url = `/lop/${id}/dang-ky`;
    const shown = await me.post(url, { ...typed(), co: '2' });
    expect([shown.status, sizeOf(shown)]).toEqual([200, '2']);
    expect((await me.send(url, fieldsOf(shown.page))).text).toContain('Đã giữ chỗ');
  });

  test('keep the correction of one’s own registration, and its question of cancelling', async () => {
    const mine = await registered(world, id, 'Danh Mẫu Tự', '0909888777');
    const me = visitor(world);
    await me.send('/xem-lai', {
      ...fieldsOf((await me.get('/xem-lai')).page),
      code: mine.code,
      phone: mine.phone,
    });
    for (const url of ['/xem-lai/sua', '/xem-lai/bao-khong-tham-du']) {
      const page = await me.get(url);
      const { action, adds } = buttonAt(page, 'A+');
      const half: Record<string, string> = url.endsWith('sua') ? { teamName: 'Tổ ấp 9' } : {};
      const larger = await me.post(action, { ...fieldsOf(page.page), ...half, ...adds });
      expect([larger.status, sizeOf(larger)]).toEqual([200, url.endsWith('sua') ? '1' : '2']);
      expect(fieldsOf(larger.page)).toMatchObject({ ...half, registrationId: mine.id });
    }
  });

  test('keep the question whether it is another person', async () => {
    const me = visitor(world);
    await registered(world, id, 'Danh Mẫu Hùng', '0909888666');
    const url = `/lop/${id}/dang-ky`;
    const asked = await me.post(url, typed({ fullName: 'Danh Mẫu Hưng', phone: '0909888666' }));
    const { action, adds } = buttonAt(asked, 'A+');
    const larger = await me.post(action, { ...fieldsOf(asked.page), ...adds });
    expect(fieldsOf(larger.page)).toMatchObject({ fullName: 'Danh Mẫu Hưng', phone: '0909888666' });
  });

  test('press nothing by the Enter key: the first button of the form sends it', async () => {
    for (const which of Object.keys(HALF) as Which[]) {
      const { page } = await visitor(world).get(HALF[which]().url);
      const first = page.querySelector('button[form]')!;
      expect([which, first.getAttribute('name'), first.getAttribute('tabindex')]).toEqual([
        which,
        undefined,
        '-1',
      ]);
    }
  });
});

describe('A+ and the other language on a page without a form', () => {
  test('come back to the page with its query', async () => {
    const me = visitor(world);
    const { page } = await me.get('/?tim=h%C3%B2a');
    expect(page.querySelector('.top input[name=ve]')!.getAttribute('value')).toBe('/?tim=h%C3%B2a');
    expect(page.querySelector('.top a')!.getAttribute('href')).toBe('/en?tim=h%C3%B2a');
  });

  test('lead to a form of the page alone, wherever it is drawn', async () => {
    for (const path of ['/', `/lop/${id}`, `/lop/${id}/dang-ky`, '/xem-lai', '/xem-lai/quen-ma', nomination])
      for (const button of (await visitor(world).get(path)).page.querySelectorAll('button[form]'))
        expect([
          path,
          button.closest('html')!.querySelectorAll(`form#${button.getAttribute('form')}`).length,
        ]).toEqual([path, 1]);
  });
});
