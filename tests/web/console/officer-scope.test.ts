import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../functions/api/operations';
import { runClock } from '../../../functions/background/clock/tick';
import type { Event } from '../../../functions/events/event/event';
import { listNominations } from '../../../functions/events/nominations/list';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { nominateFor } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { everyRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { listCalls } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { parse } from '../../../functions/platform/input/parse';
import { as } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { giveQuota } from '../../events/nominations/scene';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

/**
 * Two districts have a quota for one event, and people in it. The officer of one of them tries every route of the console
 * and every operation of the API, with the ids of the other one.
 */
const world = useWorld();
let officer: Visitor;
let event: Event;
let theirs: Nomination;
let named: Registration;
let line: Delivery;

/** What only an officer of the other district may read. */
const SECRETS = [
  'Thạch Kín Mẫu',
  '0900 000 877',
  '0900000877',
  'Danh Đầu Mối Kín',
  'kin@mau.example',
  'Lý Riêng Mẫu',
];

const secretsIn = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

/** All that is stored of the other district's people, quota and calls. */
const stored = async (): Promise<unknown> => {
  const people: Registration[] = [];
  for await (const r of everyRegistration(world, event)) people.push(r);
  const { items } = await listCalls(world, { limit: 100 });
  return [
    people.filter(({ unitId }) => unitId !== 'unt_goquao').sort((a, b) => a.id.localeCompare(b.id)),
    (await listNominations(world, event.id)).filter(({ unitId }) => unitId === 'unt_anminh'),
    items.filter(({ owner }) => owner === theirs.id).map(({ id, state }) => [id, state]),
  ];
};

beforeAll(async () => {
  await addPlaces(world);
  event = await addEvent(world, 10, { admission: 'nomination', capacity: 10 });
  await giveQuota(world, event.id, { contactName: 'Danh Của Tôi' });
  theirs = (
    await giveQuota(world, event.id, {
      unitId: 'unt_anminh',
      contactName: 'Danh Đầu Mối Kín',
      contactEmail: 'kin@mau.example',
    })
  ).nomination;
  const person = { fullName: 'Thạch Kín Mẫu', phone: '0900 000 877', basis: 'paper' };
  named = await nominateFor(as(world, theirs.id), { nomination: theirs }, parse(NomineeInput, person));
  await entered(world, event.id, { fullName: 'Lý Riêng Mẫu', unitId: 'unt_donghoa' });
  await runClock(world);
  line = (await listCalls(world, { owner: theirs.id, limit: 10 })).items[0]!;
  officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
});

/** The ids of the other district for the parameters of a route, by its name. */
const pathOf = (name: string): string[] => {
  const route = routes[name as keyof typeof routes] as (...args: string[]) => string;
  if (name === 'consoleQuotaPart')
    return ['dan-tu-excel', 'mau-danh-sach.xlsx', 'in-phieu', 'da-bao', 'du-bi'].map((part) =>
      route(theirs.id, part),
    );
  if (name === 'consoleNominee')
    return ['sua', 'thay', 'bo', 'phieu', 'cu-chinh-thuc'].map((verb) => route(theirs.id, named.id, verb));
  if (name === 'consoleDecide')
    return ['duyet', 'xep', 'tu-choi', 'huy', 'thay', 'chuyen', 'sua'].map((verb) => route(named.id, verb));
  if (name === 'consoleExport') return ['xlsx', 'csv'].map((format) => route(event.id, format));
  if (/Registration$/.test(name)) return [route(named.id)];
  if (/Nomination(Reissue|Revoke)?$|^consoleQuota$/.test(name)) return [route(theirs.id)];
  if (/Account/.test(name)) return [route('acc_organizer')];
  if (/Unit/.test(name)) return [route('unt_anminh')];
  return [route(event.id)];
};

/** A form that would do something if it were let through. */
const FORM = {
  fullName: 'Người Chen Vào',
  phone: '0900 000 555',
  communeId: 'unt_donghoa',
  basis: 'paper',
  reason: 'Thử',
  quota: '9',
  contactName: 'Người Khác',
  version: '1',
  outcome: 'told',
  list: 'Người Chen Vào\t0900 000 555',
  buoc: 'cu',
  'deadline.date': '20/11/2026',
  'deadline.time': '8:00',
};

const consoleRoutes = Object.keys(routes).filter((name) => /^console(?!.*Passkey)/.test(name));

describe('an officer of another district', () => {
  it.each(consoleRoutes)('reads and changes nothing at %s', async (name) => {
    const before = await stored();
    for (const path of pathOf(name)) {
      const page = await officer.get(path);
      expect({ path, status: page.status, secrets: secretsIn(page.html) }).toMatchObject({ secrets: [] });
      const sent = await officer.post(path, { ...FORM, id: line.id, nguoi: named.id, viec: 'huy' });
      expect({ path, secrets: secretsIn(sent.html) }).toEqual({ path, secrets: [] });
    }
    expect(await stored()).toEqual(before);
  });

  it.each(operations.filter(({ who }) => who === 'staff').map((op) => [op.id, op] as const))(
    'reads and changes nothing by %s',
    async (id, op) => {
      if (id === 'revokeOwnSessions') return;
      const before = await stored();
      const path = op.path
        .replace('{eventId}', event.id)
        .replace('{nominationId}', theirs.id)
        .replace('{registrationId}', named.id)
        .replace('{unitId}', 'unt_anminh')
        .replace('{id}', line.id)
        .replace(/\{\w+\}/g, 'x');
      const answer = await officer.api(op.method.toUpperCase(), path, op.example);
      expect({ path, status: answer.status, secrets: secretsIn(answer.html) }).toMatchObject({ secrets: [] });
      expect(await stored()).toEqual(before);
    },
  );

  it('is told of the quota as of one that is not there', async () => {
    for (const path of [routes.consoleQuota(theirs.id), routes.consoleQuota('nom_none_unt_none')]) {
      const { status, text } = await officer.get(path);
      expect([status, text.includes('Địa bàn của ông/bà không có chỉ tiêu này')]).toEqual([404, true]);
    }
  });

  it('reads their own: the trials above reach what they mean to', async () => {
    const own = await signIn(world, { role: 'officer', unitId: 'unt_anminh', bearer: true });
    for (const path of [
      routes.console(),
      routes.consoleQuota(theirs.id),
      routes.consoleNominee(theirs.id, named.id, 'sua'),
      routes.consoleRegistration(named.id),
      routes.consoleRegistrations(event.id),
      routes.consoleCalls(),
      `/api/quotas/${theirs.id}`,
    ])
      expect([path, secretsIn((await own.get(path)).html).length > 0]).toEqual([path, true]);
  });

  it('may not use a role that has no quotas: a viewer', async () => {
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    for (const path of [routes.consoleQuota(theirs.id), `/api/quotas/${theirs.id}`, '/api/quotas'])
      expect([path, (await viewer.get(path)).status]).toEqual([path, 403]);
  });
});
