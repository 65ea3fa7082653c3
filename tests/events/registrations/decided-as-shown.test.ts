import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '../../../functions/directory/sessions/session';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { createNomination } from '../../../functions/events/nominations/create';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { getRegistration } from '../../../functions/events/registrations/find';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import type { Registration } from '../../../functions/events/registrations/registration';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo, registered } from '../../web/public/forms';

const world = useWorld();
const staff = visitor(world);
beforeAll(async () => {
  await addWholeProvince(world, 2);
  const account = await addAccount(world, { email: 'a@stp.example', name: 'Ánh', role: 'organizer' });
  staff.cookies.jar.set('/ __Host-phien', { value: await openSession(world, account), path: '/' });
});

let mine: Registration;
beforeEach(async () => {
  const { id } = await addEvent(world, 10);
  mine = await registered(world, id, 'Danh Mẫu Ẩn', '0912345678');
});
const becomesAnother = async (r = mine) =>
  correctByStaff(world, r.id, { ...particularsOf(r), fullName: 'Danh Mẫu Cháu' });
const now = (r = mine) => getRegistration(world, r.id);

describe('A decision of the organizer is about the registration that the page showed', () => {
  const CANCEL = () => routes.consoleDecide(mine.id, 'huy');

  test('cancelling asks again where it changed, and shows the present state', async () => {
    const fields = { ...fieldsTo(await staff.get(CANCEL()), CANCEL()), reason: 'Trùng tên' };
    await becomesAnother();
    const refused = await staff.post(CANCEL(), fields);
    expect([refused.status, refused.page.querySelector('h1')!.text]).toEqual([
      412,
      'Hủy đăng ký của Danh Mẫu Cháu?',
    ]);
    expect(refused.text).toContain('Ghi lúc');
    expect((await now()).status).toBe('confirmed');
    const again = fieldsTo(refused, CANCEL());
    expect(again.reason).toBe('Trùng tên');
    expect((await staff.post(CANCEL(), again)).status).toBe(303);
    expect((await now()).status).toBe('cancelled');
    // A second click is answered as the first one.
    expect((await staff.post(CANCEL(), again)).status).toBe(303);
  });

  test.each(['thay', 'chuyen'] as const)('so does: %s', async (verb) => {
    const url = routes.consoleDecide(mine.id, verb);
    await addEvent(world, 12);
    const page = fieldsTo(await staff.get(url), url);
    await becomesAnother();
    const refused = await staff.post(url, {
      ...page,
      fullName: 'Lê Mẫu Thay',
      phone: '0987654321',
      districtId: 'unt_goquao',
      basis: 'paper',
      eventId: 'evt_x',
    });
    expect([refused.status, refused.text.includes('Đăng ký vừa thay đổi')]).toEqual([412, true]);
    expect(await now()).toMatchObject({ status: 'confirmed', fullName: 'Danh Mẫu Cháu' });
  });

  test('so do approving and declining', async () => {
    const { id } = await addEvent(world, 10, { approval: true });
    const pending = (
      await register(
        world,
        id,
        RegisterInput.parse({
          fullName: 'Danh Mẫu Tư',
          phone: '0912345670',
          unitId: 'unt_goquao_1',
          consent: true,
        }),
      )
    ).registration;
    const APPROVE = routes.consoleDecide(pending.id, 'duyet');
    const DECLINE = routes.consoleDecide(pending.id, 'tu-choi');
    const page = await staff.get(routes.consoleRegistration(pending.id));
    const declining = fieldsTo(await staff.get(DECLINE), DECLINE);
    await becomesAnother(pending);
    expect((await staff.post(APPROVE, fieldsTo(page, APPROVE))).status).toBe(412);
    expect((await staff.post(DECLINE, { ...declining, reason: 'x' })).status).toBe(412);
    expect((await now(pending)).status).toBe('pending');
    const newest = await staff.get(routes.consoleRegistration(pending.id));
    await staff.post(APPROVE, fieldsTo(newest, APPROVE));
    expect((await now(pending)).status).toBe('confirmed');
    expect((await staff.post(APPROVE, fieldsTo(newest, APPROVE))).status).toBe(303);
  });
});

describe('A unit takes off or replaces the person whom its page showed', () => {
  test.each(['bo', 'thay'])('%s', async (verb) => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await createNomination(world, event.id, {
      unitId: 'unt_goquao',
      quota: 5,
      contactName: 'Danh Mẫu',
    });
    const token = linkToken(world, nomination.id, nomination.turn);
    const input = { fullName: 'Danh Mẫu Năm', phone: '0912345671', unitId: 'unt_goquao', basis: 'paper' };
    const person = await nominate(world, token, NomineeInput.parse(input));
    const url = `/cu-nguoi/${token}/${person.id}/${verb}`;
    const me = visitor(world);
    const fields = {
      ...fieldsTo(await me.get(url), url),
      ...(verb === 'bo'
        ? { reason: 'Bận' }
        : { fullName: 'Lê Mẫu Sáu', phone: '0987654322', basis: 'paper' }),
    };
    await becomesAnother(person);
    const refused = await me.post(url, fields);
    expect(refused.status).toBe(412);
    expect(refused.page.querySelector('h1')!.text).toContain('Danh Mẫu Cháu');
    expect((await now(person)).status).toBe('confirmed');
    const meant = { ...fields, ...fieldsTo(refused, url) };
    expect((await me.post(url, meant)).status).toBe(303);
    expect((await now(person)).status).toBe('cancelled');
  });
});
