import { beforeAll, describe, expect, test } from 'vitest';
import { readRoom } from '../../../functions/events/event/room';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff, withdraw } from '../../../functions/events/registrations/change/cancel';
import { correct } from '../../../functions/events/registrations/change/correct';
import { forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { findByCode, getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent, STARTS } from '../../support/events';
import { person } from '../../support/people';
import { problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

const statusOf = async (id: string) => (await getRegistration(world, id)).status;

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
