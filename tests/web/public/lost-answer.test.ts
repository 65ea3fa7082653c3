import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { addEvent, onDay } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { codeOn, lose, typed } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

let id: string;
let form: string;
beforeEach(async () => {
  id = (await addEvent(world, 10, { capacity: 5 })).id;
  form = `/lop/${id}/dang-ky`;
});
const all = async () => (await listRegistrations(world, id, { limit: 100 })).items;
const fill = async (me: Visitor, over = {}) => ({
  ...fieldsOf((await me.get(form)).page),
  ...typed(over),
});

/** A browser that keeps no cookies. */
const withoutCookies = () => {
  const me = visitor(world);
  me.cookies.jar.set = () => me.cookies.jar;
  return me;
};

describe('A form whose answer was lost on the way, sent again', () => {
  test('ends at the ticket: the same page once more', async () => {
    const me = visitor(world);
    const fields = await fill(me);
    await lose(me, form, fields);
    expect(codeOn(await me.send(form, fields))).toBe((await all())[0]!.code);
    expect(await all()).toHaveLength(1);
  });

  test.each([
    ['at once', 0],
    ['after an hour', 60 * MINUTE],
    ['two days later, in a restored tab', 2 * DAY],
  ])('ends at the ticket where the form was opened again %s', async (_when, later) => {
    const me = visitor(world);
    await lose(me, form, await fill(me));
    world.clock.forward(later);
    const again = await me.send(form, await fill(me, { fullName: 'tran thi mau hoa' }));
    world.clock.forward(-later);
    expect(codeOn(again)).toBe((await all())[0]!.code);
    expect(await all()).toHaveLength(1);
  });

  test('ends at the ticket in a browser without cookies, which goes back to the same page', async () => {
    const me = withoutCookies();
    const fields = await fill(me);
    await lose(me, form, fields);
    const ticket = await me.send(form, fields);
    expect(me.cookies.jar.size).toBe(0);
    expect(codeOn(ticket)).toBe((await all())[0]!.code);
    expect(ticket.headers.get('cache-control')).toBe('no-store');
  });

  test('ends at the ticket with a form of a new nonce, while the proof is valid', async () => {
    const me = visitor(world);
    const first = await me.send(form, await fill(me));
    const again = await me.send(form, { ...typed(), nonce: 'another-nonce-0' });
    expect(codeOn(again)).toBe(codeOn(first));
  });

  test('ends at the ticket although registration was closed in between', async () => {
    const shut = await addEvent(world, 10, { registrationClosesAt: onDay(world, 1, '08:00') });
    form = `/lop/${shut.id}/dang-ky`;
    const me = visitor(world);
    const fields = await fill(me);
    await lose(me, form, fields);
    world.clock.forward(2 * DAY);
    const again = await me.send(form, fields);
    const stranger = await visitor(world).send(form, typed());
    world.clock.forward(-2 * DAY);
    expect(codeOn(again)).toMatch(/^\d{9}$/);
    expect(stranger.text).toContain('Hiện không nhận đăng ký');
  });

  test('ends at the ticket in English too, after the form was opened in Vietnamese', async () => {
    const me = visitor(world);
    await lose(me, form, await fill(me));
    const english = await me.get(`/en${form}`);
    const again = await me.send(`/en${form}`, { ...fieldsOf(english.page), ...typed() });
    expect(codeOn(again)).toBe((await all())[0]!.code);
  });
});

describe('Who knows a name and a phone number', () => {
  const stranger = async (me = visitor(world), over = {}) => {
    const seen = await me.send(form, await fill(me, over));
    expect(seen.status).toBe(409);
    expect(codeOn(seen)).toBeUndefined();
    expect(seen.html.replace(/\D/g, '')).not.toContain((await all())[0]!.code);
    return seen;
  };

  test('is not shown the code on another machine, before or after the ticket was seen', async () => {
    const me = visitor(world);
    const fields = await fill(me);
    await lose(me, form, fields);
    await stranger();
    await me.send(form, fields);
    await stranger();
    await stranger(withoutCookies());
  });

  test('is not shown the code on the same machine either, once the ticket was seen and the proof is over', async () => {
    const me = visitor(world);
    await me.send(form, await fill(me));
    world.clock.forward(31 * MINUTE);
    await stranger(me);
    world.clock.forward(-31 * MINUTE);
  });

  test('gains nothing by the proof of a registration of their own', async () => {
    await visitor(world).send(form, typed());
    const me = visitor(world);
    await me.send(form, await fill(me, { fullName: 'Lê Văn Mẫu Kẻ Lạ', phone: '0987 654 321' }));
    await stranger(me);
  });

  test('gains nothing by a forged proof or nonce', async () => {
    const me = visitor(world);
    await me.send(form, await fill(me));
    const [victim] = await all();
    const forger = visitor(world);
    for (const proof of [`${victim!.id}.${world.now() + DAY}.x`, victim!.id, ''])
      expect((await forger.get(`/xem-lai/da-dang-ky?phieu=${encodeURIComponent(proof)}`)).status).toBe(303);
    forger.cookies.jar.set(`${form} __Secure-mau`, { value: 'x'.repeat(30), path: form });
    await stranger(forger);
  });
});

describe('A browser without cookies', () => {
  test('sees its ticket, corrects it and cancels it', async () => {
    const me = withoutCookies();
    const ticket = await me.send(form, await fill(me));
    const to = (path: string, { page } = ticket) =>
      page.querySelector(`a[href^="${path}?"]`)!.getAttribute('href')!.replaceAll('&amp;', '&');
    const correcting = await me.get(to('/xem-lai/sua'));
    const saved = await me.send('/xem-lai/sua', { ...fieldsOf(correcting.page), teamName: 'Tổ ấp 5' });
    expect(saved.text).toContain('Đã lưu thông tin mới');
    const asking = await me.get(to('/xem-lai/bao-khong-tham-du', saved));
    const gone = await me.send('/xem-lai/bao-khong-tham-du', fieldsOf(asking.page));
    expect(gone.text).toContain('Cảm ơn ông/bà đã báo');
    expect(await all()).toMatchObject([{ teamName: 'Tổ ấp 5', status: 'cancelled' }]);
  });

  test('sees a registration by code and phone', async () => {
    await visitor(world).send(form, typed());
    const { code, phone } = (await all())[0]!;
    const me = withoutCookies();
    const seen = await me.send('/xem-lai', { ...fieldsOf((await me.get('/xem-lai')).page), code, phone });
    expect(codeOn(seen)).toBe(code);
  });

  test('has no proof in the address where cookies are kept', async () => {
    const me = visitor(world);
    const answer = await me.post(form, await fill(me));
    expect(answer.headers.get('location')).toBe('/xem-lai/da-dang-ky');
  });
});
