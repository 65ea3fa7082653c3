import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { requestIdOf } from '../../functions/events/person/forget-request';
import { getRegistration } from '../../functions/events/registrations/find';
import { historyOf } from '../../functions/platform/audit/history';
import { DAY } from '../../functions/platform/time/dates';
import { openRequests, requestOf } from '../../functions/privacy/requests';
import { routes } from '../../web/routes';
import { addEvent } from '../support/events';
import { comes } from '../support/people';
import { addPlaces } from '../support/places';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
let event: Event;
let organizer: Visitor;
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  event = await addEvent(world, 9);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
});

/** A person who has shown that the registration is theirs. */
const owner = async () => {
  const person = await comes(world, event.id, { fullName: 'Danh Thị Mẫu Riêng', email: 'rieng@mau.example' });
  const browser = visitor(world);
  await browser.send(routes.review(), { code: person.code, phone: person.phone });
  return { person, browser };
};

describe('one’s own data', () => {
  test('are shown whole, and leave as a file; each time stands in the history', async () => {
    const { person, browser } = await owner();
    const reviewed = await browser.get(routes.reviewed());
    expect(reviewed.page.querySelector(`a[href*="${routes.ownData()}"]`)).toBeTruthy();
    const page = await browser.get(routes.ownData());
    for (const words of ['Dữ liệu của tôi', person.fullName, '0900', 'rieng@mau.example', event.title])
      expect(page.text).toContain(words);
    const file = await browser.get(routes.ownDataFile());
    expect(file.headers.get('content-disposition')).toContain('du-lieu-cua-toi.json');
    expect(JSON.parse(file.html).kept).toEqual(
      expect.arrayContaining([expect.objectContaining({ place: 'registrations', id: person.id })]),
    );
    const { items } = await historyOf(world, person.id);
    expect(items.filter(({ what }) => what === 'taken')).toHaveLength(2);
  });

  test('are shown to no one else', async () => {
    for (const path of [routes.ownData(), routes.ownDataFile(), routes.askToForget()])
      expect((await visitor(world).get(path)).to).toContain(routes.review());
  });

  test('are asked to be erased, which can be taken back; the organizer has fifteen days', async () => {
    const { person, browser } = await owner();
    const asking = await browser.get(routes.askToForget());
    expect(asking.text).toContain('trong 15 ngày');
    const done = await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    expect(done.text).toContain('Ông/bà đã yêu cầu xóa dữ liệu');
    const request = await requestOf(world, person.id);
    expect(Date.parse(request!.dueAt) - Date.parse(request!.askedAt)).toBe(15 * DAY);
    // A second time is the same request.
    await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    expect(
      (await openRequests(world)).filter(({ registrationId }) => registrationId === person.id),
    ).toHaveLength(1);

    expect((await organizer.get(routes.console())).text).toContain('theo yêu cầu của người đó');
    expect((await organizer.get(routes.consoleForgettings())).text).toContain(person.fullName);

    const back = await browser.send(routes.askToForget(), { viec: 'tu-bao', registrationId: person.id });
    expect(back.text).toContain('Đã rút lại yêu cầu xóa dữ liệu.');
    expect(await requestOf(world, person.id)).toBeUndefined();
  });
});

describe('the organizer', () => {
  test('sees what would go, says why, and sees that it went', async () => {
    const { person, browser } = await owner();
    await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    const path = routes.consoleForget(person.id);
    const preview = await organizer.get(path);
    for (const words of [`Xóa dữ liệu của ${person.fullName}?`, event.title, 'chưa diễn ra'])
      expect(preview.text).toContain(words);
    expect((await organizer.post(path, {})).status).toBe(422);
    expect((await getRegistration(world, person.id)).forgotten).toBeUndefined();
    const done = await organizer.send(path, { reason: 'asked' });
    expect(done.text).toContain('Đã xóa dữ liệu ở');
    expect(done.text).not.toContain(person.fullName);
    expect((await getRegistration(world, person.id)).forgotten).toMatchObject({ reason: 'asked' });
    expect((await openRequests(world)).some(({ registrationId }) => registrationId === person.id)).toBe(
      false,
    );
    const left = await organizer.get(routes.consoleRegistration(person.id));
    expect(left.text).toContain('Dữ liệu của người này đã được xóa theo yêu cầu');
    expect((await organizer.get(path)).status).toBe(409);
  });

  test('refuses a request with a reason, which the person reads on their own page; asked again, it waits again', async () => {
    const { person, browser } = await owner();
    await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    const path = routes.consoleRefuseToForget(requestIdOf(person.id));
    expect(
      (await organizer.get(routes.consoleForgettings())).page.querySelector(`a[href="${path}"]`),
    ).toBeTruthy();
    const asked = await organizer.get(path);
    for (const words of [person.fullName, 'có trong danh sách cần gọi']) expect(asked.text).toContain(words);
    const empty = await organizer.post(path, { refusal: ' ' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Vui lòng điền mục này')]);
    const done = await organizer.send(path, { refusal: 'Chứng từ chi tiền ăn phải lưu 10 năm.' });
    expect(done.text).toContain('Đã từ chối yêu cầu.');
    expect((await openRequests(world)).some(({ registrationId }) => registrationId === person.id)).toBe(
      false,
    );
    // Decided once: an older page is refused, and the person cannot take back what is decided.
    const late = await organizer.post(path, { refusal: 'Khác' });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Yêu cầu này không còn chờ')]);
    await browser.send(routes.askToForget(), { viec: 'tu-bao', registrationId: person.id });
    const own = await browser.get(routes.ownData());
    expect(own.text).toContain('Lý do: Chứng từ chi tiền ăn phải lưu 10 năm.');
    const again = await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    expect(again.text).toContain('Ông/bà đã yêu cầu xóa dữ liệu');
    expect(
      (await openRequests(world)).filter(({ registrationId }) => registrationId === person.id),
    ).toHaveLength(1);
    await organizer.send(routes.consoleForget(person.id), { reason: 'asked' });
    expect(await requestOf(world, person.id)).not.toHaveProperty('refusal');
  });

  test('alone may: an officer is refused on every page', async () => {
    const { person, browser } = await owner();
    await browser.send(routes.askToForget(), { viec: 'gui', registrationId: person.id });
    const paths = [
      routes.consoleForget(person.id),
      routes.consolePersonData(person.id),
      routes.consolePersonFile(person.id),
      routes.consoleForgettings(),
      routes.consoleNewForgetRequest(),
      routes.consoleRefuseToForget(requestIdOf(person.id)),
    ];
    for (const path of paths) expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    expect((await officer.post(routes.consoleForget(person.id), { reason: 'asked' })).status).toBe(403);
    expect(
      (await officer.post(routes.consoleRefuseToForget(requestIdOf(person.id)), { refusal: 'x' })).status,
    ).toBe(403);
    expect((await requestOf(world, person.id))?.refusedAt).toBeUndefined();
    for (const path of paths) expect([path, (await organizer.get(path)).status]).toEqual([path, 200]);
    expect((await getRegistration(world, person.id)).forgotten).toBeUndefined();
  });
});
