import { beforeAll, describe, expect, test } from 'vitest';
import { onRecord } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { rewritePerson } from '../../functions/events/registrations/change/personal';
import { getRegistration } from '../../functions/events/registrations/find';
import type { Registration } from '../../functions/events/registrations/registration';
import { decideLink } from '../../functions/participation/decide';
import { historyOf, mediatorOf } from '../../functions/participation/history';
import { linkMediator, linkRegistration } from '../../functions/participation/link';
import { listOffers } from '../../functions/participation/offers';
import { participations, participationsIn } from '../../functions/participation/participation';
import { DAY } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { findMediator } from '../../functions/register/mediators/find';
import { updateMediator } from '../../functions/register/mediators/update';
import type { Team } from '../../functions/register/teams/team';
import { addMediator, addTeam } from '../register/scene';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { streamRecord } from '../support/stored';
import { useWorld } from '../support/world';

let number = 700;
const phone = () => `0900000${number++}`;

describe('a registration and the register', () => {
  const world = useWorld();
  let team: Team;
  let event: Event;
  beforeAll(async () => {
    await furnish(world);
    team = await addTeam(world);
    event = await publishedEvent(world, { capacity: 100 }, inDays(world, 20));
  });

  /** Someone registers, and the stream's reader hears of it. */
  const registers = async (fullName: string, on: string, over: object = {}): Promise<Registration> => {
    const registration = await comes(world, event.id, {
      ...{ fullName, phone: on, unitId: 'unt_dinhan', ...over },
    });
    await onRecord(world, streamRecord(world, 'registrations', registration));
    return registration;
  };
  const linksOf = async ({ id }: Registration) =>
    Object.fromEntries((await participationsIn(world, id)).map(({ pk, link }) => [pk, link]));
  const offered = async () =>
    (await listOffers(world, { limit: 50 })).items.map(({ registration }) => registration.id);

  test('are linked where phone and name match, by the stream, once', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Lê Thị Mẫu Một', phone: on });
    const r = await registers('le thi mau mot', on);
    expect(await linksOf(r)).toEqual({ [id]: 'linked' });
    expect(await mediatorOf(world, r.id)).toMatchObject({ id });
    const [before] = await participationsIn(world, r.id);
    await onRecord(world, streamRecord(world, 'registrations', r));
    expect(await participationsIn(world, r.id)).toEqual([before]);
  });

  test('are linked by keys: no call reads the list of mediators', async () => {
    const on = phone();
    await addMediator(world, team.id, { fullName: 'Lê Thị Mẫu Khóa', phone: on });
    const r = await registers('Lê Thị Mẫu Khóa', on);
    world.costs.length = 0;
    await linkRegistration(world, r.id);
    expect(world.costs.length).toBeLessThanOrEqual(6);
  });

  test('are linked when the mediator is added after the registration', async () => {
    const on = phone();
    const r = await registers('Phan Văn Mẫu Hai', on);
    expect(await linksOf(r)).toEqual({});
    const mediator = await addMediator(world, team.id, { fullName: 'Phan Văn Mẫu Hai', phone: on });
    await onRecord(world, streamRecord(world, 'register', mediator));
    expect(await linksOf(r)).toEqual({ [mediator.id]: 'linked' });
  });

  test('are offered where names are alike; an organizer confirms, and the answer stays', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Trần Mẫu Ba', phone: on });
    const r = await registers('Trần Thị Mẫu Ba', on);
    expect(await linksOf(r)).toEqual({ [id]: 'offered' });
    expect(await offered()).toContain(r.id);
    const at = { mediatorId: id, registrationId: r.id };
    await decideLink(as(world, 'acc_o'), at, { link: 'linked' });
    await linkRegistration(world, r.id);
    expect(await linksOf(r)).toEqual({ [id]: 'linked' });
    expect(await offered()).not.toContain(r.id);
    const { decisions } = await decideLink(as(world, 'acc_p'), at, { link: 'refused' });
    expect(decisions).toMatchObject([
      { link: 'linked', who: 'acc_o' },
      { link: 'refused', who: 'acc_p' },
    ]);
    await linkRegistration(world, r.id);
    expect(await linksOf(r)).toEqual({ [id]: 'refused' });
  });

  test('are offered where the name is of the commune, and the mediator has no phone', async () => {
    const { id } = await addMediator(world, team.id, { fullName: 'Danh Thị Mẫu Bốn' });
    const other = await addTeam(world, { name: 'Tổ xã khác', unitId: 'unt_donghoa' });
    await addMediator(world, other.id, { fullName: 'Danh Thị Mẫu Bốn' });
    expect(await linksOf(await registers('Danh Thị Mẫu Bốn', phone()))).toEqual({ [id]: 'offered' });
  });

  test('of two records with one phone and name are both offered; one is confirmed, the other offer ends', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Võ Thị Mẫu Năm', phone: on });
    const twin = await addMediator(world, team.id, {
      ...{ fullName: 'Võ Thị Mẫu Năm', phone: on, anotherPerson: true },
    });
    const r = await registers('Võ Thị Mẫu Năm', on);
    expect(await linksOf(r)).toEqual({ [id]: 'offered', [twin.id]: 'offered' });
    await decideLink(world, { mediatorId: twin.id, registrationId: r.id }, { link: 'linked' });
    expect(await linksOf(r)).toEqual({ [twin.id]: 'linked' });
  });

  test('stay linked when the mediator gets another phone, not another name', async () => {
    const on = phone();
    const { id, version } = await addMediator(world, team.id, { fullName: 'Bùi Văn Mẫu Sáu', phone: on });
    const r = await registers('Bùi Văn Mẫu Sáu', on);
    const said = { gender: 'male', teamId: team.id, role: 'mediator' } as const;
    await updateMediator(world, id, version, { ...said, fullName: 'Bùi Văn Mẫu Sáu', phone: phone() });
    await linkMediator(world, id);
    expect(await linksOf(r)).toEqual({ [id]: 'linked' });
    const other = { ...said, fullName: 'Lâm Thị Mẫu Khác', phone: phone() };
    const renamed = await updateMediator(world, id, version + 1, other);
    await onRecord(world, streamRecord(world, 'register', renamed));
    expect(await linksOf(r)).toEqual({});
  });

  test('are parted when the registration is corrected to another person', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Đặng Thị Mẫu Bảy', phone: on });
    const r = await registers('Đặng Thị Mẫu Bảy', on);
    expect(await linksOf(r)).toEqual({ [id]: 'linked' });
    await rewritePerson(world, r, { fullName: 'Đặng Văn Mẫu Chồng' });
    const after = await getRegistration(world, r.id);
    await onRecord(world, streamRecord(world, 'registrations', after, r));
    expect(await linksOf(r)).toEqual({});
  });

  test('tell attendance: a class that was attended counts with its hours and topics', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Huỳnh Thị Mẫu Tám', phone: on });
    const r = await registers('Huỳnh Thị Mẫu Tám', on);
    expect(await historyOf(world, { id })).toMatchObject({
      hours: 0,
      classes: [{ attendance: 'expected', registrationId: r.id }],
    });
    await rewritePerson(world, r, { came: { 1: event.startsAt } });
    const after = await getRegistration(world, r.id);
    await onRecord(world, streamRecord(world, 'registrations', after, r));
    const [link] = await participationsIn(world, r.id);
    expect(link).toMatchObject({ days: [1], listed: 'trained', sortKey: event.startsAt.slice(0, 10) });
    const history = await historyOf(world, { id });
    expect(history).toMatchObject({ hours: 4, classes: [{ attendance: 'attended', days: 1, hours: 4 }] });
    const later = { ...world, now: () => world.now() + 30 * DAY };
    await rewritePerson(world, after, { came: {} });
    expect(await historyOf(later, { id })).toMatchObject({ hours: 0, classes: [{ attendance: 'missed' }] });
  });

  test('are not shown while the data of the person are restricted', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Võ Thị Mẫu Mười', phone: on });
    const r = await registers('Võ Mẫu Mười', on);
    const links = async () => (await historyOf(world, { id })).offered.length;
    expect([await offered(), await links()]).toEqual([expect.arrayContaining([r.id]), 1]);
    await rewritePerson(world, await getRegistration(world, r.id), { restricted: event.startsAt });
    expect([(await offered()).includes(r.id), await links()]).toEqual([false, 0]);
  });

  test('keep no name and no phone in the link', async () => {
    const on = phone();
    const { id } = await addMediator(world, team.id, { fullName: 'Lâm Thị Mẫu Chín', phone: on });
    await registers('Lâm Thị Mẫu Chín', on);
    const [link] = await world.db.all(participations, {
      ...{ where: 'pk = :pk AND begins_with(sk, :kind)', values: { ':pk': id, ':kind': 'class#' } },
    });
    expect(JSON.stringify(link)).not.toMatch(/Chín|Lâm|0900000/);
    expect((await findMediator(world, id))?.version).toBe(1);
  });
});
