import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { createNomination } from '../../functions/events/nominations/create';
import { getNomination } from '../../functions/events/nominations/list';
import {
  requestIdOf,
  requestKey,
  requests,
  requestsAbout,
} from '../../functions/events/person/forget-request';
import { FORGOTTEN, tombstonesOf } from '../../functions/events/person/forgotten';
import { findByCode } from '../../functions/events/registrations/find';
import { RESTRICTED_NAME } from '../../functions/events/registrations/registration';
import { listCalls } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { historyOf } from '../../functions/platform/audit/history';
import { iso, MINUTE } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { findPersonData } from '../../functions/privacy/find';
import { LOOK_AGAIN_MS } from '../../functions/privacy/forget';
import { restrict, unrestrict } from '../../functions/privacy/person/restrict';
import { refuseRequest } from '../../functions/privacy/refuse';
import {
  askToBeForgotten,
  getRequest,
  openRequests,
  requestForPerson,
  requestOf,
} from '../../functions/privacy/requests';
import { routes } from '../../web/routes';
import { furnish, inDays, publishedEvent } from '../support/events';
import { subjectOf, textOf } from '../support/mail';
import { comes } from '../support/people';
import { problem } from '../support/refusals';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { clockOnce, forgotten, needlesOf, whereFound } from './scene';

const world = useWorld();
const staff = () => as(world, 'acc_organizer');
const WHY = { refusal: 'Chứng từ chi tiền ăn phải lưu 10 năm.' };
const ANSWER = 'Trả lời yêu cầu xóa dữ liệu cá nhân';
const admin = { id: 'acc_admin', role: 'admin' as const, active: true } as never;

let event: Event;
const who = {} as Record<'organizer' | 'officer', Visitor>;
beforeAll(async () => {
  await furnish(world);
  event = await publishedEvent(world, { capacity: 200 }, inDays(world, 20));
  who.organizer = await signIn(world, { role: 'organizer', id: 'acc_organizer', bearer: true });
  who.officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
});

/** A person with a registration who asked. */
const asker = async (fullName: string, over: object = {}) => {
  const person = await comes(world, event.id, { fullName, ...over });
  await askToBeForgotten(world, person);
  return { person, id: requestIdOf(person.id) };
};
const mailsTo = (address: string) =>
  world.sent.filter(({ to, raw }) => to === address && subjectOf(raw) === ANSWER);
const callsFor = async (id: string) => (await listCalls(world, { owner: id, limit: 10 })).items;

let officers = 0;
/** An officer who is asked to name people, and has no registration. */
const contact = async (fullName: string) => {
  const byUnits = await publishedEvent(world, { admission: 'nomination' }, inDays(world, 30));
  const phone = `090000077${++officers}`;
  const { nomination } = await createNomination(staff(), byUnits.id, {
    unitId: 'unt_dinhan',
    quota: 2,
    contactName: fullName,
    contactPhone: phone,
  });
  return { fullName, phone, nominationId: nomination.id };
};

describe('a person whose request to be forgotten is refused', () => {
  test('gets one mail with the reason and where to object', async () => {
    const { id } = await asker('Danh Mẫu Thư', { email: 'thu@mau.example' });
    await refuseRequest(staff(), id, WHY);
    for (let i = 0; i < 2; i++) {
      await clockOnce(world);
      world.clock.forward(MINUTE);
    }
    const [mail, ...others] = mailsTo('thu@mau.example');
    expect(others).toEqual([]);
    const text = textOf(mail!.raw);
    for (const words of [
      'Danh Mẫu Thư',
      `Lý do: ${WHY.refusal}`,
      'quyền khiếu nại',
      'Bộ Công an',
      world.settings.help.email,
      routes.review(),
    ])
      expect(text).toContain(words);
    // An answer that the law asks for: there is nothing to unsubscribe from.
    expect(mail!.raw.toString()).not.toContain('List-Unsubscribe');
  });

  test('is called by the organizer where they have no address, also one whom a unit named', async () => {
    const { id, person } = await asker('Danh Mẫu Gọi', { unitId: 'unt_goquao' });
    await refuseRequest(staff(), id, WHY);
    const [line, ...others] = await callsFor(id);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      template: 'forget-refused',
      name: person.fullName,
      phone: person.phone,
      words: expect.stringContaining(WHY.refusal),
    });
    expect((await who.organizer.get(routes.consoleCalls())).text).toContain(WHY.refusal);
    expect((await who.officer.get(routes.consoleCalls())).text).not.toContain(WHY.refusal);
  });

  test('is told by the clock where the request stopped before it wrote the notice', async () => {
    const { id } = await asker('Danh Mẫu Dở Dang');
    const request = await getRequest(world, id);
    const at = iso(world.now());
    await world.db.put(requests, { ...request, ...WHY, open: 'refused', refusedAt: at });
    expect(await callsFor(id)).toEqual([]);
    await clockOnce(world);
    expect(await callsFor(id)).toHaveLength(1);
    expect(await getRequest(world, id)).not.toHaveProperty('open');
  });

  test('is told no more where they ask again, and each refusal is told once', async () => {
    const { id, person } = await asker('Danh Mẫu Lại');
    await refuseRequest(staff(), id, WHY);
    expect(await callsFor(id)).toHaveLength(1);
    world.clock.forward(MINUTE);
    await askToBeForgotten(world, person);
    expect(await callsFor(id)).toEqual([]);
    world.clock.forward(MINUTE);
    await refuseRequest(staff(), id, { refusal: 'Đang giải quyết khiếu nại.' });
    expect((await callsFor(id)).map(({ words }) => words)).toEqual([
      expect.stringContaining('Đang giải quyết khiếu nại.'),
    ]);
    expect(await deliveriesOf(world, id)).toHaveLength(2);
  });

  test('leaves a line in the history, with the account and without the words, and one in the security log', async () => {
    const { id, person } = await asker('Danh Mẫu Sử');
    const before = world.logs.length;
    await refuseRequest(staff(), id, WHY);
    const [change] = (await historyOf(world, person.id)).items;
    expect(change).toMatchObject({ who: 'acc_organizer', fields: { forgetRequest: { to: 'refused' } } });
    expect(JSON.stringify(change)).not.toContain('Chứng từ');
    expect(world.logs.slice(before)).toContainEqual(
      expect.objectContaining({ what: 'security-forget-request-refused' }),
    );
    expect((await who.organizer.get(routes.consoleRegistration(person.id))).text).toContain(
      'từ chối yêu cầu xóa dữ liệu',
    );
    await expect(refuseRequest(staff(), id, WHY)).rejects.toEqual(problem('request-over'));
  });

  test('is forgotten whole when it is carried out after all', async () => {
    const { id, person } = await asker('Lâm Thị Mẫu Sau', { email: 'sau@mau.example' });
    await refuseRequest(staff(), id, { refusal: `Chứng từ của ${person.fullName}, ${person.phone}.` });
    await clockOnce(world);
    await forgotten(world, { id: person.id });
    const needles = needlesOf({ fullName: person.fullName, phone: person.phone, email: 'sau@mau.example' });
    expect(await whereFound(world, needles)).toEqual([]);
    expect(await getRequest(world, id)).toMatchObject({ doneAt: expect.any(String) });
  });
});

describe('a person whose data are restricted', () => {
  test('is told nothing, reads the answer on their own page, and is told when it is lifted', async () => {
    const { id, person } = await asker('Danh Mẫu Hạn Chế');
    await restrict(world, admin, person.id, { reason: 'Qua điện thoại' });
    await refuseRequest(staff(), id, WHY);
    await clockOnce(world);
    expect(await deliveriesOf(world, id)).toEqual([]);
    const page = await who.organizer.get(routes.consoleRefuseToForget(id));
    expect([page.status, page.text.includes(person.fullName)]).toEqual([200, false]);

    const browser = visitor(world);
    const own = await browser.send(routes.review(), { code: person.code, phone: person.phone });
    for (const words of ['Dữ liệu của tôi', person.fullName, `Lý do: ${WHY.refusal}`, 'được hạn chế từ ngày'])
      expect(own.text).toContain(words);
    expect((await browser.get(routes.reviewed())).to).toContain(routes.ownData());
    const again = await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    expect(again.text).toContain('Ông/bà đã yêu cầu xóa dữ liệu');
    // Only there: elsewhere their code opens nothing, and another phone opens nothing at all.
    const code = { code: person.code, phone: person.phone };
    await expect(findByCode(world, code)).rejects.toEqual(problem('code-unknown'));
    await expect(findByCode(world, { ...code, phone: '0900123123' }, { restricted: true })).rejects.toEqual(
      problem('code-unknown'),
    );
    await refuseRequest(staff(), id, WHY);
    await unrestrict(world, admin, person.id);
    expect(await callsFor(id)).toMatchObject([{ name: person.fullName, phone: person.phone }]);
  });

  test('leaves the call list when it is restricted after the refusal', async () => {
    const { id, person } = await asker('Danh Mẫu Rút Tên');
    await refuseRequest(staff(), id, WHY);
    expect(await callsFor(id)).toHaveLength(1);
    await restrict(world, admin, person.id, { reason: 'Qua điện thoại' });
    expect(await callsFor(id)).toEqual([]);
    for (const d of await deliveriesOf(world, id))
      expect(JSON.stringify({ ...d, setAside: undefined })).not.toContain(person.phone);
  });

  test('is found by name and phone, and the page of the request says no name', async () => {
    const person = await comes(world, event.id, { fullName: 'Danh Mẫu Kín Tên' });
    await restrict(world, admin, person.id, { reason: 'Qua điện thoại' });
    const { fullName, phone } = person;
    const done = await who.organizer.send(routes.consoleNewForgetRequest(), { fullName, phone });
    expect(done.text).toContain(RESTRICTED_NAME);
    expect(done.text).not.toContain(fullName);
    expect(await requestOf(world, person.id)).not.toHaveProperty('asker');
    const path = `/forget-requests/${requestIdOf(person.id)}/person-data`;
    expect((await who.organizer.api('GET', path)).status).toBe(403);
  });
});

describe('a request that staff write down', () => {
  test('of a person without a registration finds what is kept elsewhere, and is carried out', async () => {
    const { nominationId, ...person } = await contact('Huỳnh Thị Mẫu Đầu Mối');
    expect((await who.organizer.get(routes.consoleForgettings())).html).toContain(
      routes.consoleNewForgetRequest(),
    );
    const shown = await who.organizer.send(routes.consoleNewForgetRequest(), person);
    for (const words of [person.fullName, 'Đã ghi yêu cầu', 'Đầu mối cử người', 'không có đăng ký'])
      expect(shown.text).toContain(words);
    const [request] = (await openRequests(world)).filter(({ asker }) => asker?.phone === person.phone);
    expect(request).toMatchObject({ asker: person });
    expect(request!.id).not.toContain(person.phone);
    expect((await historyOf(world, request!.id)).items).toMatchObject([
      { who: 'acc_organizer', fields: { forgetRequest: { to: 'asked' } } },
    ]);
    expect(world.logs).toContainEqual(expect.objectContaining({ what: 'security-forget-request-added' }));
    // Asked twice, the first time counts.
    world.clock.forward(MINUTE);
    expect((await requestForPerson(staff(), person)).askedAt).toBe(request!.askedAt);

    const list = await who.organizer.get(routes.consoleForgettings());
    expect(list.text).toContain(person.fullName);
    const path = routes.consoleForgetRequest(request!.id);
    const done = await who.organizer.send(path, { reason: 'asked' });
    expect(done.text).toContain('Đã xóa dữ liệu ở');
    expect((await getNomination(world, nominationId)).contactName).toBe(FORGOTTEN);
    world.clock.forward(LOOK_AGAIN_MS + MINUTE);
    await clockOnce(world);
    expect(await whereFound(world, needlesOf(person))).toEqual([]);
    expect((await historyOf(world, request!.id)).items[0]).toMatchObject({
      who: 'acc_organizer',
      fields: { forgetRequest: { to: 'done' } },
    });
    expect((await who.organizer.get(path)).status).toBe(409);
  });

  test('is refused, and the person told at the address that was written down', async () => {
    const { nominationId: _nominationId, ...person } = await contact('Lý Mẫu Có Thư');
    const { id } = await requestForPerson(staff(), { ...person, email: 'cothu@mau.example' });
    await refuseRequest(staff(), id, WHY);
    await clockOnce(world);
    const [mail] = mailsTo('cothu@mau.example');
    expect(textOf(mail!.raw)).toContain(WHY.refusal);
    const list = (await who.organizer.get(routes.consoleForgettings())).text;
    for (const words of ['Yêu cầu đã từ chối', person.fullName, WHY.refusal, 'Đã gửi'])
      expect(list).toContain(words);
    expect((await who.organizer.get(routes.consoleForgetRequest(id))).text).toContain(
      'từ chối yêu cầu xóa dữ liệu',
    );
    // What they are told is exported and forgotten with the rest.
    const places = (await findPersonData(world, person)).kept.map(({ place }) => place);
    expect(places).toEqual(expect.arrayContaining(['nominations', 'requests', 'notices', 'mails']));
    await forgotten(world, person);
    expect(await whereFound(world, needlesOf({ ...person, email: 'cothu@mau.example' }))).toEqual([]);
  });

  test('is called where no address was written down', async () => {
    const { nominationId: _nominationId, ...person } = await contact('Lý Mẫu Cần Gọi');
    const { id } = await requestForPerson(staff(), person);
    await refuseRequest(staff(), id, WHY);
    expect(await callsFor(id)).toMatchObject([{ name: person.fullName, phone: person.phone }]);
    expect((await who.organizer.get(routes.consoleCalls())).text).toContain(person.fullName);
  });

  test('of a person with a registration is that registration’s', async () => {
    const { fullName, phone, id } = await comes(world, event.id, { fullName: 'Danh Mẫu Có Đăng Ký' });
    const request = await requestForPerson(staff(), { fullName, phone });
    expect(request).toMatchObject({ registrationId: id, eventId: event.id });
    expect(request).not.toHaveProperty('asker');
    expect(await requestOf(world, id)).toMatchObject(request);
  });

  test('of a person without a registration shows all that is kept, also after a refusal, to organizers alone', async () => {
    const { nominationId, ...person } = await contact('Lý Mẫu Xem Hết');
    const { id } = await requestForPerson(staff(), person);
    await refuseRequest(staff(), id, WHY);
    const forget = await who.organizer.get(routes.consoleForgetRequest(id));
    expect(forget.html).toContain(routes.consoleRequestedData(id));
    const page = await who.organizer.get(routes.consoleRequestedData(id));
    for (const words of [person.fullName, WHY.refusal, 'Đầu mối cử người', 'Tải'])
      expect(page.text).toContain(words);
    const file = JSON.parse((await who.organizer.get(routes.consoleRequestedFile(id))).html);
    const answer = await who.organizer.api('GET', `/forget-requests/${id}/person-data`);
    const idsIn = (kept: { place: string; id: string }[]) =>
      kept.filter(({ place }) => place === 'nominations').map((one) => one.id);
    expect([idsIn(file.kept), idsIn(answer.json.kept)]).toEqual([[nominationId], [nominationId]]);
    expect((await historyOf(world, id)).items.filter(({ what }) => what === 'taken')).toHaveLength(3);
    await forgotten(world, person);
    expect((await who.organizer.get(routes.consoleRequestedData(id))).status).toBe(409);
    expect((await who.organizer.api('GET', `/forget-requests/${id}/person-data`)).status).toBe(409);
  });

  test('is found with any accents, at the same cost however many others asked', async () => {
    const { nominationId: _nominationId, ...person } = await contact('Lý Thị Mẫu Chỉ Mục');
    const { id } = await requestForPerson(staff(), person);
    let units = 0;
    const db = world.db.metered(({ read }) => {
      units += read;
    });
    const costOf = async (fullName: string) => {
      units = 0;
      const hashes = tombstonesOf(world, [{ ...person, fullName }]);
      expect((await requestsAbout({ db }, { ids: [], hashes })).map((one) => one.id)).toEqual([id]);
      return units;
    };
    const before = [await costOf(person.fullName), await costOf('Ly Thi Mau Chi Muc')];
    const found = await getRequest(world, id);
    const others = Array.from({ length: 60 }, (_, i) => ({
      ...found,
      ...requestKey(`frq_other${i}`),
      id: `frq_other${i}`,
      ...{ hashes: [`other${i}`], personHash: `other${i}`, doneAt: found.askedAt },
    }));
    await world.db.putMany(requests, others);
    expect([await costOf(person.fullName), await costOf('Ly Thi Mau Chi Muc')]).toEqual(before);
  });

  test('about a person of whom nothing is kept is not taken', async () => {
    const nothing = { fullName: 'Phan Mẫu Vắng', phone: '0900000799' };
    const said = await who.organizer.post(routes.consoleNewForgetRequest(), nothing);
    expect([said.status, said.text]).toEqual([
      422,
      expect.stringContaining('Hệ thống không giữ dữ liệu nào về người này'),
    ]);
    expect((await openRequests(world)).some(({ asker }) => asker?.phone === nothing.phone)).toBe(false);
  });
});

describe('in the API', () => {
  test('staff write down a request, refuse it, and carry it out', async () => {
    const { nominationId: _nominationId, ...person } = await contact('Lý Mẫu Giao Diện');
    const { api } = who.organizer;
    const made = await api('POST', '/forget-requests', person);
    expect([made.status, made.json.request.person]).toEqual([201, person]);
    expect(made.json.found).toContainEqual({ place: 'nominations', count: 1 });
    const path = `/forget-requests/${made.json.request.requestId}`;
    const refused = await api('POST', `${path}/refusal`, WHY);
    expect([refused.status, refused.json.refusal]).toEqual([200, WHY.refusal]);
    const twice = await api('POST', `${path}/refusal`, WHY);
    expect([twice.status, twice.json.code]).toEqual([409, 'request-over']);
    const done = await api('POST', `${path}/forgetting`, { reason: 'asked' });
    expect([done.status, done.json.state]).toEqual([200, 'again']);
    expect((await api('POST', `${path}/forgetting`, { reason: 'asked' })).status).toBe(409);
    expect(await requestKeys(made.json.request.requestId)).not.toContain('asker');
  });

  test('an officer does none of it', async () => {
    const { id, person } = await asker('Danh Mẫu Xa');
    const { fullName, phone } = person;
    const { api, get, post } = who.officer;
    const statuses = [
      await api('POST', '/forget-requests', { fullName, phone }),
      await api('POST', `/forget-requests/${id}/refusal`, WHY),
      await api('POST', `/forget-requests/${id}/forgetting`, { reason: 'asked' }),
      await get(routes.consoleNewForgetRequest()),
      await post(routes.consoleNewForgetRequest(), { fullName, phone }),
      await get(routes.consoleForgetRequest(id)),
      await post(routes.consoleForgetRequest(id), { reason: 'asked' }),
      await get(routes.consoleRequestedData(id)),
      await get(routes.consoleRequestedFile(id)),
      await api('GET', `/forget-requests/${id}/person-data`),
    ].map(({ status }) => status);
    expect(statuses).toEqual(Array(10).fill(403));
    expect((await getRequest(world, id)).open).toBe('request');
  });
});

const requestKeys = async (id: string) => Object.keys((await world.db.get(requests, requestKey(id))) ?? {});
