import { beforeAll, describe, expect, it } from 'vitest';
import { byLink } from '../../functions/events/nominations/filling';
import { viewNomination } from '../../functions/events/nominations/read';
import { getRegistration } from '../../functions/events/registrations/find';
import { isReserve } from '../../functions/events/registrations/nominees';
import { candidatesOf } from '../../functions/participation/candidates';
import { MediatorsInput, nominateMediators } from '../../functions/participation/nominate-mediators';
import { participationKey, participations } from '../../functions/participation/participation';
import { parse } from '../../functions/platform/input/parse';
import { HOUR, iso, ms } from '../../functions/platform/time/dates';
import { recordStep } from '../../functions/register/mediators/decide';
import type { Mediator } from '../../functions/register/mediators/mediator';
import { restrictMediator } from '../../functions/register/mediators/set-aside';
import { mergePeople } from '../../functions/register/merging/merge';
import { splitPeople } from '../../functions/register/merging/split';
import { routes } from '../../web/routes';
import { atTime, danh, quotaScene, signInForQuotas } from '../events/nominations/scene';
import { addMediator, addTeam } from '../register/scene';
import { callsOf } from '../support/calls-of';
import { addEvent } from '../support/events';
import { entered } from '../support/people';
import { addPlaces } from '../support/places';
import { refusal } from '../support/refusals';
import { type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
const people = {} as Record<
  'never' | 'long' | 'lately' | 'unreached' | 'far' | 'elected' | 'hidden',
  Mediator
>;
let officer: Visitor;
let stranger: Visitor;
let organizer: Visitor;

/** As a training of an earlier day left it. */
const wasTrained = async (mediator: Mediator, day: string, registrationId = `reg_old_0_${mediator.id}`) =>
  world.db.put(participations, {
    ...participationKey(mediator.id, registrationId),
    registrationId,
    eventId: 'evt_old',
    link: 'linked',
    days: [1],
    listed: 'trained',
    sortKey: day,
    version: 1,
    updatedAt: '2025-05-01T00:00:00.000Z',
  });

beforeAll(async () => {
  await addPlaces(world);
  ({ officer, stranger, organizer } = await signInForQuotas(world));
  const near = await addTeam(world);
  const far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
  const add = (fullName: string, more: object = {}, teamId = near.id) =>
    addMediator(world, teamId, { fullName, ...more });
  people.lately = await add('Danh Mẫu An', { phone: '0900000841' });
  people.long = await add('Danh Mẫu Bình', { phone: '0900000842', yearOfBirth: 1968 });
  people.never = await add('Danh Mẫu Yên', { phone: '0900000843', role: 'leader' });
  people.unreached = await add('Danh Mẫu Sang');
  people.far = await add('Danh Mẫu Xa', { phone: '0900000844' }, far.id);
  people.elected = await add('Danh Mẫu Mới', { begin: { state: 'elected', on: '2026-11-01' } });
  people.hidden = await add('Danh Mẫu Kín', { phone: '0900000845' });
  await restrictMediator(world, people.hidden.id, { name: 'Đã hạn chế', reason: 'Theo yêu cầu' });
  const { id } = await addEvent(world, 9, { title: 'Lớp của năm trước' });
  await wasTrained(people.lately, '2025-03-01');
  await wasTrained(people.lately, '2026-06-01', `reg_${id.slice(4)}_0_abc`);
  await wasTrained(people.long, '2025-05-01');
});

const scene = async (quota = 3) => {
  const { event, nomination, token, path } = await quotaScene(world, quota);
  return { event, nomination, token, link: path, url: routes.consoleQuota(nomination.id) };
};
const input = (of: readonly Mediator[], more: object = {}) =>
  parse(MediatorsInput, { mediatorIds: of.map(({ id }) => id), basis: 'paper', ...more });
const name = async (token: string, of: readonly Mediator[], more: object = {}) =>
  nominateMediators(await byLink(world, token), input(of, more));

describe('the mediators of the unit that has a quota', () => {
  it('stand in the order of their last training: who was never trained first', async () => {
    const { nomination } = await scene();
    const found = await candidatesOf(world, nomination);
    expect(found.map(({ mediator, last }) => [mediator.fullName, last?.day])).toEqual([
      ['Danh Mẫu Sang', undefined],
      ['Danh Mẫu Yên', undefined],
      ['Danh Mẫu Bình', '2025-05-01'],
      ['Danh Mẫu An', '2026-06-01'],
    ]);
    expect(await candidatesOf(world, {})).toEqual([]);
  });

  it('are shown to the officer with phone and last class, and behind the link without', async () => {
    const { nomination, token } = await scene();
    const own = (await officer.api('GET', `/quotas/${nomination.id}/mediators`)).json.items;
    expect(own.at(-1)).toEqual({
      mediatorId: people.lately.id,
      fullName: 'Danh Mẫu An',
      teamName: 'Tổ hòa giải ấp Hòa Bình',
      role: 'mediator',
      lastTrained: '2026-06-01',
      lastClass: 'Lớp của năm trước',
      phone: '0900000841',
      state: 'free',
    });
    expect(own.map(({ state }: { state: string }) => state)).toEqual(['no-phone', 'free', 'free', 'free']);
    const byLink = await visitor(world).api('GET', `/links/nominations/${token}/mediators`);
    expect(byLink.json.items).toHaveLength(4);
    expect(byLink.html).not.toMatch(/09000008|"phone"|Lớp của năm trước|ethnicity|yearOfBirth/);
    const page = await visitor(world).get(routes.nominationMediators(token));
    expect(page.text).toContain('Có 4 hòa giải viên, trong đó 2 người chưa dự lớp tập huấn nào.');
    expect(page.html).not.toMatch(/900 ?000 ?84|Lớp của năm trước/);
    expect((await officer.get(`${routes.consoleQuota(nomination.id)}/hoa-giai-vien`)).text).toContain(
      'Lớp của năm trước',
    );
  });

  it('stand once where a second record was merged, and the merged one is named by nobody', async () => {
    const { nomination, token } = await scene();
    const team = await addTeam(world, { name: 'Tổ hòa giải ấp bên' });
    const twin = await addMediator(world, team.id, { fullName: 'Danh Mẫu Yên', phone: '0900000846' });
    const { id, version } = people.never;
    const merged = { otherId: twin.id, version, otherVersion: 1, take: [] };
    await mergePeople(world, id, merged);
    await wasTrained(twin, '2024-03-01');
    const found = await candidatesOf(world, nomination);
    expect(found.map(({ mediator, last }) => [mediator.id, last?.day])).toContainEqual([id, '2024-03-01']);
    expect(found.map(({ mediator }) => mediator.id)).not.toContain(twin.id);
    expect(await name(token, [twin])).toMatchObject([{ errors: [{ code: 'mediator-missing' }] }]);
    await splitPeople(world, id, { otherId: twin.id, version: version + 1 });
    await recordStep(world, twin.id, 3, { state: 'dismissed', on: '2026-11-01', number: '1/QĐ-UBND' });
  });

  it('are no secret of others: an officer of another area finds no quota, a forged link nothing', async () => {
    const { nomination } = await scene();
    const path = `/quotas/${nomination.id}/mediators`;
    expect((await stranger.api('GET', path)).status).toBe(404);
    expect((await stranger.api('POST', path, input([people.never]))).status).toBe(404);
    expect((await organizer.api('GET', path)).json.items).toHaveLength(4);
    const forged = await visitor(world).api('GET', '/links/nominations/0000/mediators');
    expect(forged.status).toBe(404);
  });

  it('are shown until the deadline, by either way', async () => {
    const { nomination, token, link } = await scene();
    await atTime(world, iso(ms(nomination.deadline) + HOUR), async () => {
      const late = await officer.api('GET', `/quotas/${nomination.id}/mediators`);
      expect([late.status, late.json.code]).toEqual([409, 'nomination-closed']);
      const page = await visitor(world).get(`${link}/hoa-giai-vien`);
      expect(page.text).toContain('Đã hết hạn cử người');
      expect(page.text).not.toContain('Danh Mẫu Yên');
      expect(await refusal(name(token, [people.never]))).toMatchObject({ code: 'nomination-closed' });
    });
  });

  it('cost a bounded number of calls, however many there are', async () => {
    const { token } = await scene();
    const link = visitor(world);
    const calls = await callsOf(world, () => link.get(routes.nominationMediators(token)));
    expect(calls.filter((call) => call.endsWith(' register'))).toHaveLength(4);
    expect(calls.length).toBeLessThanOrEqual(12);
  });
});

describe('naming them', () => {
  it('takes what the register says, by the rules of a list that is typed', async () => {
    const { nomination, token } = await scene(2);
    const rows = await name(token, [
      people.long,
      people.unreached,
      people.far,
      people.elected,
      people.hidden,
    ]);
    expect(rows.map(({ outcome, errors }) => errors[0]?.code ?? outcome)).toEqual([
      'registered',
      'mediator-without-phone',
      'mediator-missing',
      'mediator-missing',
      'mediator-missing',
    ]);
    expect(rows[0]!.mediatorId).toBe(people.long.id);
    const registration = await getRegistration(world, rows[0]!.registration!.id);
    expect(registration).toMatchObject({
      fullName: 'Danh Mẫu Bình',
      phone: '0900000842',
      unitId: 'unt_dinhan',
      yearOfBirth: 1968,
      nominationId: nomination.id,
      channel: 'nomination',
      basis: 'paper',
      attestedBy: nomination.id,
      by: nomination.id,
    });
    expect((await name(token, [people.long]))[0]!.outcome).toBe('unchanged');
    expect((await viewNomination(world, nomination)).used).toBe(1);
  });

  it('asks for no more than the form of the event asks', async () => {
    const { token } = await quotaScene(world, 2, { questions: ['teamRole'] });
    const [row] = await name(token, [people.long]);
    const asked = await getRegistration(world, row!.registration!.id);
    expect([asked.teamRole, asked.yearOfBirth, asked.gender]).toEqual(['mediator', undefined, undefined]);
  });

  it('gives the seats in the order that is sent, and keeps the others in reserve where that is said', async () => {
    const { nomination, token } = await scene(1);
    const refused = await name(token, [people.never, people.long]);
    expect(refused.map(({ outcome, errors }) => errors[0]?.code ?? outcome)).toEqual([
      'registered',
      'quota-full',
    ]);
    const kept = await name(token, [people.never, people.long], { reserve: true });
    expect(kept.map(({ outcome }) => outcome)).toEqual(['unchanged', 'reserved']);
    const { people: named } = await viewNomination(world, nomination);
    expect(named.filter(isReserve).map(({ fullName }) => fullName)).toEqual(['Danh Mẫu Bình']);
  });

  it('with an account is done by the officer, and the history says so', async () => {
    const { nomination } = await scene();
    const done = await officer.api('POST', `/quotas/${nomination.id}/mediators`, input([people.never]));
    expect(done.json).toMatchObject({ named: 1, items: [{ outcome: 'named', mediatorId: people.never.id }] });
    expect((await getRegistration(world, done.json.items[0].registrationId)).by).toMatch(/^acc_/);
  });

  it('is not offered of those who are on the list, or registered by another way', async () => {
    const { event, nomination, token } = await scene();
    await name(token, [people.never]);
    const { fullName, phone } = people.long;
    await entered(world, event.id, { fullName, phone: phone! });
    const { items } = (await officer.api('GET', `/quotas/${nomination.id}/mediators`)).json;
    expect(items.map((one: Record<string, string>) => [one.fullName, one.state])).toEqual([
      ['Danh Mẫu Sang', 'no-phone'],
      ['Danh Mẫu Yên', 'named'],
      ['Danh Mẫu Bình', 'registered'],
      ['Danh Mẫu An', 'free'],
    ]);
    const page = await visitor(world).get(routes.nominationMediators(token));
    expect(page.html.match(/type="checkbox"[^>]*name="mediatorIds"/g)).toHaveLength(1);
    expect(page.text).toContain('Đã đăng ký lớp này');
    const again = await name(token, [people.long]);
    expect(again[0]!.errors[0]!.code).toBe('already-registered');
  });
});

describe('the page of the mediators', () => {
  it('names those who are ticked, says what became of each, and keeps the ticks of a form that is refused', async () => {
    const { link, nomination } = await scene();
    const browser = visitor(world);
    expect((await browser.get(link)).html).toContain(`href="${link}/hoa-giai-vien"`);
    const url = `${link}/hoa-giai-vien`;
    const chosen = [people.never.id, people.long.id];
    const refused = await browser.post(url, { mediatorIds: chosen, buoc: 'cu' });
    expect([refused.status, refused.text.includes('Vui lòng chọn căn cứ')]).toEqual([422, true]);
    expect(refused.html.match(/checked=""[^>]*value="med_|value="med_[^>]*checked/g)).toHaveLength(2);
    const none = await browser.post(url, { basis: 'paper', buoc: 'cu' });
    expect(none.text).toContain('Vui lòng đánh dấu ít nhất một hòa giải viên');
    const done = await browser.post(url, { mediatorIds: chosen, basis: 'paper', buoc: 'cu' });
    expect([done.status, done.text.includes('Đã cử 2 người.')]).toEqual([200, true]);
    expect(done.html).not.toMatch(/900 ?000 ?84/);
    expect((await viewNomination(world, nomination)).people.map(({ fullName }) => fullName).sort()).toEqual([
      'Danh Mẫu Bình',
      'Danh Mẫu Yên',
    ]);
  });

  it('has pages for a unit with many, and keeps what is ticked on each of them, in the order of the list', async () => {
    const team = await addTeam(world, { name: 'Tổ hòa giải đông người', unitId: 'unt_donghoa' });
    const many: Mediator[] = [];
    for (let n = 0; n < 60; n++)
      many.push(
        await addMediator(world, team.id, {
          fullName: `Thị Mẫu ${String.fromCharCode(65 + Math.floor(n / 10))}${'abcdeghiko'[n % 10]}`,
          phone: `09010008${String(n).padStart(2, '0')}`,
        }),
      );
    const { event } = await scene();
    const given = await organizer.api('POST', `/events/${event.id}/nominations`, {
      ...{ unitId: 'unt_anminh', quota: 3, contactName: 'Danh Mẫu', contactPhone: danh.phone },
    });
    const url = `${new URL(given.json.link).pathname}/hoa-giai-vien`;
    const browser = visitor(world);
    const first = await browser.get(url);
    expect(first.text).toContain('Trang 1/2');
    const boxes = (html: string) =>
      [...html.matchAll(/<input type="checkbox"[^>]*value="(med_[^"]+)"/g)].map(([, id]) => id!);
    const [onFirst] = boxes(first.html);
    const second = await browser.post(url, { mediatorIds: onFirst!, dong: ['nguoi.1', 'nguoi.2'] });
    expect(second.text).toContain('Đã chọn 1 người ở trang khác');
    const onSecond = boxes(second.html);
    expect(onSecond).not.toContain(onFirst);
    expect(second.html).toContain(`<input type="hidden" name="mediatorIds" value="${onFirst}"/>`);
    const back = await browser.post(url, {
      mediatorIds: [onFirst!, onSecond.at(-1)!],
      dong: ['nguoi.2', 'nguoi.1'],
    });
    const order = [...back.html.matchAll(/name="mediatorIds" value="(med_[^"]+)"/g)].map(([, id]) => id);
    expect(order.at(-1)).toBe(onSecond.at(-1));
    expect(many).toHaveLength(60);
  });
});
