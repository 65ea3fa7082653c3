import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { createNomination } from '../../../functions/events/nominations/create';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import { Particulars, particularsOf } from '../../../functions/events/person/person-fields';
import { approve } from '../../../functions/events/registrations/change/approve';
import { decline } from '../../../functions/events/registrations/change/cancel';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import { setPoolSize } from '../../../functions/seats/capacity';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { person } from '../../support/people';

import { fields, problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

const statusOf = async (id: string) => (await getRegistration(world, id)).status;

describe('the organizer', () => {
  test('approves to a seat, then to the queue, and declines', async () => {
    const event = await publishedEvent(world, { approval: true, capacity: 1 });
    const [a, b, c] = await Promise.all(
      ['Mẫu A', 'Mẫu B', 'Mẫu C'].map(async (n) => (await register(world, event.id, person(n))).registration),
    );
    expect(a!.status).toBe('pending');
    expect(seatsIn(await readRoom(world, event.id)).held).toBe(0);
    await approve(world, a!.id);
    await approve(world, b!.id);
    await decline(world, c!.id, 'Ngoài địa bàn');
    expect(await Promise.all([a!, b!, c!].map((r) => statusOf(r.id)))).toEqual([
      'confirmed',
      'waitlisted',
      'declined',
    ]);
    await approve(world, a!.id);
    expect(await statusOf(a!.id)).toBe('confirmed');
    await expect(approve(world, c!.id)).rejects.toEqual(problem('registration-not-pending'));
  });

  test('replaces one person by another: the seat passes to the substitute, never to the queue', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const { registration: old } = await register(world, event.id, person('Mẫu Cũ'));
    const { registration: waits } = await register(world, event.id, person('Mẫu Hàng Chờ'));
    const substitute = parse(Particulars, { fullName: 'Mẫu Mới', phone: '0900222333', unitId: 'unt_dinhan' });
    const fresh = await replace(world, old.id, substitute, { basis: 'paper', channel: 'api' });
    expect(fresh).toMatchObject({ status: 'confirmed', claim: { id: old.claim!.id } });
    expect([await statusOf(old.id), await statusOf(waits.id)]).toEqual(['cancelled', 'waitlisted']);
    expect((await getRegistration(world, old.id)).replacedBy).toBe(fresh.id);
    const again = replace(world, fresh.id, particularsOf(waits), { basis: 'paper', channel: 'api' });
    await expect(again).rejects.toEqual(problem('substitute-already-registered'));
  });

  test('lets Hưng go in place of Hùng, who shares the phone', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const { registration: hung } = await register(world, event.id, person('Lê Mẫu Hùng'));
    const brother = parse(Particulars, { fullName: 'Lê Mẫu Hưng', phone: hung.phone, unitId: 'unt_dinhan' });
    const by = { basis: 'paper', channel: 'api' } as const;
    await expect(replace(world, hung.id, brother, by)).rejects.toEqual(problem('other-person'));
    const fresh = await replace(world, hung.id, brother, { ...by, another: true });
    expect(fresh).toMatchObject({ status: 'confirmed', fullName: 'Lê Mẫu Hưng' });
    const same = parse(Particulars, { ...brother, fullName: 'le mau hung' });
    await expect(replace(world, fresh.id, same, { basis: 'paper', channel: 'api' })).rejects.toEqual(
      problem('substitute-is-the-same'),
    );
  });

  test('moves a person who joins online to an online seat of the other class', async () => {
    const both = {
      mode: 'both',
      onlineUrl: 'https://hop.vn/2',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 1 },
        { kind: 'online', seats: 2 },
      ],
    } as const;
    const [from, to] = [
      await publishedEvent(world, { ...both, pools: [...both.pools] }),
      await publishedEvent(world, { ...both, pools: [...both.pools] }),
    ];
    const { registration } = await register(world, from.id, person('Mẫu Xa', { online: true }));
    expect(await move(world, registration.id, to.id)).toMatchObject({ status: 'confirmed', online: true });
  });

  test('moves a person to a parallel class, or changes nothing where that is full', async () => {
    const from = await publishedEvent(world, { capacity: 1 });
    const to = await publishedEvent(world, { capacity: 1 });
    const { registration: one } = await register(world, from.id, person('Mẫu Chuyển'));
    const { registration: two } = await register(world, from.id, person('Mẫu Kế Tiếp'));
    const moved = await move(world, one.id, to.id);
    expect(moved).toMatchObject({ eventId: to.id, status: 'confirmed', fullName: 'Mẫu Chuyển' });
    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['cancelled', 'confirmed']);
    await expect(move(world, two.id, to.id)).rejects.toEqual(problem('no-seat-there'));
    expect(await statusOf(two.id)).toBe('confirmed');
  });

  test('registers a caller after the window has closed, but never for an event that is over', async () => {
    const event = await publishedEvent(world, { registrationClosesAt: iso(world.now() + HOUR) });
    const caller = parse(StaffRegisterInput, {
      fullName: 'Mẫu Gọi',
      phone: '0900333444',
      unitId: 'unt_dinhan',
    });
    const start = world.clock.at;
    world.clock.forward(2 * HOUR);
    expect((await registerByStaff(world, event.id, caller)).registration).toMatchObject({
      status: 'confirmed',
      channel: 'phone',
    });
    world.clock.at = Date.parse(event.endsAt);
    const late = registerByStaff(world, event.id, { ...caller, fullName: 'Mẫu Trễ' });
    await expect(late).rejects.toEqual(problem('event-over'));
    world.clock.at = start;
  });

  test('cannot lower the capacity below the seats held, and can raise it: the queue moves', async () => {
    const event = await publishedEvent(world, { capacity: 2 });
    const people = [];
    for (const n of ['Mẫu Thứ Nhất', 'Mẫu Thứ Hai', 'Mẫu Thứ Ba', 'Mẫu Thứ Tư'])
      people.push((await register(world, event.id, person(n))).registration);
    await expect(setPoolSize(world, event.id, { pool: 'open' }, 1)).rejects.toEqual(
      fields('capacity', 'capacity-below-held'),
    );
    await setPoolSize(world, event.id, { pool: 'open' }, 3);
    expect(await Promise.all(people.map((r) => statusOf(r.id)))).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'waitlisted',
    ]);
  });

  test('pages through a filtered list without losing or repeating a person', async () => {
    const event = await publishedEvent(world, { capacity: 10 });
    const names = ['Mẫu Ai', 'Mẫu Bê', 'Mẫu Xê', 'Mẫu Đê', 'Mẫu E', 'Mẫu Ép', 'Mẫu Gờ'];
    for (const n of names) await register(world, event.id, person(n));
    const seen: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await listRegistrations(world, event.id, {
        status: 'confirmed',
        search: 'mau',
        limit: 2,
        ...(cursor && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((r) => r.fullName));
      cursor = page.next;
    }
    expect(seen.sort()).toEqual([...names].sort());
  });

  test('refuses a cursor of another list, and one that is nonsense', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    await register(world, event.id, person('Mẫu Đầu'));
    for (const cursor of ['0~e30', '0~eyJhIjoxfQ', '???', '9~x', 'zz~x'])
      await expect(listRegistrations(world, event.id, { limit: 10, cursor })).rejects.toEqual(
        fields('cursor', 'cursor-unknown'),
      );
  });

  test('finds people by part of a name without accents, by phone and by code', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person('Danh Thị Mẫu Tuyết'));
    await register(world, event.id, person('Thạch Mẫu'));
    for (const search of ['mau tuyet', registration.phone, registration.code, 'dinh an']) {
      const { items } = await listRegistrations(world, event.id, { search, limit: 50 });
      expect(items.map((r) => r.id)).toContain(registration.id);
    }
    const { items } = await listRegistrations(world, event.id, { search: 'tuyet', limit: 50 });
    expect(items).toHaveLength(1);
  });
});

describe('a quota', () => {
  test('given twice at once is given once', async () => {
    const event = await publishedEvent(world, { admission: 'nomination', capacity: 0 });
    const asked = parse(NominationInput, { unitId: 'unt_goquao', quota: 2, contactName: 'Phòng Tư pháp' });
    const both = await Promise.allSettled([
      createNomination(world, event.id, asked),
      createNomination(world, event.id, asked),
    ]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(seatsIn(await readRoom(world, event.id), 'unt_goquao').size).toBe(2);
  });

  test('is filled by its own people first, then the open pool', async () => {
    const event = await publishedEvent(world, { admission: 'nomination', capacity: 1 });
    const deadline = iso(world.now() + 3 * DAY);
    const { nomination } = await createNomination(
      world,
      event.id,
      parse(NominationInput, { unitId: 'unt_goquao', quota: 2, deadline, contactName: 'Nguyễn Mẫu' }),
    );
    const room = await readRoom(world, event.id);
    expect(seatsIn(room, nomination.pool)).toMatchObject({ size: 2, free: 2 });
    expect(seatsIn(room).size).toBe(3);
  });
});
