import { beforeAll, expect, test } from 'vitest';
import { registerAtDoor } from '../../functions/events/attendance/let-in';
import type { Event } from '../../functions/events/event/event';
import { Particulars } from '../../functions/events/person/person-fields';
import { cancelByStaff } from '../../functions/events/registrations/change/cancel';
import { restore } from '../../functions/events/registrations/change/restore';
import { CONSENT_VERSION, consentOf } from '../../functions/events/registrations/consent';
import { getRegistration } from '../../functions/events/registrations/find';
import { register } from '../../functions/events/registrations/register/register';
import {
  registerByStaff,
  StaffRegisterInput,
} from '../../functions/events/registrations/register/register-by-staff';
import type { Consent, Registration } from '../../functions/events/registrations/registration';
import { importRows } from '../../functions/events/rosters/import';
import { parse } from '../../functions/platform/input/parse';
import { iso } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { addEvent, furnish } from '../support/events';
import { entered, particulars, person } from '../support/people';
import { aRegistration } from '../support/stored';
import { signIn, visitor } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';

const world = useWorld();
let event: Event;
beforeAll(async () => {
  await furnish(world);
  event = await addEvent(world, 5, { capacity: 60 });
});

const byForm = async (fullName: string) =>
  (await register(world, (await addEvent(world, 9)).id, person(fullName))).registration;
const byStaff = async (basis: 'person' | 'paper' | 'legal') =>
  (await registerByStaff(world, event.id, parse(StaffRegisterInput, { ...particulars(), basis })))
    .registration;
const byList = async (basis: 'person' | 'paper') => {
  const row = { row: 2, errors: [], person: parse(Particulars, particulars()) };
  const rows = await importRows(world, event.id, [row], { basis });
  return getRegistration(world, rows[0]!.registration!.id);
};
const atDoor = async () =>
  (
    await registerAtDoor(world, event.id, {
      ...parse(Particulars, particulars()),
      day: 1,
      beyond: false,
      another: false,
    } as never)
  ).registration;

test('the form alone names its wording and when it was shown; every other way names its own ground', async () => {
  expect(consentOf(await byForm('Thị Mẫu Đồng'))).toEqual({
    basis: 'form',
    version: CONSENT_VERSION,
    shownAt: iso(world.now()),
  });
  const ways: [() => Promise<Registration>, Consent['basis']][] = [
    [() => byStaff('person'), 'phone'],
    [() => byStaff('paper'), 'paper'],
    [() => byStaff('legal'), 'legal'],
    [() => byList('paper'), 'list'],
    [() => byList('person'), 'office'],
    [atDoor, 'door'],
  ];
  for (const [way, basis] of ways) expect((await way()).consent, basis).toEqual({ basis });
});

test('an older record that names a version alone is read; the version counts where the wording was shown', () => {
  const old = (more: Partial<Registration>) =>
    consentOf(aRegistration('evt_cu', 'a', { consent: '2026-11', ...more }));
  const createdAt = iso(MONDAY);
  expect(old({ createdAt })).toEqual({ basis: 'form', version: '2026-11', shownAt: createdAt });
  expect(old({ channel: 'list', basis: 'paper' })).toEqual({ basis: 'list' });
  expect(old({ channel: 'nomination', basis: 'person' })).toEqual({ basis: 'unit' });
  expect(old({ channel: 'nomination', basis: 'legal' })).toEqual({ basis: 'legal' });
  expect(old({ channel: 'invitation', basis: 'paper', consent: undefined })).toEqual({ basis: 'body' });
});

test('it goes along where a cancellation is taken back', async () => {
  const r = await byForm('Thị Mẫu Về');
  await cancelByStaff(world, r.id, 'nhầm');
  world.clock.forward(60_000);
  expect((await restore(world, r.id)).consent).toEqual(r.consent);
});

test('the person and the officer read it, and the API says it', async () => {
  const r = await byForm('Thị Mẫu Đọc');
  const organizer = await signIn(world, { role: 'organizer', id: 'acc_tc' });
  const shown = (await organizer.get(routes.consoleRegistration(r.id))).text;
  expect(shown).toContain(
    `Người đăng ký đồng ý trên trang, lời đồng ý bản ${CONSENT_VERSION}, hiện lúc thứ Hai`,
  );
  const paper = await entered(world, event.id, { basis: 'paper' });
  const onPaper = (await organizer.get(routes.consoleRegistration(paper.id))).text;
  expect(onPaper).toContain('Đồng ý trên giấy, có người xác nhận');
  expect(onPaper).not.toContain('lời đồng ý bản');

  const me = visitor(world);
  const own = await me.send(routes.review(), { code: r.code, phone: r.phone });
  expect(own.text).toContain('Ông/bà đồng ý khi đăng ký trên trang này');
  expect(own.text).toContain(`(${CONSENT_VERSION})`);
  const { json } = await organizer.api('GET', `/registrations/${r.id}`);
  expect(json).toMatchObject({ consent: { basis: 'form', version: CONSENT_VERSION } });
});
