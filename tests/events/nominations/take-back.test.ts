import { beforeAll, describe, expect, it } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { changeNomination } from '../../../functions/events/nominations/change';
import { releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import { getNomination } from '../../../functions/events/nominations/list';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { revokeNomination } from '../../../functions/events/nominations/revoke';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { iso, MINUTE, ms } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addEvent, input, publishedEvent, type Typed } from '../../support/events';
import { entered, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { useWorld } from '../../support/world';
import { giveQuota } from './scene';

const world = useWorld();
beforeAll(() => addPlaces(world));

const POOL = 'unt_goquao';
const somebody = (fullName: string) => ({
  ...particulars({ fullName }),
  basis: 'paper' as const,
  interpreter: false,
  another: false,
});
const invalidQuota = (code: string, detail: object) =>
  expect.objectContaining({ fields: [{ path: 'quota', code, detail }] });
const seats = async (eventId: string) => {
  const room = await readRoom(world, eventId);
  return { all: seatsIn(room).size, quota: seatsIn(room, POOL).size };
};

/** An event of some open seats with a quota of ten, one named, its deadline gone by. */
const lapsed = async (act: (nomination: Nomination, later: string) => Promise<void>, capacity = 1) => {
  const event = await addEvent(world, 10, { admission: 'nomination', capacity });
  const { nomination, link } = await giveQuota(world, event.id, { quota: 10 });
  await nominate(world, link.split('/').at(-1)!, somebody('Danh Mẫu Cử'));
  const before = world.clock.at;
  world.clock.at = ms(nomination.deadline) + MINUTE;
  try {
    await releaseExpiredQuotas(world, event.id);
    expect(await seats(event.id)).toEqual({ all: capacity + 10, quota: 0 });
    await act(nomination, iso(world.clock.at + 60 * MINUTE));
  } finally {
    world.clock.at = before;
  }
};
const putOff = (n: Nomination, deadline: string, quota = 10) =>
  changeNomination(world, n.id, { version: n.version, quota, deadline, contactName: 'Danh Mẫu' });
const byOffice = (eventId: string, fullName: string) =>
  entered(world, eventId, { fullName, unitId: 'unt_anminh' });

describe('a deadline put off after unused seats fell to everybody', () => {
  it('takes them back, and makes none anew', () =>
    lapsed(async (nomination, later) => {
      await putOff(nomination, later);
      expect(await seats(nomination.eventId)).toEqual({ all: 11, quota: 9 });
      // Said again, it is so already.
      await putOff(await getNomination(world, nomination.id), later);
      expect(await seats(nomination.eventId)).toEqual({ all: 11, quota: 9 });
    }));

  it('is refused before anything is written where others sit there, and says how many can be had', () =>
    lapsed(async (nomination, later) => {
      for (const name of ['Mẫu Một', 'Mẫu Hai', 'Mẫu Ba']) await byOffice(nomination.eventId, name);
      await expect(putOff(nomination, later)).rejects.toEqual(invalidQuota('quota-seats-taken', { most: 8 }));
      expect(await getNomination(world, nomination.id)).toMatchObject(nomination);
      expect(await seats(nomination.eventId)).toEqual({ all: 11, quota: 0 });
      await putOff(nomination, later, 8);
      expect(await seats(nomination.eventId)).toEqual({ all: 11, quota: 7 });
    }));

  it('counts the same where the quota is revoked and given anew', () =>
    lapsed(async (nomination, later) => {
      await revokeNomination(world, nomination.id);
      await giveQuota(world, nomination.eventId, { quota: 10, deadline: later });
      expect(await seats(nomination.eventId)).toEqual({ all: 11, quota: 9 });
    }));
});

describe('a quota lowered below those who sit in it', () => {
  it('is refused before its contact is changed, no matter who registered them', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 1 });
    const { nomination } = await giveQuota(world, event.id, { quota: 3 });
    for (const name of ['Mẫu Gọi', 'Mẫu Gọi Hai'])
      await entered(world, event.id, { fullName: name, unitId: POOL });
    await expect(putOff(nomination, nomination.deadline, 1)).rejects.toEqual(
      invalidQuota('capacity-below-held', { held: 2 }),
    );
    expect(await getNomination(world, nomination.id)).toMatchObject(nomination);
  });
});

describe('the quota of an event without a hall', () => {
  const online: Partial<Typed> = {
    admission: 'nomination',
    mode: 'online',
    venue: undefined,
    placeUnitId: undefined,
    leadBodyId: undefined,
    coordinatingBodyIds: [],
    onlineUrl: 'https://hop.vn/3',
    capacity: 5,
  };

  it('falls to the online room, where anybody may sit, and the event can be edited on', async () => {
    const event = await publishedEvent(world, online);
    const { nomination, link } = await giveQuota(world, event.id, { quota: 4 });
    await nominate(world, link.split('/').at(-1)!, somebody('Danh Mẫu Xa'));
    const before = world.clock.at;
    world.clock.at = ms(nomination.deadline) + MINUTE;
    await releaseExpiredQuotas(world, event.id);
    world.clock.at = before;
    const room = await readRoom(world, event.id);
    expect([seatsIn(room, 'online'), seatsIn(room, 'open').size]).toEqual([{ size: 9, held: 1, free: 8 }, 0]);
    const { version } = await getEvent(world, event.id);
    await updateEvent(world, event.id, version, input({ ...online, capacity: 9, title: 'Tên mới' }));
    expect((await getEvent(world, event.id)).title).toBe('Tên mới');
  });
});
