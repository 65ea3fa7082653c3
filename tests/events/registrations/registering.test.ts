import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../../functions/events/registrations/find';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../../functions/events/registrations/register/register-by-staff';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { person } from '../../support/people';

import { fields, problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

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
