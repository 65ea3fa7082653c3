import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { getRegistration } from '../../functions/events/registrations/find';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import type { Registration } from '../../functions/events/registrations/registration';
import { RESTRICTED_NAME } from '../../functions/events/registrations/registration';
import { parse } from '../../functions/platform/input/parse';
import { as } from '../../functions/platform/world/world';
import { exportPersonData } from '../../functions/privacy/export';
import { findPersonData } from '../../functions/privacy/find';
import type { ForgettingNote } from '../../functions/privacy/forgetting';
import {
  restrict,
  restrictMediatorPerson,
  unrestrict,
  unrestrictMediatorPerson,
} from '../../functions/privacy/person/restrict';
import { replayForgotten } from '../../functions/privacy/replay';
import { setEthnicity } from '../../functions/register/mediators/ethnicity';
import { findMediator, mediatorsOfPhone, mergedRecords } from '../../functions/register/mediators/find';
import { getMediator } from '../../functions/register/mediators/get';
import { listMediators } from '../../functions/register/mediators/list';
import type { Mediator } from '../../functions/register/mediators/mediator';
import { updateMediator } from '../../functions/register/mediators/update';
import { mergePeople } from '../../functions/register/merging/merge';
import { splitPeople } from '../../functions/register/merging/split';
import { registerTable, type Team } from '../../functions/register/teams/team';
import { clockOnce, forgotten, needlesOf, tellHistory, whereFound } from '../privacy/scene';
import { furnish, publishedEvent } from '../support/events';
import { useWorld } from '../support/world';
import { addMediator, addTeam } from './scene';

const admin = { id: 'acc_a', role: 'admin', active: true } as Account;
const organizer = { id: 'acc_o', role: 'organizer', active: true } as Account;

/** A mediator who is registered for an event as well. */
const useMediator = () => {
  const world = useWorld();
  const scene = { world } as {
    world: typeof world;
    team: Team;
    mediator: Mediator;
    registration: Registration;
  };
  beforeAll(async () => {
    await furnish(world);
    const event = await publishedEvent(world);
    scene.team = await addTeam(world);
    scene.mediator = await addMediator(as(world, 'acc_o'), scene.team.id, {
      ...WHO,
      ...{ yearOfBirth: 1971, qualification: 'Trung cấp Luật', position: 'Trưởng ấp' },
    });
    await setEthnicity(world, admin, scene.mediator.id, {
      ...{ answer: 'given', ethnicity: 'Khmer', agreedOn: '2026-11-01', agreedBy: 'paper' },
      version: 0,
    });
    const form = parse(RegisterInput, { ...WHO, unitId: 'unt_dinhan', consent: true });
    scene.registration = (await register(world, event.id, form)).registration;
  });
  return scene;
};

const WHO = { fullName: 'Huỳnh Thị Mẫu Quên', phone: '0900000521' };

describe('the data of a mediator', () => {
  const scene = useMediator();

  test('are found with those of their registrations; the ethnic origin is for admins and the person', async () => {
    const { world, registration, mediator } = scene;
    const places = async (reader: Account | 'person') =>
      (await exportPersonData(world, registration.id, 'json', reader)).kept.map(({ place }) => place);
    expect(await places('person')).toEqual(
      expect.arrayContaining(['registrations', 'register', 'ethnicity']),
    );
    expect(await places(admin)).toContain('ethnicity');
    expect(await places(organizer)).not.toContain('ethnicity');
    const { kept } = await findPersonData(world, { mediatorId: mediator.id });
    expect(kept.map(({ place }) => place)).toContain('registrations');
    expect(kept.find(({ place }) => place === 'register')!.values).toMatchObject({
      qualification: 'Trung cấp Luật',
      yearOfBirth: 1971,
    });
  });

  test('of another person on the same phone are left alone', async () => {
    const { world, team, registration } = scene;
    const { id } = await addMediator(world, team.id, {
      fullName: 'Huỳnh Văn Mẫu Con',
      phone: WHO.phone,
      anotherPerson: true,
    });
    const { kept } = await findPersonData(world, { id: registration.id });
    expect(kept.map((one) => one.id)).not.toContain(id);
  });
});

describe('a mediator whose data are restricted', () => {
  const scene = useMediator();

  test('is set aside with their registrations, in no list by name, and comes back', async () => {
    const { world, mediator, registration, team } = scene;
    await restrict(world, admin, registration.id, { reason: 'Tự yêu cầu' });
    const { items } = await listMediators(world, { limit: 50 });
    expect(items.map(({ fullName, phone }) => [fullName, phone])).toEqual([[RESTRICTED_NAME, undefined]]);
    await expect(
      updateMediator(world, mediator.id, 2, { ...WHO, teamId: team.id, role: 'mediator' }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'mediator-restricted' });
    await unrestrict(world, admin, registration.id);
    expect(await getMediator(world, mediator.id)).toMatchObject({ ...WHO, yearOfBirth: 1971 });
    expect(await getMediator(world, mediator.id)).not.toHaveProperty('setAside');
  });

  test('is restricted from the register in every event', async () => {
    const { world, mediator, registration } = scene;
    await restrictMediatorPerson(world, admin, mediator.id, { reason: 'Tự yêu cầu' });
    expect((await getRegistration(world, registration.id)).restricted).toBeDefined();
    await expect(
      restrictMediatorPerson(world, organizer, mediator.id, { reason: 'x' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a mediator who is forgotten', () => {
  const scene = useMediator();

  test('is found nowhere after; the team, the role and the decisions stay', async () => {
    const { world, mediator, registration } = scene;
    await tellHistory(world, await tellHistory(world));
    await forgotten(world, { id: registration.id });
    expect(await whereFound(world, needlesOf(WHO))).toEqual([]);
    expect(await whereFound(world, ['khmer', 'quen huynh', 'trung cap luat'])).toEqual([]);
    const left = await findMediator(world, mediator.id);
    expect(left).toMatchObject({ fullName: FORGOTTEN, teamId: scene.team.id, state: 'recognised' });
    expect(left!.steps).toHaveLength(1);
    expect(left).not.toHaveProperty('yearOfBirth');
    expect(await mediatorsOfPhone(world, WHO.phone)).toEqual([]);
    await expect(getMediator(world, mediator.id)).rejects.toMatchObject({ code: 'mediator-missing' });
  });

  test('without a phone is known by the record, also in tables that are restored', async () => {
    const { world, team } = scene;
    const fullName = 'Danh Văn Mẫu Không Số';
    const { id } = await addMediator(world, team.id, { fullName });
    const copy = (await findMediator(world, id))!;
    const { sk } = await forgotten(world, { mediatorId: id });
    expect(await whereFound(world, ['danh van mau khong so'])).toEqual([]);
    await world.db.put(registerTable, copy);
    const note = JSON.parse(
      Buffer.from(world.kept.get(`forgotten/${sk}.json`)!).toString(),
    ) as ForgettingNote;
    await replayForgotten(world.db, [note], '2026-01-01');
    await clockOnce(world);
    expect(await whereFound(world, ['danh van mau khong so'])).toEqual([]);
  });
});

describe('a mediator with a record that was merged', () => {
  const scene = useMediator();
  const OLD = { fullName: 'Huỳnh Thị Mẫu Quên', phone: '0900000522', qualification: 'Sơ cấp Luật' };
  let mergedId: string;
  beforeAll(async () => {
    const { world, team, mediator } = scene;
    const old = await addMediator(world, team.id, { ...OLD, anotherPerson: true });
    mergedId = old.id;
    await mergePeople(world, mediator.id, {
      ...{ otherId: old.id, version: 1, otherVersion: 1, take: ['phone'] },
    });
  });
  const recordsIn = (kept: readonly { place: string; id: string }[]) =>
    kept.filter(({ place }) => place === 'register').map(({ id }) => id);

  test('is found by either record: by a registration, by the register, by either phone', async () => {
    const { world, registration, mediator } = scene;
    const both = [mediator.id, mergedId].sort();
    for (const asked of [
      { id: registration.id },
      { mediatorId: mediator.id },
      WHO,
      { fullName: OLD.fullName, phone: OLD.phone },
    ]) {
      const { kept, person } = await findPersonData(world, asked);
      expect(recordsIn(kept).sort(), JSON.stringify(asked)).toEqual(both);
      expect([...person.mediatorIds].sort()).toEqual(both);
    }
  });

  test('is restricted and lifted in both', async () => {
    const { world, mediator } = scene;
    await restrictMediatorPerson(world, admin, mediator.id, { reason: 'Tự yêu cầu' });
    const restricted = async () =>
      (await Promise.all([mediator.id, mergedId].map((id) => findMediator(world, id)))).map(
        (one) => one?.restricted !== undefined,
      );
    expect(await restricted()).toEqual([true, true]);
    await expect(splitPeople(world, mediator.id, { otherId: mergedId, version: 3 })).rejects.toMatchObject({
      code: 'mediator-restricted',
    });
    await unrestrictMediatorPerson(world, admin, mediator.id);
    expect(await restricted()).toEqual([false, false]);
    expect(await mergedRecords(world)).toEqual(new Map([[mergedId, mediator.id]]));
  });

  test('is forgotten in both', async () => {
    const { world, mediator } = scene;
    await tellHistory(world, await tellHistory(world));
    await forgotten(world, { mediatorId: mediator.id });
    expect(await whereFound(world, [...needlesOf(WHO), ...needlesOf(OLD), 'so cap luat'])).toEqual([]);
    await expect(splitPeople(world, mediator.id, { otherId: mergedId, version: 5 })).rejects.toMatchObject({
      code: 'mediator-missing',
    });
  });
});
