import { beforeAll, describe, expect, test } from 'vitest';
import { summarise } from '../../../functions/events/event/summarise';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../../functions/events/registrations/find';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { ms } from '../../../functions/platform/time/dates';
import { addEvent, type Typed } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});
const door = (id: string, query = '') => `/quan-tri/lop/${id}/diem-danh${query}`;
const line = () => {
  const { fullName, phone, unitId } = particulars({ fullName: 'Lê Mẫu Tới' });
  return { fullName, phone, place: unitId };
};

/** An event of this day. */
const today = async (over: Partial<Typed> = {}) => {
  const event = await addEvent(world, 1, over);
  world.clock.at = ms(event.startsAt) - 60_000;
  return event;
};

describe('a person who is not registered', () => {
  test('is written down in one line of three fields, and is present after one click', async () => {
    const event = await today({ capacity: 2 });
    const page = await organizer.get(door(event.id));
    const asked = page.page.querySelectorAll('form.walk-in input:not([type=hidden]), form.walk-in select');
    expect(asked.map((field) => field.getAttribute('name'))).toEqual(['fullName', 'phone', 'place']);
    const sent = await organizer.post(`${door(event.id)}/them`, line());
    expect(sent.status).toBe(303);
    const after = await organizer.get(sent.to);
    expect(after.text).toContain('Lê Mẫu Tới có mặt lúc');
    expect(after.text).toContain('1 trên 1 người đã đến');
  });

  test('of a full class is let in by a click that says that a seat is added', async () => {
    const event = await today({ capacity: 1 });
    await comes(world, event.id);
    await summarise(world, event.id);
    const typed = line();
    expect((await organizer.get(door(event.id))).text).toContain('Thêm một chỗ và tiếp nhận');
    const asked = await organizer.post(`${door(event.id)}/them`, typed);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Đã giữ 1 trên 1 chỗ');
    const form = asked.page.querySelector('form.walk-in')!;
    expect(form.querySelector('[name=fullName]')!.getAttribute('value')).toBe(typed.fullName);
    const sent = await organizer.post(`${door(event.id)}/them`, { ...typed, beyond: 'on' });
    expect((await organizer.get(sent.to)).text).toContain('Lê Mẫu Tới có mặt lúc');
  });

  test('and is missing a phone is shown what is missing, with what was typed', async () => {
    const event = await today();
    const answer = await organizer.post(`${door(event.id)}/them`, { ...line(), phone: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Vui lòng điền số điện thoại');
    expect(answer.html).toContain('Lê Mẫu Tới');
  });

  test('is offered with the name that was searched for in vain', async () => {
    const event = await today();
    const page = await organizer.get(door(event.id, '?tim=Danh+M%E1%BA%ABu+L%E1%BA%A1'));
    expect(page.page.querySelector('form.walk-in [name=fullName]')!.getAttribute('value')).toBe(
      'Danh Mẫu Lạ',
    );
  });

  test('is not for officers who only read', async () => {
    const event = await today();
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.post(`${door(event.id)}/them`, line())).status).toBe(403);
    expect((await listRegistrations(world, event.id, { limit: 10 })).items).toEqual([]);
  });
});

describe('a person who waits', () => {
  test('is found by name and let in by one click', async () => {
    const event = await today({ capacity: 1 });
    await comes(world, event.id);
    const waits = await comes(world, event.id, { fullName: 'Thị Mẫu Đợi' });
    const page = await organizer.get(door(event.id, '?tim=doi'));
    expect(page.text).toContain('Thêm chỗ, tiếp nhận');
    const sent = await organizer.post(door(event.id), { ngay: '1', id: waits.id, cho: '1' });
    expect((await organizer.get(sent.to)).text).toContain('Thị Mẫu Đợi có mặt lúc');
    expect((await getRegistration(world, waits.id)).status).toBe('confirmed');
  });
});

describe('the number of seats', () => {
  test('below the seats held shows who loses theirs, and lowers it with a yes', async () => {
    const event = await addEvent(world, 3, { capacity: 30 });
    const people = [];
    for (const name of ['Mẫu Một', 'Mẫu Hai', 'Mẫu Ba']) {
      world.clock.forward(1_000);
      people.push(await comes(world, event.id, { fullName: name }));
    }
    const path = `/quan-tri/lop/${event.id}/cho`;
    const asked = await organizer.post(path, { open: '1' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Còn 1 chỗ thì 2 người đăng ký sau cùng mất chỗ');
    expect(asked.text).toContain('Mẫu Hai');
    expect(asked.text).not.toContain('Mẫu Một');
    const ids = asked.page.querySelectorAll('[name=unseated]').map((i) => i.getAttribute('value')!);
    const saved = await organizer.post(path, { ...fieldsOf(asked.page), unseated: ids, lower: 'open' });
    expect(saved.status).toBe(303);
    const statuses = await Promise.all(
      people.map(async ({ id }) => (await getRegistration(world, id)).status),
    );
    expect(statuses).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
  });

  test('is asked again where one of them has cancelled in between', async () => {
    const event = await addEvent(world, 3, { capacity: 30 });
    const people = [await comes(world, event.id), await comes(world, event.id), await comes(world, event.id)];
    const path = `/quan-tri/lop/${event.id}/cho`;
    const asked = await organizer.post(path, { open: '1' });
    const ids = asked.page.querySelectorAll('[name=unseated]').map((i) => i.getAttribute('value')!);
    await cancelByStaff(world, people[2]!.id, 'thử');
    const again = await organizer.post(path, { open: '1', unseated: ids, lower: 'open' });
    expect(again.status).toBe(412);
    expect(again.text).toContain('Còn 1 chỗ thì 1 người đăng ký sau cùng mất chỗ');
  });
});
