import { beforeAll, describe, expect, test } from 'vitest';
import { registerAtDoor } from '../../../functions/events/attendance/let-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { seatWaiting } from '../../../functions/events/registrations/change/seat';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { createDueDeliveriesOfEvent } from '../../../functions/notices/due-deliveries-of-event';
import { registrationMessage } from '../../../functions/notices/words/registration';
import { bodyLines } from '../../../functions/platform/mail/render';
import { HOUR, MINUTE, ms } from '../../../functions/platform/time/dates';
import { setPoolSize } from '../../../functions/seats/capacity';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { reconcile } from '../../../functions/seats/reconcile';
import { routes } from '../../../web/routes';
import { addEvent, inDays, input, onDay, type Typed } from '../../support/events';
import { comes, entered, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { problem } from '../../support/refusals';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});
const statusOf = async ({ id }: Registration) => (await getRegistration(world, id)).status;
const seats = async ({ id }: Event) => seatsIn(await readRoom(world, id));

/** Two seats; Đào and Quỳnh wait, in this order. */
const scene = async (over: Partial<Typed> = {}) => {
  const event = await addEvent(world, 3, { capacity: 2, ...over });
  const [an, binh, dao, quynh] = [
    await comes(world, event.id, { fullName: 'Trần Mẫu An' }),
    await comes(world, event.id, { fullName: 'Trần Mẫu Bình' }),
    await comes(world, event.id, { fullName: 'Trần Mẫu Đào' }),
    await comes(world, event.id, { fullName: 'Trần Mẫu Quỳnh' }),
  ];
  const at = (before: number) => {
    world.clock.at = ms(event.startsAt) - before;
  };
  const frees = (r: Registration) => cancelByStaff(world, r.id, 'Bận');
  return { event, an: an!, binh: binh!, dao: dao!, quynh: quynh!, at, frees };
};

describe('a seat that falls free', () => {
  test.each([
    ['19 hours before', 19 * HOUR, {}, 'confirmed'],
    ['at 22:00 of the evening before', 9.5 * HOUR, {}, 'waitlisted'],
    ['exactly at the hour', 18 * HOUR, {}, 'waitlisted'],
    ['a second before the hour', 18 * HOUR + 1_000, {}, 'confirmed'],
    ['at 7:10', 20 * MINUTE, {}, 'waitlisted'],
    ['at 8:30 of the day', -HOUR, {}, 'waitlisted'],
    ['a minute before the end', -4 * HOUR + MINUTE, {}, 'waitlisted'],
    ['at 22:00, where the organizer said 6 hours', 9.5 * HOUR, { promotionHours: 6 }, 'confirmed'],
    ['at 7:10, where the organizer said 0 hours', 20 * MINUTE, { promotionHours: 0 }, 'confirmed'],
    ['at 8:30, where the organizer said 0 hours', -HOUR, { promotionHours: 0 }, 'waitlisted'],
    ['two days before, where the organizer said 48 hours', 47 * HOUR, { promotionHours: 48 }, 'waitlisted'],
  ] as const)('%s', async (_when, before, over, status) => {
    const { event, an, dao, quynh, at, frees } = await scene(over);
    at(before);
    await frees(an);
    expect([await statusOf(dao), await statusOf(quynh)]).toEqual([status, 'waitlisted']);
    // Nothing that the clock does later gives it away.
    await reconcile(world, event.id);
    expect(await statusOf(dao)).toBe(status);
    expect((await seats(event)).free).toBe(status === 'confirmed' ? 0 : 1);
  });

  test('of a second day is left to the organizer from the first on', async () => {
    const { an, dao, at, frees } = await scene({ endsAt: onDay(world, 4, '16:30') });
    at(-HOUR);
    await frees(an);
    expect(await statusOf(dao)).toBe('waitlisted');
  });

  test('by a larger number is left to the organizer as well', async () => {
    const { event, dao, at } = await scene();
    at(30 * MINUTE);
    await setPoolSize(world, event.id, { pool: 'open' }, 3);
    expect([await statusOf(dao), (await seats(event)).free]).toEqual(['waitlisted', 1]);
  });

  test('is not taken by a newcomer, who waits behind the others; without a queue a newcomer sits', async () => {
    const { event, an, dao, quynh, at, frees } = await scene();
    at(HOUR);
    await frees(an);
    expect((await comes(world, event.id)).status).toBe('waitlisted');
    for (const r of [dao, quynh]) await frees(r);
    const other = await addEvent(world, 30, { capacity: 1 });
    const seated = await comes(world, other.id);
    world.clock.at = ms(other.startsAt) - HOUR;
    await frees(seated);
    expect((await comes(world, other.id)).status).toBe('confirmed');
  });

  test('is promised to the queue before the hour, and to nobody after it, to the one who gives it up and to staff', async () => {
    const { an, at } = await scene();
    const me = visitor(world);
    const asked = async () => {
      await me.post(routes.review(), { code: an.code, phone: an.phone });
      const own = await me.get(routes.withdraw());
      return [own.text, (await organizer.get(routes.consoleDecide(an.id, 'huy'))).text];
    };
    at(19 * HOUR);
    const [early, byStaff] = await asked();
    expect(early).toContain('Chỗ của ông/bà sẽ dành cho người đang chờ');
    expect(byStaff).toContain('Chỗ dành cho người đầu danh sách chờ');
    at(17 * HOUR);
    const [late, lateByStaff] = await asked();
    expect(late).toContain('người phụ trách sẽ xếp chỗ của ông/bà cho người đang chờ');
    expect(lateByStaff).toContain('chỗ để trống, vui lòng xếp cho người đang chờ');
    for (const said of [late, lateByStaff]) expect(said).not.toMatch(/dành cho người/);
  });

  test('goes to the queue again where the event moves to a later day', async () => {
    const { event, an, dao, at, frees } = await scene();
    at(2 * HOUR);
    await frees(an);
    expect(await statusOf(dao)).toBe('waitlisted');
    const later = { startsAt: onDay(world, 5, '07:30'), endsAt: onDay(world, 5, '11:30'), capacity: 2 };
    await updateEvent(world, event.id, event.version, input(later, inDays(world, 5)));
    expect(await statusOf(dao)).toBe('confirmed');
  });

  test('goes to the queue again where the organizer asks for it until later', async () => {
    const { event, an, dao, at, frees } = await scene();
    at(9 * HOUR);
    await frees(an);
    const same = { startsAt: event.startsAt, endsAt: event.endsAt, capacity: 2, promotionHours: 2 };
    await updateEvent(world, event.id, event.version, input(same, inDays(world, 1)));
    expect(await statusOf(dao)).toBe('confirmed');
  });
});

describe('the organizer', () => {
  test('is asked on the first page and on the list, calls, and seats the person who says yes', async () => {
    const { event, an, quynh, dao, at, frees } = await scene();
    at(9.5 * HOUR);
    await frees(an);
    const today = await organizer.get(routes.console());
    const first = today.page.querySelector('table.stacked tbody tr')!;
    expect(first.text).toContain('Xếp 1 chỗ trống');
    const list = await organizer.get(routes.consoleRegistrations(event.id));
    expect(list.text).toContain('Còn 1 chỗ trống, 2 người đang chờ');
    const order = list.page.querySelectorAll('#cho-trong li strong').map((s) => s.text);
    expect(order).toEqual(['Trần Mẫu Đào', 'Trần Mẫu Quỳnh']);
    // Đào is not reached; Quỳnh says yes.
    const path = routes.consoleDecide(quynh.id, 'xep');
    const sent = await organizer.post(path, { version: String(quynh.version) });
    expect((await organizer.get(sent.to)).text).toContain('Đã xếp chỗ. Người này được báo.');
    expect(await getRegistration(world, quynh.id)).toMatchObject({ status: 'confirmed', how: 'promoted' });
    expect([await statusOf(dao), (await seats(event)).size]).toEqual(['waitlisted', 2]);
    // A second click is answered as the first.
    expect((await organizer.post(path, { version: String(quynh.version) })).status).toBe(303);
    expect((await organizer.get(routes.consoleRegistrations(event.id))).text).not.toContain('chỗ trống,');
  });

  test('gives no seat that is not free, nor one that is the queue’s', async () => {
    const { event, an, dao, quynh, at } = await scene();
    await expect(seatWaiting(world, quynh.id)).rejects.toEqual(problem('seat-none-left'));
    at(HOUR);
    await expect(seatWaiting(world, quynh.id)).rejects.toEqual(problem('seat-none-left'));
    await cancelByStaff(world, an.id, 'Bận');
    const both = await Promise.allSettled([seatWaiting(world, dao.id), seatWaiting(world, quynh.id)]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
  });

  test('does the same over the API', async () => {
    const { an, dao, at, frees } = await scene();
    const path = `/registrations/${dao.id}/seat`;
    expect((await organizer.api('POST', path)).json.code).toBe('seat-none-left');
    at(HOUR);
    await frees(an);
    expect((await organizer.api('POST', path)).json).toMatchObject({ status: 'confirmed' });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    expect([403, 404]).toContain((await officer.api('POST', path)).status);
  });

  test('lets a person in at the door on the free seat, with a question where others wait', async () => {
    const { event, an, dao, at, frees } = await scene();
    at(-20 * MINUTE);
    await frees(an);
    const walk = { ...particulars(), day: 1, another: false };
    await expect(registerAtDoor(world, event.id, { ...walk, beyond: false })).rejects.toEqual(
      problem('door-full'),
    );
    const { registration } = await registerAtDoor(world, event.id, { ...walk, beyond: true });
    expect(registration.status).toBe('confirmed');
    // The free seat was taken; none was added.
    expect([await seats(event), await statusOf(dao)]).toMatchObject([{ size: 2, held: 2 }, 'waitlisted']);
  });

  test('is asked by the form until when seats are given by themselves, and told what it is', async () => {
    const event = await addEvent(world, 20);
    const form = await organizer.get(routes.consoleEditEvent(event.id));
    expect(form.text).toContain('Ngừng tự xếp chỗ cho người chờ trước giờ bắt đầu');
    expect((await organizer.get(routes.consoleEventDetails(event.id))).text).toMatch(
      /từ (thứ|Chủ nhật).*, 13:30, sau đó/,
    );
  });
});

describe('what a person is told late', () => {
  const said = (event: Event, r: Registration, now: number) =>
    bodyLines(
      registrationMessage('promoted', { event, registration: r, links: world.links, ticket: '', now }),
    ).join('\n');

  test('after the start is not worded as if the event were ahead', async () => {
    const { event, an } = await scene();
    expect(said(event, an, ms(event.startsAt) - HOUR)).toContain('vui lòng báo sớm');
    const late = said(event, an, ms(event.startsAt) + HOUR);
    expect(late).not.toContain('vui lòng báo sớm');
    expect(late).toContain('đã bắt đầu lúc');
    expect(late).toContain('đang diễn ra');
    for (const template of ['confirmed', 'approved', 'substitute', 'nominated', 'moved']) {
      const now = ms(event.startsAt) + HOUR;
      const words = registrationMessage(template, {
        event,
        registration: an,
        links: world.links,
        ticket: '',
        now,
      });
      expect(bodyLines(words).join('\n')).toContain('đang diễn ra');
      expect(bodyLines(words).join('\n')).not.toContain('Vui lòng đến đúng giờ');
    }
  });

  test('stands first in the call list and on the first page, and says so', async () => {
    const { event, an, quynh, at } = await scene();
    const other = await addEvent(world, 2, {
      startsAt: onDay(world, 9, '07:30'),
      endsAt: onDay(world, 9, '11:00'),
    });
    await entered(world, other.id, { fullName: 'Lê Mẫu Khác', basis: 'paper' });
    await createDueDeliveriesOfEvent(world, other);
    await createDueDeliveriesOfEvent(world, event);
    at(9.5 * HOUR);
    await cancelByStaff(world, an.id, 'Bận');
    await seatWaiting(world, quynh.id);
    await createDueDeliveriesOfEvent(world, event);
    const calls = await organizer.get(routes.consoleCalls());
    const lines = calls.page.querySelectorAll('li.call').map((li) => li.text.replace(/\s+/g, ' '));
    expect(lines[0]).toMatch(/Gọi ngay diễn ra (hôm nay|ngày mai): .*7:30.*Trần Mẫu Quỳnh/);
    // An must not come in vain; a receipt for next week can wait.
    expect(lines[1]).toMatch(/Gọi ngay .*Trần Mẫu An/);
    expect(lines.slice(2).join()).not.toContain('Gọi ngay');
    expect(calls.text).toContain('Lê Mẫu Khác');
    expect(lines.filter((l) => l.includes('Trần Mẫu Quỳnh'))).toHaveLength(1);
    const rows = (await organizer.get(routes.console())).page.querySelectorAll('table.stacked tbody tr');
    expect(rows[0]!.text).toContain('Gọi ngay 2 người');
  });
});
