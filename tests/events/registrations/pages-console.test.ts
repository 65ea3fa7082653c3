import { beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { summarise } from '../../../functions/events/event/summarise';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { correct } from '../../../functions/events/registrations/change/correct';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const add = (event: Event, fullName: string, more: object = {}) => {
  world.clock.forward(1_000);
  return entered(world, event.id, { fullName, unitId: 'unt_goquao', ...more });
};
const listOf = (event: Event, query = '') => organizer.get(`/quan-tri/lop/${event.id}/dang-ky${query}`);
const one = (id: string, verb = '') => `/quan-tri/dang-ky/${id}${verb && `/${verb}`}`;
const statusOf = async (id: string) => (await getRegistration(world, id)).status;
const person = { fullName: 'Lê Thay', phone: '0911 222 333', districtId: 'unt_goquao', basis: 'paper' };

describe('GET /quan-tri/lop/:id/dang-ky', () => {
  it('counts, and shows each with phone, unit, status, place in the queue, needs and channel', async () => {
    const event = await addEvent(world, 9, { capacity: 1 });
    await add(event, 'Danh Sóc', { interpreter: true, access: 'Xe lăn' });
    await add(event, 'Thị Nga');
    await add(event, 'Lê Ba');
    const page = await listOf(event);
    expect(page.text).toContain('Tất cả 3 · Đã giữ chỗ 1 · Chờ chỗ 2');
    expect(page.text).toContain('Đã giữ chỗ Phiên dịch tiếng Khmer; Xe lăn Điện thoại');
    expect(page.text).toMatch(/Thị Nga 0900 100 \d{3} Huyện Gò Quao Chờ chỗ, thứ 1/);
    expect(page.text).toMatch(/Lê Ba 0900 100 \d{3} Huyện Gò Quao Chờ chỗ, thứ 2/);
    expect(page.html).toMatch(/href="tel:\+849\d{8}"/);
  });

  it('finds without accents, by part of a phone and by code, and filters by status', async () => {
    const event = await addEvent(world, 9, { capacity: 1 });
    const danh = await add(event, 'Đặng Thị Ưởng');
    await add(event, 'Lê Ba');
    const names = async (query: string) => {
      const { html } = await listOf(event, query);
      return [...html.matchAll(/<th scope="row">(?:<input[^>]*>)?<a [^>]*>([^<]*)/g)].map((m) => m[1]);
    };
    expect(await names('?tim=dang+uong')).toEqual(['Đặng Thị Ưởng']);
    expect(await names(`?tim=${danh.phone.slice(-5)}`)).toEqual(['Đặng Thị Ưởng']);
    expect(await names(`?tim=${danh.code}`)).toEqual(['Đặng Thị Ưởng']);
    expect(await names('?tinh-trang=waitlisted')).toEqual(['Lê Ba']);
    expect(await names('?tinh-trang=khong-co')).toHaveLength(2);
    expect((await listOf(event, '?tim=khong-ai')).text).toContain('Không có đăng ký nào phù hợp');
  });

  it('is paged, keeping what was searched for', async () => {
    const event = await addEvent(world, 9, { capacity: 100 });
    for (let i = 0; i < 52; i++)
      await add(event, `Danh Mẫu ${String.fromCharCode(65 + (i % 26))}${i < 26 ? 'a' : 'b'}`);
    const first = await listOf(event, '?tim=danh');
    expect(first.text).toContain('Trang 1/2, 52 người');
    expect(first.html).toContain('?tim=danh&amp;trang=2');
    const second = await listOf(event, '?tim=danh&trang=2');
    expect(second.html.match(/<th scope="row">/g)).toHaveLength(2);
  });

  it('shows an officer the people of their own area, a viewer none, a stranger the sign-in', async () => {
    const event = await addEvent(world, 9);
    const theirs = await add(event, 'Danh Sóc');
    const others = await add(event, 'Người Khác', { unitId: 'unt_anminh' });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const page = await officer.get(`/quan-tri/lop/${event.id}/dang-ky`);
    expect(page.text).toContain('Danh Sóc');
    expect(page.text).not.toContain('Người Khác');
    expect((await officer.get(one(theirs.id))).status).toBe(200);
    expect((await officer.get(one(others.id))).status).toBe(404);
    expect((await officer.post(one(theirs.id, 'huy'), { reason: 'Thử' })).status).toBe(403);
    expect(
      (await (await signIn(world, { role: 'viewer' })).get(`/quan-tri/lop/${event.id}/dang-ky`)).status,
    ).toBe(403);
    expect((await visitor(world).get(one(theirs.id))).to).toContain('/quan-tri/dang-nhap');
    expect(await statusOf(theirs.id)).toBe('confirmed');
  });
});

describe('registering a person who calls', () => {
  it('takes them outside the window too, with the basis that was said', async () => {
    const event = await addEvent(world, 9, { registrationClosesAt: '2026-11-16T10:00:00+07:00' });
    world.clock.forward(2 * 3_600_000);
    const url = `/quan-tri/lop/${event.id}/dang-ky/moi`;
    expect((await organizer.get(url)).html).not.toMatch(/type="radio"[^>]*checked/);
    const bare = await organizer.post(url, { ...person, basis: '' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Vui lòng chọn căn cứ');
    const sent = await organizer.post(url, person);
    expect(sent.status).toBe(303);
    const page = await organizer.get(sent.to);
    expect(page.text).toContain('Lê Thay');
    expect(page.text).toContain('Đã giữ chỗ');
    expect(page.text).toContain('Đồng ý trên giấy, có người xác nhận');
  });

  it('says at once, not after the form is filled in, that the event is cancelled', async () => {
    const event = await addEvent(world, 9);
    await cancelEvent(world, event.id, { reason: 'Bão' });
    const page = await organizer.get(`/quan-tri/lop/${event.id}/dang-ky/moi`);
    expect([page.status, page.html.includes('name="fullName"')]).toEqual([409, false]);
  });

  it("is the organizers' alone", async () => {
    const event = await addEvent(world, 9);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const url = `/quan-tri/lop/${event.id}/dang-ky/moi`;
    expect((await officer.get(url)).status).toBe(403);
    expect((await officer.post(url, person)).status).toBe(403);
    expect((await officer.get(`/quan-tri/lop/${event.id}/dang-ky`)).html).not.toContain(url);
  });
});

describe('deciding about a registration', () => {
  it('approves one that is pending, and offers nothing that does not fit its status', async () => {
    const event = await addEvent(world, 9, { approval: true });
    const { registration } = await register(world, event.id, {
      fullName: 'Danh Chờ',
      phone: '0900000888',
      unitId: 'unt_goquao',
      consent: true,
      interpreter: false,
      another: false,
    });
    const page = await organizer.get(one(registration.id));
    expect(page.text).toContain('Duyệt Sửa thông tin Chuyển lớp Không duyệt Hủy đăng ký');
    expect((await organizer.post(one(registration.id, 'duyet'), {})).status).toBe(303);
    expect(await statusOf(registration.id)).toBe('confirmed');
    expect((await organizer.get(one(registration.id))).text).toContain(
      'Sửa thông tin Thay người Chuyển lớp Hủy đăng ký',
    );
    // A second click is answered like the first.
    const again = await organizer.post(one(registration.id, 'duyet'), {});
    expect((await organizer.get(again.to)).text).toContain('Đã duyệt');
  });

  it('answers a second click like the first, whatever it was', async () => {
    const title = 'Bồi dưỡng hòa giải viên, bấm hai lần';
    const from = await addEvent(world, 9, { title, capacity: 5 });
    const to = await addEvent(world, 12, { title, capacity: 1, venue: 'Hội trường B' });
    const [gone, replaced, moved] = [
      await add(from, 'Danh Sóc'),
      await add(from, 'Thị Nga'),
      await add(from, 'Lê Ba'),
    ];
    const clicks: [string, Record<string, string>][] = [
      [one(gone.id, 'huy'), { reason: 'Báo bận' }],
      [one(replaced.id, 'thay'), person],
      [one(moved.id, 'chuyen'), { eventId: to.id }],
      [
        `/quan-tri/lop/${from.id}/dang-ky/moi`,
        { ...person, fullName: 'Danh Gọi', phone: '0911 222 444', nonce: 'bieu-mau-mot' },
      ],
    ];
    for (const [path, fields] of clicks) {
      const first = await organizer.post(path, fields);
      const second = await organizer.post(path, fields);
      expect([path, first.status, second.status, second.to]).toEqual([path, 303, 303, first.to]);
    }
    const other = { ...person, fullName: 'Người Khác Hẳn', phone: '0911 222 555' };
    expect((await organizer.post(one(replaced.id, 'thay'), other)).status).toBe(409);
    const typedAnew = { ...person, fullName: 'Danh Gọi', phone: '0911 222 444' };
    const known = await organizer.post(`/quan-tri/lop/${from.id}/dang-ky/moi`, typedAnew);
    expect(known.status).toBe(422);
    expect(known.text).toContain('Người này đã có trong danh sách của lớp này.');
    expect(known.text).not.toContain('Xem lại đăng ký bằng mã');
  });

  it('cancels and declines with a reason, never without', async () => {
    const event = await addEvent(world, 9, { capacity: 1, approval: true });
    const seated = await add(event, 'Danh Sóc');
    const next = await add(event, 'Thị Nga');
    const asks = { fullName: 'Lê Ba', phone: '0900000889', unitId: 'unt_goquao', interpreter: false };
    const { registration: third } = await register(world, event.id, {
      ...asks,
      consent: true,
      another: false,
    });
    // Who waits without having asked for approval is cancelled, not declined.
    expect((await organizer.get(one(next.id))).text).not.toContain('Không duyệt');
    expect((await organizer.post(one(next.id, 'tu-choi'), { reason: 'Lý do' })).status).toBe(409);
    expect((await organizer.post(one(third.id, 'tu-choi'), {})).text).toContain('Vui lòng cho biết lý do');
    await organizer.post(one(third.id, 'tu-choi'), { reason: 'Lớp dành cho tổ trưởng' });
    expect(await statusOf(third.id)).toBe('declined');
    expect((await organizer.post(one(seated.id, 'huy'), {})).status).toBe(422);
    await organizer.post(one(seated.id, 'huy'), { reason: 'Gọi điện báo bận' });
    expect(await getRegistration(world, seated.id)).toMatchObject({
      status: 'cancelled',
      reason: 'Gọi điện báo bận',
    });
    expect(await statusOf(next.id)).toBe('confirmed');
    expect((await organizer.get(one(seated.id, 'huy'))).status).toBe(409);
  });

  it('replaces: the seat passes to the substitute, never to the queue', async () => {
    const event = await addEvent(world, 9, { capacity: 1 });
    const seated = await add(event, 'Danh Sóc');
    const waiting = await add(event, 'Thị Nga');
    const sent = await organizer.post(one(seated.id, 'thay'), person);
    expect(sent.status).toBe(303);
    const page = await organizer.get(sent.to);
    expect(page.text).toContain('Đã thay người');
    expect(page.text).toContain('Lê Thay');
    expect(await statusOf(waiting.id)).toBe('waitlisted');
    expect(await getRegistration(world, seated.id)).toMatchObject({ status: 'cancelled' });
  });

  it('corrects what was said, keeping what was typed where it is wrong', async () => {
    const event = await addEvent(world, 9);
    const r = await add(event, 'Danh Soc', { position: 'Trưởng ấp' });
    const form = await organizer.get(one(r.id, 'sua'));
    expect(form.html).toContain('value="Trưởng ấp"');
    const wrong = await organizer.post(one(r.id, 'sua'), { ...person, phone: '09' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="Lê Thay"');
    const typed = { fullName: 'Danh Sóc', phone: r.phone, districtId: 'unt_goquao', communeId: 'unt_dinhan' };
    const version = String(r.version);
    expect((await organizer.post(one(r.id, 'sua'), { ...typed, version })).status).toBe(303);
    const now = await getRegistration(world, r.id);
    expect(now).toMatchObject({ fullName: 'Danh Sóc', unitId: 'unt_dinhan', status: 'confirmed' });
    expect(now.position).toBeUndefined();
  });

  it('does not write over what the person corrected meanwhile', async () => {
    const event = await addEvent(world, 9);
    const r = await add(event, 'Danh Sóc');
    const { id, code, phone } = r;
    await correct(world, { id, code, phone }, { ...particularsOf(r), position: 'Tổ trưởng' });
    const typed = { fullName: 'Danh Sóc', phone, districtId: 'unt_goquao', version: String(r.version) };
    const refused = await organizer.post(one(id, 'sua'), typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tổ trưởng');
    expect(refused.html).toContain(`name="version" value="${r.version + 1}"`);
    expect((await getRegistration(world, id)).position).toBe('Tổ trưởng');
  });

  it('moves to a parallel class with a free seat, and offers no other', async () => {
    const title = 'Bồi dưỡng hòa giải viên đợt hai';
    const from = await addEvent(world, 9, { title });
    const parallel = await addEvent(world, 12, { title: title.toUpperCase(), venue: 'Hội trường B' });
    const full = await addEvent(world, 13, { title, capacity: 1, venue: 'Hội trường C' });
    await add(full, 'Người Giữ Chỗ');
    await summarise(world, full.id);
    await addEvent(world, 14, { title: 'Lớp khác hẳn', venue: 'Hội trường D' });
    const r = await add(from, 'Danh Sóc');
    const page = await organizer.get(one(r.id, 'chuyen'));
    expect(page.html).toContain(`value="${parallel.id}"`);
    expect(page.html).not.toContain(`value="${full.id}"`);
    expect(page.text).not.toContain('Lớp khác hẳn');
    expect((await organizer.post(one(r.id, 'chuyen'), {})).text).toContain('Vui lòng chọn lớp để chuyển tới');
    const refused = await organizer.post(one(r.id, 'chuyen'), { eventId: full.id });
    expect(refused.text).toContain('Lớp, hội nghị được chọn không còn chỗ');
    expect(await statusOf(r.id)).toBe('confirmed');
    const sent = await organizer.post(one(r.id, 'chuyen'), { eventId: parallel.id });
    expect((await organizer.get(sent.to)).text).toContain(title.toUpperCase());
    expect(await getRegistration(world, r.id)).toMatchObject({ status: 'cancelled', how: 'moved' });
  });
});
