import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { createNomination } from '../../../functions/events/nominations/create';
import { NominationInput } from '../../../functions/events/nominations/nomination';
import { approve } from '../../../functions/events/registrations/change/approve';
import { cancelByStaff, decline, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correct } from '../../../functions/events/registrations/change/correct';
import { forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { move } from '../../../functions/events/registrations/change/move';
import { replace } from '../../../functions/events/registrations/change/replace';
import { findByCode, getRegistration, listRegistrations } from '../../../functions/events/registrations/find';
import { Particulars, particularsOf } from '../../../functions/events/registrations/person-fields';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import { setPoolSize } from '../../../functions/seats/capacity';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { useWorld } from '../../support/world';
import { furnish, publishedEvent, STARTS } from '../scheduling/samples';

const world = useWorld();
beforeAll(() => furnish(world));

let phones = 0;
const person = (fullName = 'Nguyễn Thị Mẫu', over: Record<string, unknown> = {}) =>
  parse(RegisterInput, {
    fullName,
    phone: `0900${String(100_000 + ++phones)}`,
    unitId: 'unt_dinhan',
    consent: true,
    ...over,
  });
const problem = (code: string) => expect.objectContaining({ name: 'Problem', code });
const fields = (path: string, code: string) =>
  expect.objectContaining({ fields: [expect.objectContaining({ path, code })] });
const statusOf = async (id: string) => (await getRegistration(world, id)).status;

describe('registering', () => {
  test('costs three calls for a seat, and no more than six write units', async () => {
    const event = await publishedEvent(world, { capacity: 10 });
    await register(world, event.id, person());
    world.costs.length = 0;
    const { registration } = await register(world, event.id, person('Trần Văn Mẫu'));
    expect(registration.status).toBe('confirmed');
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'update', 'put']);
    expect(world.costs.reduce((sum, c) => sum + c.write, 0)).toBeLessThanOrEqual(6);
  });

  test('costs three calls for a place in the queue of a full event, one of them a write', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await register(world, event.id, person('Mẫu Một'));
    await register(world, event.id, person('Mẫu Hai'));
    world.costs.length = 0;
    const { registration } = await register(world, event.id, person('Mẫu Ba'));
    expect(registration.status).toBe('waitlisted');
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'put', 'query']);
  });

  test('costs four calls to cancel and promote the first in line', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const first = await register(world, event.id, person('Mẫu Bốn'));
    const second = await register(world, event.id, person('Mẫu Năm'));
    world.costs.length = 0;
    const { id, code, phone } = first.registration;
    await withdraw(world, { id, code, phone });
    expect(world.costs.map((c) => c.call)).toEqual(['update', 'query', 'update', 'update']);
    expect(await statusOf(second.registration.id)).toBe('confirmed');
    expect((await getRegistration(world, second.registration.id)).how).toBe('promoted');
  });

  test('recognises a repeat, with or without accents, and never shows it the code', async () => {
    const event = await publishedEvent(world);
    const once = person('Đặng Thị Mẫu Ánh');
    await register(world, event.id, once);
    await expect(register(world, event.id, once)).rejects.toEqual(problem('already-registered'));
    const bare = { ...once, fullName: 'dang thi mau anh' };
    await expect(register(world, event.id, bare)).rejects.toEqual(problem('already-registered'));
  });

  test('shows an honest retry of the same form its own code', async () => {
    const event = await publishedEvent(world);
    const form = person('Lý Mẫu', { nonce: 'nonce-123456' });
    const first = await register(world, event.id, form);
    const again = await register(world, event.id, form);
    expect(again).toMatchObject({ repeated: true, registration: { code: first.registration.code } });
    const other = register(world, event.id, { ...form, nonce: 'another-nonce' });
    await expect(other).rejects.toEqual(problem('already-registered'));
  });

  test('asks whether Hùng and Hưng on one phone are two persons, and then takes both', async () => {
    const event = await publishedEvent(world);
    const hung = person('Trần Mẫu Hùng');
    await register(world, event.id, hung);
    const hung2 = { ...hung, fullName: 'Trần Mẫu Hưng' };
    await expect(register(world, event.id, hung2)).rejects.toEqual(problem('other-person'));
    const both = await register(world, event.id, { ...hung2, another: true });
    expect(both.registration).toMatchObject({ status: 'confirmed', fullName: 'Trần Mẫu Hưng' });
    await expect(register(world, event.id, { ...hung2, another: true })).rejects.toEqual(
      problem('already-registered'),
    );
  });

  test('takes decomposed Vietnamese for the same name', async () => {
    const event = await publishedEvent(world);
    const composed = person('Nguyễn Thị Mẫu');
    await register(world, event.id, composed);
    const decomposed = parse(RegisterInput, { ...composed, fullName: 'Nguyễn Thị Mẫu'.normalize('NFD') });
    await expect(register(world, event.id, decomposed)).rejects.toEqual(problem('already-registered'));
  });

  test('refuses a flood of answers before a seat is taken', async () => {
    const answers = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`cau-${i}`, 'x']));
    expect(() => person('Mẫu Dài Dòng', { answers })).toThrow();
  });

  test('gives the seat back where the registration is certainly not written', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const tooLarge = { ...person('Mẫu Nặng'), teamName: 'x'.repeat(450_000) };
    await expect(register(world, event.id, tooLarge)).rejects.toThrow();
    expect(seatsIn(await readRoom(world, event.id)).held).toBe(0);
  });

  test('names the unit as it is today, district included', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person());
    expect(registration.unitName).toBe('Xã Định An, huyện Gò Quao');
  });

  test.each([
    ['a phone with letters', { phone: '09123456ab' }, 'phone', 'phone-malformed'],
    ['a name of 5,000 letters', { fullName: 'Mẫu '.repeat(1_250) }, 'fullName', 'name-too-long'],
    ['a name of emoji', { fullName: '🙂🙂🙂' }, 'fullName', 'name-letters'],
    ['no consent', { consent: false }, 'consent', 'consent-required'],
    ['a year of 31/02', { yearOfBirth: 'năm 68' }, 'yearOfBirth', 'wrong-type'],
    ['a field nobody knows', { admin: true }, 'admin', 'unknown-field'],
  ])('refuses %s and names the field', (_what, over, path, code) => {
    const raw = { fullName: 'Mẫu', phone: '0912345678', unitId: 'unt_dinhan', consent: true, ...over };
    expect(() => parse(RegisterInput, raw)).toThrow();
    try {
      parse(RegisterInput, raw);
    } catch (error) {
      expect(error).toEqual(fields(path, code));
    }
  });

  test('takes another legal basis only where the department has configured one', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const caller = parse(StaffRegisterInput, {
      fullName: 'Mẫu Căn Cứ',
      phone: '0900444555',
      unitId: 'unt_dinhan',
      basis: 'legal',
    });
    const unset = { ...world, settings: { ...world.settings, legalBasis: undefined } };
    await expect(registerByStaff(unset, event.id, caller)).rejects.toEqual(fields('basis', 'not-an-option'));
    expect((await registerByStaff(world, event.id, caller)).registration.basis).toBe('legal');
  });

  test('refuses an unknown unit, and nothing is written', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    const stranger = person('Mẫu Lạ', { unitId: 'unt_nowhere' });
    await expect(register(world, event.id, stranger)).rejects.toEqual(fields('unitId', 'unit-unknown'));
    expect(seatsIn(await readRoom(world, event.id)).held).toBe(0);
  });

  test('keeps to its window to the second', async () => {
    const opens = iso(world.now() + DAY);
    const closes = iso(world.now() + 2 * DAY);
    const event = await publishedEvent(world, { registrationOpensAt: opens, registrationClosesAt: closes });
    const start = world.clock.at;
    world.clock.at = Date.parse(opens) - 1;
    await expect(register(world, event.id, person())).rejects.toEqual(problem('registration-not-open'));
    world.clock.at = Date.parse(opens);
    await register(world, event.id, person());
    world.clock.at = Date.parse(closes) - 1;
    await register(world, event.id, person());
    world.clock.at = Date.parse(closes);
    await expect(register(world, event.id, person())).rejects.toEqual(problem('registration-closed'));
    world.clock.at = start;
  });

  test('refuses the public where people are nominated or invited', async () => {
    const nominated = await publishedEvent(world, { admission: 'nomination', capacity: 5 });
    await expect(register(world, nominated.id, person())).rejects.toEqual(problem('by-nomination-only'));
    const invited = await publishedEvent(world, { admission: 'invitation', capacity: 5 });
    await expect(register(world, invited.id, person())).rejects.toEqual(problem('by-invitation-only'));
  });

  test('keeps two pools apart: who comes online takes no seat in the hall', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://hop.vn/1',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 1 },
        { kind: 'online', seats: 1 },
      ],
    });
    await register(world, event.id, person('Mẫu Hội Trường'));
    const online = await register(world, event.id, person('Mẫu Trực Tuyến', { online: true }));
    expect(online.registration).toMatchObject({ status: 'confirmed', online: true, pools: ['online'] });
    const late = await register(world, event.id, person('Mẫu Chậm', { online: true }));
    expect(late.registration.status).toBe('waitlisted');
  });
});

describe('leaving', () => {
  test("refuses another person's code, and nothing is written", async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person());
    const stranger = withdraw(world, { id: registration.id, code: '111111111', phone: registration.phone });
    await expect(stranger).rejects.toEqual(problem('registration-missing'));
    expect(await statusOf(registration.id)).toBe('confirmed');
  });

  test('said twice is done once', async () => {
    const event = await publishedEvent(world, { capacity: 2 });
    const { registration } = await register(world, event.id, person());
    await withdraw(world, registration);
    await withdraw(world, registration);
    expect(seatsIn(await readRoom(world, event.id)).held).toBe(0);
  });

  test('lets a person register again, with a new code and a new occasion for notices', async () => {
    const event = await publishedEvent(world, { capacity: 2 });
    const form = person('Mẫu Trở Lại');
    const { registration: first } = await register(world, event.id, form);
    await withdraw(world, first);
    world.clock.forward(1_000);
    const { registration: second } = await register(world, event.id, form);
    expect(second.id).toBe(first.id);
    expect(second.code).not.toBe(first.code);
    expect(second.turn).toBeGreaterThan((first.turn ?? 0) + 1);
  });

  test('touches no registration when the event is cancelled, and gives no seat any more', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const { registration: sits } = await register(world, event.id, person('Mẫu Ngồi'));
    const { registration: waits } = await register(world, event.id, person('Mẫu Chờ'));
    await cancelEvent(world, event.id, { reason: 'Bão' });
    expect([await statusOf(sits.id), await statusOf(waits.id)]).toEqual(['confirmed', 'waitlisted']);
    await withdraw(world, sits);
    expect(await statusOf(waits.id)).toBe('waitlisted');
    await expect(register(world, event.id, person())).rejects.toEqual(problem('event-cancelled'));
  });

  test('seats those who wait once a postponed event is taken up again', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const { registration: sits } = await register(world, event.id, person('Mẫu Đi'));
    const { registration: waits } = await register(world, event.id, person('Mẫu Đợi'));
    await postponeEvent(world, event.id, { reason: 'Bão' });
    await withdraw(world, sits);
    expect(await statusOf(waits.id)).toBe('waitlisted');
    await publishEvent(world, event.id, { startsAt: iso(Date.parse(STARTS) + 7 * DAY) });
    expect(await statusOf(waits.id)).toBe('confirmed');
  });
});

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
    const fresh = await replace(world, hung.id, brother, { basis: 'paper', channel: 'api' });
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

describe('the person, later', () => {
  test('opens a registration with code and phone, both right', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person());
    const spaced = registration.code.replace(/(...)/g, '$1 ');
    const found = await findByCode(world, { code: spaced, phone: registration.phone });
    expect(found.registration.id).toBe(registration.id);
    const wrong = findByCode(world, { code: registration.code, phone: '0900999888' });
    await expect(wrong).rejects.toEqual(problem('code-unknown'));
  });

  test('corrects the name: a repeat under the new name finds the old registration', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person('Mẫu Sai Tên'));
    const said = { ...particularsOf(registration), fullName: 'Mẫu Đúng Tên' };
    const corrected = await correct(world, registration, said);
    expect(corrected.fullName).toBe('Mẫu Đúng Tên');
    const repeat = register(world, event.id, person('Mẫu Đúng Tên', { phone: registration.phone }));
    await expect(repeat).rejects.toEqual(problem('already-registered'));
    const stale = correct(world, { ...registration, code: '000000000' }, said);
    await expect(stale).rejects.toEqual(problem('registration-missing'));
  });

  test('after the corrected registration was cancelled, may come again under the new name', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person('Mẫu Trước'));
    await correct(world, registration, { ...particularsOf(registration), fullName: 'Mẫu Sau' });
    await cancelByStaff(world, registration.id, 'thử');
    world.clock.forward(10);
    const again = await register(world, event.id, person('Mẫu Sau', { phone: registration.phone }));
    expect(again.registration.status).toBe('confirmed');
  });

  test('who forgot the code is noted once a day, and the answer is the same for strangers', async () => {
    const event = await publishedEvent(world);
    const { registration } = await register(world, event.id, person('Mẫu Hay Quên'));
    const asked = { fullName: 'mau hay quen', phone: registration.phone };
    expect(await forgotCode(world, asked)).toBeUndefined();
    expect(await forgotCode(world, { ...asked, phone: '0900777666' })).toBeUndefined();
    expect((await getRegistration(world, registration.id)).codeAsked).toBe('2026-11-16');
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
