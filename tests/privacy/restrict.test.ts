import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onAuditStream } from '../../functions/background/streams/audit';
import type { Account } from '../../functions/directory/accounts/account';
import { exportTable } from '../../functions/events/attendance/export';
import { signInSheet } from '../../functions/events/attendance/sign-in-sheet';
import { groupsOf } from '../../functions/events/broadcasts/groups';
import type { Event } from '../../functions/events/event/event';
import { readRoom } from '../../functions/events/event/room';
import { particularsOf } from '../../functions/events/person/person-fields';
import { correctByStaff } from '../../functions/events/registrations/change/correct';
import { move } from '../../functions/events/registrations/change/move';
import { replace } from '../../functions/events/registrations/change/replace';
import { restore } from '../../functions/events/registrations/change/restore';
import { findByCode, getRegistration } from '../../functions/events/registrations/find';
import { register } from '../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../functions/events/registrations/register/register-by-staff';
import { RESTRICTED_NAME, type Registration } from '../../functions/events/registrations/registration';
import { listCalls } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { mailsOf } from '../../functions/outbox/sending/sent-mail';
import { historyOf } from '../../functions/platform/audit/history';
import { parse } from '../../functions/platform/input/parse';
import { DAY } from '../../functions/platform/time/dates';
import { restrict, unrestrict } from '../../functions/privacy/person/restrict';
import { seatsIn } from '../../functions/seats/ledger/room';
import { routes } from '../../web/routes';
import { addEvent, furnish } from '../support/events';
import { noSleep } from '../support/mail';
import { particulars, person } from '../support/people';
import { problem } from '../support/refusals';
import { fieldsOf } from '../support/seen';
import { aRegistration, keep, streamRecord } from '../support/stored';
import { signIn, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const admin = { id: 'acc_qt', role: 'admin', active: true } as Account;
const reason = { reason: 'Yêu cầu qua điện thoại ngày 16/11/2026' };

const WHO = {
  fullName: 'Thị Mẫu Kín',
  phone: '0900111222',
  email: 'kin@mau.example',
  position: 'Trưởng ấp Mẫu Kín',
  access: 'xe lăn',
  unitId: 'unt_dinhan',
};
/** What tells who it is. */
const SECRET = /Mẫu Kín|0900 ?111 ?222|0900111222|kin@mau\.example|xe lăn/;
const says = (what: unknown) => SECRET.test(typeof what === 'string' ? what : JSON.stringify(what));

let mailed: Event;
let called: Event;
let byForm: Registration;
let byPhone: Registration;
beforeAll(async () => {
  await furnish(world);
  mailed = await addEvent(world, 10);
  called = await addEvent(world, 12);
  byForm = (await register(world, mailed.id, person(WHO.fullName, WHO))).registration;
  const { email: _email, ...withoutMail } = WHO;
  const paper = parse(StaffRegisterInput, { ...withoutMail, basis: 'paper' });
  byPhone = (await registerByStaff(world, called.id, paper)).registration;
  await register(world, mailed.id, person('Lê Văn Khác'));
  await runClock(world, noSleep());
});

const callLines = async () => (await listCalls(world, { owner: called.id, limit: 50 })).items;

describe('a person whose data are restricted', () => {
  test('was shown and told before', async () => {
    expect(says(await exportTable(world, mailed))).toBe(true);
    expect(says(await callLines())).toBe(true);
    expect(world.sent.some(({ to }) => to === WHO.email)).toBe(true);
  });

  test('is found by phone and name in every event, and set aside there by an admin alone', async () => {
    await expect(restrict(world, { ...admin, role: 'organizer' }, byForm.id, reason)).rejects.toEqual(
      problem('forbidden'),
    );
    expect(says(await getRegistration(world, byForm.id))).toBe(true);
    expect(await restrict(world, admin, byForm.id, reason)).toBe(2);
    for (const { id } of [byForm, byPhone]) {
      const r = await getRegistration(world, id);
      expect(r).toMatchObject({ fullName: RESTRICTED_NAME, phone: '', status: 'confirmed' });
      expect(says({ ...r, setAside: undefined })).toBe(false);
      expect(r.setAside?.values).toMatchObject({ fullName: WHO.fullName, phone: WHO.phone });
    }
  });

  test('stands in no list, sheet, export, notice or call line, and no page shows more than that there is one', async () => {
    const table = await exportTable(world, mailed);
    expect(table).toHaveLength(3);
    expect(says(table)).toBe(false);
    expect((await signInSheet(world, mailed.id)).rows).toHaveLength(2);
    expect(says(await signInSheet(world, mailed.id))).toBe(false);
    expect(await callLines()).toEqual([]);
    for (const { id } of [byForm, byPhone])
      for (const d of await deliveriesOf(world, id)) {
        expect(says({ ...d, setAside: undefined })).toBe(false);
        expect(await mailsOf(world, d)).toEqual([]);
      }
    const { held } = seatsIn(await readRoom(world, mailed.id), 'open');
    expect(held).toBe(2);

    const organizer = await signIn(world, { role: 'organizer', id: 'acc_tc' });
    for (const path of [
      routes.consoleRegistrations(mailed.id),
      `${routes.consoleRegistrations(mailed.id)}?tim=kin`,
      routes.consoleRegistration(byForm.id),
      routes.consoleRegistration(byPhone.id),
      routes.consoleDeliveries(),
      routes.consoleCalls(),
      routes.consoleSignInSheet(mailed.id),
      `${routes.consoleCheckIn(mailed.id)}?tim=0900111222`,
    ]) {
      const seen = await organizer.get(path);
      expect(seen.status, path).toBeLessThan(400);
      expect(says(seen.text.replaceAll('0900111222', path.includes('tim=') ? '' : '0900111222')), path).toBe(
        false,
      );
    }
    expect((await organizer.get(routes.consoleDecide(byForm.id, 'han-che'))).status).toBe(403);
    expect((await organizer.get(routes.consoleDecide(byForm.id, 'sua'))).status).toBe(409);
    for (const path of [`/events/${mailed.id}/registrations`, `/registrations/${byForm.id}`])
      expect(says((await organizer.api('GET', path)).json), path).toBe(false);
    const row = (await organizer.get(routes.consoleRegistrations(mailed.id))).text;
    expect(row).toContain(RESTRICTED_NAME);
  });

  test('is told nothing, whatever becomes due', async () => {
    world.sent.length = 0;
    // The morning before both events.
    world.clock.forward(9 * DAY);
    await runClock(world, noSleep());
    world.clock.forward(2 * DAY);
    await runClock(world, noSleep());
    expect(world.sent.map(({ to }) => to)).not.toContain(WHO.email);
    expect(says(world.sent)).toBe(false);
    // Nor is it in a group that an organizer writes to.
    const one = { kind: 'registration', thing: await getRegistration(world, byForm.id) } as const;
    expect(groupsOf(mailed, one, { now: world.now() })).toEqual([]);
    expect((await callLines()).map(({ pk }) => pk)).not.toContain(byPhone.id);
    world.clock.forward(-11 * DAY);
  });

  test('is not written over, copied or registered a second time', async () => {
    const now = await getRegistration(world, byForm.id);
    const refused = problem('registration-restricted');
    await expect(correctByStaff(world, byForm.id, particularsOf(now), now.version)).rejects.toEqual(refused);
    await expect(move(world, byForm.id, called.id)).rejects.toEqual(refused);
    const other = parse(StaffRegisterInput, particulars({ fullName: 'Trần Văn Thay' }));
    const { basis: _basis, another: _another, ...substitute } = other;
    await expect(replace(world, byForm.id, substitute, { basis: 'paper', channel: 'phone' })).rejects.toEqual(
      refused,
    );
    const gone = aRegistration(mailed.id, 'gone', {
      status: 'cancelled',
      how: 'organizer',
      restricted: now.restricted!,
      setAside: now.setAside!,
    });
    await keep(world, gone);
    await expect(restore(world, gone.id)).rejects.toEqual(refused);
    await expect(register(world, mailed.id, person(WHO.fullName, WHO))).rejects.toEqual(
      problem('already-registered'),
    );
    await expect(findByCode(world, { code: byForm.code, phone: WHO.phone })).rejects.toEqual(
      problem('code-unknown'),
    );
    expect(says((await visitor(world).get(routes.event(mailed.id))).text)).toBe(false);
  });

  test('is shown again, with what is due, once an admin lifts it', async () => {
    expect(await unrestrict(world, admin, byPhone.id)).toBe(2);
    for (const before of [byForm, byPhone]) {
      const r = await getRegistration(world, before.id);
      expect(particularsOf(r)).toEqual(particularsOf(before));
      expect(r.restricted).toBeUndefined();
      expect(r.setAside).toBeUndefined();
      expect(r.webPhone).toBe(before.webPhone);
    }
    expect(says(await callLines())).toBe(true);
    const kept = (await deliveriesOf(world, byForm.id)).find(({ template }) => template === 'confirmed')!;
    expect(kept).toMatchObject({ name: WHO.fullName, email: WHO.email });
    expect(await mailsOf(world, kept)).toHaveLength(1);
    await expect(unrestrict(world, admin, byForm.id)).rejects.toEqual(problem('registration-not-restricted'));
  });
});

describe('the page of it', () => {
  test('asks an admin for a reason, shows them what is set aside, and lifts it', async () => {
    const who = await signIn(world, { role: 'admin', id: 'acc_qt2' });
    const path = routes.consoleDecide(byForm.id, 'han-che');
    const before = await getRegistration(world, byForm.id);
    const { page, text } = await who.get(path);
    expect(text).toContain('Ở 2 lớp, hội nghị');
    expect((await who.post(path, { ...fieldsOf(page), reason: '' })).status).toBe(422);
    const done = await who.send(path, { ...fieldsOf(page), ...reason });
    expect(done.text).toContain('Đã hạn chế thông tin của người này.');
    expect(done.text).toContain('Chỉ quản trị viên xem được');
    expect(says(done.text)).toBe(false);
    const restricted = await getRegistration(world, byForm.id);
    // All data of the person: an organizer may still erase them, and is not shown them.
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    for (const data of [routes.consolePersonData(byForm.id), routes.consolePersonFile(byForm.id)]) {
      const refused = await organizer.get(data);
      expect([data, refused.status, says(refused.html)]).toEqual([data, 403, false]);
      const shown = await who.get(data);
      expect([data, shown.status, says(shown.html)]).toEqual([data, 200, true]);
    }
    for (const page of [routes.consoleRegistration(byForm.id), routes.consoleForget(byForm.id)]) {
      const { status, html } = await organizer.get(page);
      expect([page, status, html.includes(routes.consolePersonData(byForm.id))]).toEqual([page, 200, false]);
    }
    const again = await who.get(path);
    for (const words of [WHO.fullName, '0900 111 222', WHO.email, reason.reason])
      expect(again.text).toContain(words);
    const lifted = await who.send(path, fieldsOf(again.page));
    expect(lifted.text).toContain('Đã bỏ hạn chế thông tin của người này.');
    expect(lifted.text).toContain(WHO.fullName);

    // The history says that it was done, by whom, and nothing of the person.
    const after = await getRegistration(world, byForm.id);
    const table = 'registrations';
    await onAuditStream(world, [
      streamRecord(world, table, restricted, before),
      streamRecord(world, table, after, restricted),
    ]);
    const { items } = await historyOf(world, byForm.id);
    expect(items.filter(({ what }) => what !== 'taken')).toHaveLength(2);
    expect(says(items)).toBe(false);
    const story = (await who.get(routes.consoleRegistration(byForm.id))).text;
    expect(story).toContain('hạn chế thông tin của người này');
    expect(story).toContain('bỏ hạn chế thông tin của người này');
  });

  test('is an operation, too', async () => {
    const who = await signIn(world, { role: 'admin', id: 'acc_qt3', bearer: true });
    const path = `/registrations/${byForm.id}/restriction`;
    expect((await who.api('POST', path, reason)).json).toEqual({ registrations: 2 });
    expect((await who.api('POST', `${path}/lifting`)).json).toEqual({ registrations: 2 });
    const organizer = await signIn(world, { role: 'organizer', id: 'acc_tc2', bearer: true });
    expect((await organizer.api('POST', path, reason)).status).toBe(403);
  });
});
