import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { isSimilarName } from '../../../functions/events/registrations/register/similar-name';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { codeOn, fieldsTo, registered, typed } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

let id: string;
let form: string;
beforeEach(async () => {
  id = (await addEvent(world, 10, { capacity: 5 })).id;
  form = `/lop/${id}/dang-ky`;
});
const all = async () => (await listRegistrations(world, id, { limit: 100 })).items;
const names = async () => (await all()).map((r) => r.fullName).sort();
const CORRECT = '/xem-lai/sua';

/** One person registers, and then sends the form again as they mended it. */
const twice = async (first: Record<string, string>, second: Record<string, string>) => {
  const me = visitor(world);
  const fields = fieldsOf((await me.get(form)).page);
  const ticket = await me.send(form, { ...fields, ...typed(first) });
  const asked = await me.post(form, { ...fields, ...typed(second) });
  return { me, ticket, asked };
};

describe('A slip that was mended by Back', () => {
  test.each([
    ['a letter', { fullName: 'Trần Thị Mẫu Hao' }, {}],
    ['an accent', { fullName: 'Trần Thì Mẫu Hoa' }, {}],
    ['a word that was left out', { fullName: 'Trần Mẫu Hoa' }, {}],
    ['the order of the words', { fullName: 'Mẫu Hoa Trần Thị' }, {}],
    ['the phone number', { phone: '0912 345 679' }, {}],
    ['both', { fullName: 'Trần Thị Mẫu Ho', phone: '0912 345 670' }, {}],
  ])('is no second seat: %s', async (_what, first, second) => {
    const { me, ticket, asked } = await twice(first, second);
    expect([asked.status, asked.page.querySelector('h1')!.text]).toEqual([
      409,
      'Có phải cùng một người không?',
    ]);
    expect(await all()).toHaveLength(1);
    const mended = await me.send(CORRECT, fieldsTo(asked, CORRECT));
    expect(mended.text).toContain('Đã lưu thông tin mới');
    expect(codeOn(mended)).toBe(codeOn(ticket));
    expect(await all()).toMatchObject([
      { fullName: 'Trần Thị Mẫu Hoa', phone: '0912345678', status: 'confirmed' },
    ]);
  });

  test('is asked about in a browser without cookies too', async () => {
    const me = visitor(world);
    me.cookies.jar.set = () => me.cookies.jar;
    const fields = fieldsOf((await me.get(form)).page);
    await me.send(form, { ...fields, ...typed({ fullName: 'Trần Thị Mẫu Hao' }) });
    const asked = await me.post(form, { ...fields, ...typed() });
    const mended = await me.send(CORRECT, fieldsTo(asked, CORRECT));
    expect(mended.text).toContain('Đã lưu thông tin mới');
    expect(await names()).toEqual(['Trần Thị Mẫu Hoa']);
  });

  test('is another person where the reader says so', async () => {
    const { me, asked } = await twice({ fullName: 'Trần Thị Mẫu Hoà' }, { fullName: 'Trần Thị Mẫu Hoan' });
    const ticket = await me.send(form, fieldsTo(asked, form));
    expect(ticket.text).toContain('Trần Thị Mẫu Hoan');
    expect(await names()).toEqual(['Trần Thị Mẫu Hoan', 'Trần Thị Mẫu Hoà'].sort());
  });

  test('is not asked about where the names are not alike: a family on one phone', async () => {
    const me = visitor(world);
    for (const fullName of ['Trần Văn Mẫu Ông', 'Lê Thị Mẫu Mẹ', 'Trần Thị Mẫu Con'])
      expect(codeOn(await me.send(form, typed({ fullName, nonce: 'one-form-for-all' })))).toMatch(/^\d{9}$/);
    expect(await all()).toHaveLength(3);
  });
});

describe('The same phone with a very similar name', () => {
  test('is asked about from another machine, without a name, and mended by the code alone', async () => {
    await registered(world, id, 'Trần Thị Mẫu Hao', '0912345678');
    const asked = await visitor(world).post(form, typed());
    expect(asked.status).toBe(409);
    expect(asked.text).not.toContain('Mẫu Hao');
    expect(asked.page.querySelector(`form[action="${CORRECT}"]`)).toBeNull();
    expect(asked.page.querySelector('main a[href="/xem-lai"]')).not.toBeNull();
    expect(await names()).toEqual(['Trần Thị Mẫu Hao']);
  });

  test('is asked about under the number that a correction gave', async () => {
    const made = await registered(world, id, 'Trần Thị Mẫu Hao', '0912345679');
    await correctByStaff(world, made.id, { ...particularsOf(made), phone: '0912345678' });
    expect((await visitor(world).post(form, typed())).status).toBe(409);
    const old = typed({ phone: '0912345679', fullName: 'Trần Thị Mẫu Hoan' });
    expect(codeOn(await visitor(world).send(form, old))).toMatch(/^\d{9}$/);
  });

  test('is no question after an hour, nor in another class', async () => {
    await registered(world, id, 'Trần Thị Mẫu Hao', '0912345678');
    const other = await addEvent(world, 11);
    expect(codeOn(await visitor(world).send(`/lop/${other.id}/dang-ky`, typed()))).toMatch(/^\d{9}$/);
    world.clock.forward(61 * MINUTE);
    const late = await visitor(world).send(form, typed());
    world.clock.forward(-61 * MINUTE);
    expect(codeOn(late)).toMatch(/^\d{9}$/);
  });
});

describe('A registration of one’s own that is older than an hour', () => {
  test('is no slip, although its code was given just now', async () => {
    const made = await registered(world, id, 'Trần Thị Mẫu Hao', '0912345678');
    world.clock.forward(61 * MINUTE);
    const me = visitor(world);
    await me.get('/xem-lai');
    await me.send('/xem-lai', { code: made.code, phone: made.phone });
    const ticket = await me.send(form, typed({ phone: '0987 654 321' }));
    world.clock.forward(-61 * MINUTE);
    expect(codeOn(ticket)).toMatch(/^\d{9}$/);
  });
});

describe('The ticket', () => {
  test('shows what was written down and leads to its correction, which keeps code and seat', async () => {
    const me = visitor(world);
    const ticket = await me.send(form, {
      ...fieldsOf((await me.get(form)).page),
      ...typed({ fullName: 'Trần Thị Mẫu Hao' }),
    });
    expect(ticket.text).toContain('0912 345 678');
    const link = ticket.page.querySelector('a[href^="/xem-lai/sua"]')!;
    expect(link.text).toContain('Sửa');
    const correcting = fieldsOf((await me.get(link.getAttribute('href')!)).page);
    const mended = await me.send(CORRECT, { ...correcting, fullName: 'Trần Thị Mẫu Hoa' });
    expect(codeOn(mended)).toBe(codeOn(ticket));
    expect(await names()).toEqual(['Trần Thị Mẫu Hoa']);
  });
});

describe('isSimilarName', () => {
  test.each([
    ['Trần Thị Hoa', 'Trần Thi Hao'],
    ['Nguyễn Văn Bình', 'Nguyễn Văn Bìn'],
    ['Nguyễn Văn Bình', 'Nguyễn Vân Bình'],
    ['Danh Thị Ẩn', 'Danh Thị An'],
    ['Lê An', 'Lê Văn An'],
    ['An Lê Văn', 'Lê Văn An'],
    ['Thị Bé Ba', 'Thị Bé Baa'],
    ['Đỗ Mười', 'Đổ Mười'],
    ['Phạm Quốc Khánh', 'Phạm Quốc Khnáh'],
    ['Võ  Thị Sáu', 'võ thị sáu'],
  ])('%s, %s: perhaps a slip', (a, b) => {
    expect([isSimilarName(a, b), isSimilarName(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['Trần Văn Mẫu Ông', 'Trần Thị Mẫu Con'],
    ['Trần An', 'Trần Bình'],
    ['Lê Thị Mẫu Mẹ', 'Trần Thị Mẫu Con'],
    ['Nguyễn Văn Hùng', 'Nguyễn Thị Hằng'],
    ['Danh Chanh', 'Danh Sóc'],
    ['Trần An', 'Trần Châu'],
  ])('%s, %s: two people', (a, b) => {
    expect([isSimilarName(a, b), isSimilarName(b, a)]).toEqual([false, false]);
  });
});
