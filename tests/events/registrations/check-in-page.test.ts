import { beforeAll, describe, expect, it } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { exportTable } from '../../../functions/events/attendance/export';
import type { Event } from '../../../functions/events/event/event';
import { getRegistration } from '../../../functions/events/registrations/find';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { ms } from '../../../functions/platform/time/dates';
import { addEvent, onDay } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const add = (event: Event, fullName: string) => entered(world, event.id, { fullName, unitId: 'unt_goquao' });
/** The morning of the event: another day would be asked about. */
const itIsTheDay = (event: Event) => {
  world.clock.at = ms(event.startsAt);
};
const door = (event: Event, query = '') => `/quan-tri/lop/${event.id}/diem-danh${query}`;

describe('the door', () => {
  it('checks in by code at once, names the person, and leaves the field empty for the next', async () => {
    const event = await addEvent(world, 9);
    const r = await add(event, 'Danh Sóc');
    await add(event, 'Thị Nga');
    itIsTheDay(event);
    const grouped = `${r.code.slice(0, 3)} ${r.code.slice(3, 6)} ${r.code.slice(6)}`;
    const sent = await organizer.post(door(event), { ngay: '1', tim: grouped });
    expect(sent.status).toBe(303);
    const page = await organizer.get(sent.to);
    expect(page.text).toContain('Danh Sóc có mặt lúc');
    expect(page.text).toContain('1 trên 2 người đã đến');
    expect(page.html).toMatch(/<input[^>]*name="tim"[^>]*value=""/);
    expect((await getRegistration(world, r.id)).came).toEqual({ 1: expect.any(String) });
  });

  it('finds by name, marks by one tap, keeps the list as it was, and takes it back', async () => {
    const event = await addEvent(world, 9);
    const r = await add(event, 'Đặng Thị Ưởng');
    await add(event, 'Lê Ba');
    itIsTheDay(event);
    const found = await organizer.post(door(event), { ngay: '1', tim: 'dang uong' });
    const page = await organizer.get(found.to);
    expect(page.text).toContain('Đặng Thị Ưởng');
    expect(page.text).not.toContain('Lê Ba');
    const tapped = await organizer.post(door(event), { ngay: '1', id: r.id, tim: 'dang uong' });
    expect(tapped.to).toContain('tim=dang+uong');
    expect((await organizer.get(tapped.to)).text).toContain('Đặng Thị Ưởng có mặt lúc');
    const undone = await organizer.post(door(event), { ngay: '1', id: r.id, bo: '1' });
    expect((await organizer.get(undone.to)).text).toContain('0 trên 2 người đã đến');
  });

  it('asks which of two people is meant whose codes are the same', async () => {
    const event = await addEvent(world, 9);
    const [one, two] = [await add(event, 'Danh Sóc'), await add(event, 'Thị Nga')];
    const { pk, sk } = (await getRegistration(world, two.id)) as { pk: string; sk: string };
    await world.db.update(registrationsTable, { pk, sk }, { set: { code: one.code } });
    itIsTheDay(event);
    const asked = await organizer.post(door(event), { ngay: '1', tim: one.code });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Nhiều người trùng mã này: Danh Sóc, Thị Nga. Chưa ghi gì.');
    expect(asked.page.querySelectorAll('.roll li')).toHaveLength(2);
    const call = await organizer.api('POST', `/events/${event.id}/check-ins`, { code: one.code });
    expect([call.status, call.json.errors[0].code]).toEqual([422, 'code-of-several']);
    for (const { id } of [one, two]) expect((await getRegistration(world, id)).came ?? {}).toEqual({});
    await organizer.post(door(event), { ngay: '1', id: two.id, tim: one.code });
    expect((await getRegistration(world, two.id)).came).toEqual({ 1: expect.any(String) });
    expect((await getRegistration(world, one.id)).came ?? {}).toEqual({});
  });

  it('says what is wrong beside the field: an unknown code, one of another event, a person who waits', async () => {
    const event = await addEvent(world, 9, { capacity: 1 });
    const other = await addEvent(world, 10);
    await add(event, 'Danh Sóc');
    const waiting = await add(event, 'Thị Chờ');
    const elsewhere = await add(other, 'Lê Ba');
    itIsTheDay(event);
    const say = async (tim: string) => {
      const sent = await organizer.post(door(event), { ngay: '1', tim });
      expect(sent.status).toBe(422);
      return sent.text;
    };
    expect(await say('000 000 000')).toContain('Không có đăng ký nào mang mã này');
    expect(await say(elsewhere.code)).toContain('Mã này là của lớp, hội nghị khác');
    expect(await say(waiting.code)).toContain('Thị Chờ chưa có chỗ trong lớp này');
    const found = await organizer.get(door(event, '?tim=cho'));
    expect(found.text).toMatch(/Thị Chờ.*Chờ chỗ/);
    expect(found.text).not.toContain('Có mặt: Thị Chờ');
    expect(found.text).toContain('Thêm chỗ, tiếp nhận');
  });

  it('keeps the days apart, and begins with today', async () => {
    const event = await addEvent(world, 9, {
      endsAt: onDay(world, 10, '16:30'),
    });
    const r = await add(event, 'Danh Sóc');
    await checkIn(world, event.id, { registrationId: r.id, day: 2 });
    itIsTheDay(event);
    expect((await organizer.get(door(event, '?ngay=2'))).text).toContain('1 trên 1 người đã đến');
    expect((await organizer.get(door(event, '?ngay=1'))).text).toContain('0 trên 1 người đã đến');
    expect((await organizer.get(door(event, '?ngay=2&xem=chua'))).text).toContain('Mọi người đã đến đủ');
    expect((await organizer.get(door(event, '?ngay=9'))).text).toContain('0 trên 1 người đã đến');
    const head = (await exportTable(world, event))[0]!;
    const [, row] = await exportTable(world, event);
    expect(row![head.indexOf('Có mặt (ngày)')]).toBe('2');
  });

  it("is the organizers' alone", async () => {
    const event = await addEvent(world, 9);
    const r = await add(event, 'Danh Sóc');
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    expect((await officer.get(door(event))).status).toBe(403);
    expect((await officer.post(door(event), { ngay: '1', id: r.id })).status).toBe(403);
    expect((await getRegistration(world, r.id)).came).toBeUndefined();
  });
});
