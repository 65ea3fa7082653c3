import { beforeAll, describe, expect, test } from 'vitest';
import { onRecord } from '../../functions/background/streams/on-change';
import type { Account } from '../../functions/directory/accounts/account';
import { rewritePerson } from '../../functions/events/registrations/change/personal';
import type { Registration } from '../../functions/events/registrations/registration';
import { readCoverage } from '../../functions/participation/coverage';
import { decideLink } from '../../functions/participation/decide';
import { historyOf, mediatorOf } from '../../functions/participation/history';
import { linkMediator, linkRegistration } from '../../functions/participation/link';
import { listOffers } from '../../functions/participation/offers';
import { participationKey, participations } from '../../functions/participation/participation';
import { historyOf as auditOf } from '../../functions/platform/audit/history';
import { as } from '../../functions/platform/world/world';
import { readComposition } from '../../functions/register/gaps/composition';
import { recordStep } from '../../functions/register/mediators/decide';
import { dissolveTeam } from '../../functions/register/mediators/dissolve-team';
import { getEthnicity, readEthnicity, setEthnicity } from '../../functions/register/mediators/ethnicity';
import { findMediator, membersOf } from '../../functions/register/mediators/find';
import { getMediator } from '../../functions/register/mediators/get';
import { allMediators, everyMediator, listMediators } from '../../functions/register/mediators/list';
import type { Mediator, MergeField } from '../../functions/register/mediators/mediator';
import { restrictMediator } from '../../functions/register/mediators/set-aside';
import { shownSteps } from '../../functions/register/mediators/steps';
import { updateMediator } from '../../functions/register/mediators/update';
import { likelySame } from '../../functions/register/merging/likely';
import { mergePeople } from '../../functions/register/merging/merge';
import { splitPeople } from '../../functions/register/merging/split';
import type { Team } from '../../functions/register/teams/team';
import { tellHistory } from '../privacy/scene';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { streamRecord } from '../support/stored';
import { useWorld } from '../support/world';
import { addMediator, addTeam } from './scene';

const admin = { id: 'acc_a', role: 'admin', active: true } as Account;
const officer = { id: 'acc_f', role: 'officer', unitId: 'unt_goquao', active: true } as Account;
const given = { answer: 'given', ethnicity: 'Khmer', agreedOn: '2026-11-01', agreedBy: 'paper' } as const;

let number = 400;
const phone = () => `0900000${number++}`;

describe('two records of one mediator', () => {
  const world = useWorld();
  let team: Team;
  let other: Team;
  beforeAll(async () => {
    await furnish(world);
    team = await addTeam(world);
    other = await addTeam(world, { name: 'Tổ hòa giải ấp bên' });
  });

  /** The same name in two teams, each with a phone of its own. */
  const twoRecords = async (fullName: string) => {
    const phones = [phone(), phone()] as const;
    const stays = await addMediator(world, team.id, { fullName, phone: phones[0] });
    const goes = await addMediator(world, other.id, {
      ...{ fullName, phone: phones[1], yearOfBirth: 1969, qualification: 'Trung cấp Luật' },
      begin: { state: 'recognised', on: '2018-05-02', number: '18/QĐ-UBND' },
    });
    return { stays, goes, phones };
  };
  const merge = (stays: Mediator, goes: Mediator, take: MergeField[] = []) =>
    mergePeople(as(world, 'acc_o'), stays.id, {
      ...{ otherId: goes.id, version: stays.version, otherVersion: goes.version, take },
    });
  const split = (stays: Mediator, goes: Mediator) =>
    splitPeople(as(world, 'acc_o'), stays.id, { otherId: goes.id, version: stays.version });
  /** Someone was seen at a training, and the stream's reader hears of it. */
  const attends = async (fullName: string, on: string): Promise<Registration> => {
    const event = await publishedEvent(world, { kind: 'training', capacity: 100 }, inDays(world, 20));
    const r = await comes(world, event.id, { fullName, phone: on, unitId: 'unt_dinhan' });
    await rewritePerson(world, r, { came: { 1: event.startsAt } });
    await linkRegistration(world, r.id);
    return r;
  };
  const classesOf = async ({ id }: Mediator) =>
    (await historyOf(world, await getMediator(world, id))).classes.map(
      ({ registrationId }) => registrationId,
    );

  test('become one: the values that were chosen stay, steps and classes of both count for it', async () => {
    const { stays, goes, phones } = await twoRecords('Lê Thị Mẫu Gộp');
    const first = await attends('Lê Thị Mẫu Gộp', phones[0]);
    const second = await attends('Lê Thị Mẫu Gộp', phones[1]);
    const merged = await merge(stays, goes, ['yearOfBirth', 'qualification']);
    expect(merged).toMatchObject({
      ...{ id: stays.id, phone: phones[0], yearOfBirth: 1969, qualification: 'Trung cấp Luật' },
      ...{ state: 'recognised', teamId: team.id, absorbed: [goes.id], version: 2 },
    });
    expect(merged.steps.map(({ on, from }) => [on, from])).toEqual([
      ['2018-05-02', goes.id],
      ['2021-03-20', undefined],
    ]);
    expect((await classesOf(stays)).sort()).toEqual([first.id, second.id].sort());
    for (const r of [first, second]) expect(await mediatorOf(world, r.id)).toMatchObject({ id: stays.id });
  });

  test('become one that no list, gap, coverage or search counts twice; the other id leads to it', async () => {
    const before = await readCoverage(world, admin);
    const { stays, goes, phones } = await twoRecords('Phan Văn Mẫu Đếm');
    await attends('Phan Văn Mẫu Đếm', phones[1]);
    await merge(stays, goes);
    const { all, never } = await readCoverage(world, admin);
    expect(all).toEqual({ mediators: before.all.mediators + 1, trained: before.all.trained + 1 });
    expect(never.map(({ mediator }) => mediator.id)).not.toContain(stays.id);
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
    for (const found of [
      await allMediators(world),
      await everyMediator(world),
      await membersOf(world, other.id),
      (await listMediators(world, { limit: 50, search: 'Phan Văn Mẫu Đếm' })).items,
    ])
      expect(ids(found)).not.toContain(goes.id);
    const { teams, totals } = await readComposition(world, admin);
    expect(totals.mediators).toBe(teams.reduce((sum, { members }) => sum + members, 0));
    await expect(getMediator(world, goes.id)).rejects.toMatchObject({
      ...{ kind: 'missing', code: 'mediator-merged', detail: { id: stays.id } },
    });
    await expect(
      recordStep(world, goes.id, 2, { state: 'dismissed', on: '2026-06-01', number: '2/QĐ-UBND' }),
    ).rejects.toMatchObject({ code: 'mediator-merged' });
  });

  test('come apart exactly as they were', async () => {
    const { stays, goes, phones } = await twoRecords('Võ Thị Mẫu Tách');
    const [first, second] = [
      await attends('Võ Thị Mẫu Tách', phones[0]),
      await attends('Võ Thị Mẫu Tách', phones[1]),
    ];
    const take: MergeField[] = ['phone', 'yearOfBirth', 'qualification', 'teamId', 'steps'];
    const merged = await merge(stays, goes, take);
    expect(merged).toMatchObject({ phone: phones[1], teamId: other.id });
    await split(merged, goes);
    const plain = ({ version: _v, updatedAt: _u, by: _b, ...one }: Mediator) => one;
    expect(plain(await getMediator(world, stays.id))).toEqual(plain(stays));
    expect(plain(await getMediator(world, goes.id))).toEqual(plain(goes));
    expect(await classesOf(stays)).toEqual([first.id]);
    expect(await classesOf(goes)).toEqual([second.id]);
    expect((await membersOf(world, other.id)).map(({ id }) => id)).toContain(goes.id);
  });

  test('come apart later: what was added or edited since stays with the one that stayed', async () => {
    const { stays, goes, phones } = await twoRecords('Bùi Thị Mẫu Thêm');
    const take: MergeField[] = ['phone', 'qualification'];
    const merged = await merge(stays, goes, take);
    const step = { state: 'dismissed', on: '2026-06-01', number: '9/QĐ-UBND' } as const;
    await recordStep(world, stays.id, merged.version, step);
    const { fullName, role } = merged;
    const input = { fullName, role, teamId: team.id, phone: phones[1], qualification: 'Cử nhân Luật' };
    const edited = await updateMediator(world, stays.id, 3, { ...input, isAnother: true });
    const later = await attends('Bùi Thị Mẫu Thêm', phones[1]);
    await split(edited, goes);
    expect(await getMediator(world, stays.id)).toMatchObject({
      ...{ phone: phones[0], qualification: 'Cử nhân Luật', state: 'dismissed' },
      steps: [{ on: '2021-03-20' }, { on: '2026-06-01' }],
    });
    expect(await classesOf(stays)).toEqual([later.id]);
    expect(await getMediator(world, goes.id)).toMatchObject({ state: 'recognised', phone: phones[1] });
  });

  test('are merged and split once, however often it is pressed, and by one of two at a time', async () => {
    const { stays, goes } = await twoRecords('Đỗ Văn Mẫu Hai Lần');
    const done = await Promise.allSettled([merge(stays, goes), merge(stays, goes), merge(goes, stays)]);
    const one = done.filter(({ status }) => status === 'fulfilled');
    expect(one.length).toBeGreaterThan(0);
    const records = await Promise.all([stays, goes].map(({ id }) => findMediator(world, id)));
    expect(records.filter((record) => record?.merged)).toHaveLength(1);
    const [kept, gone] = records[0]!.merged ? [records[1]!, records[0]!] : [records[0]!, records[1]!];
    expect(await merge(kept, gone)).toEqual(kept);
    const apart = await Promise.allSettled([split(kept, gone), split(kept, gone)]);
    expect(apart.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await split(kept, gone)).toMatchObject({ id: gone.id });
    expect(await getMediator(world, kept.id)).toMatchObject({ version: kept.version + 1 });
  });

  test('are refused where one was edited meanwhile, is restricted, merged elsewhere, or holds another', async () => {
    const { stays, goes } = await twoRecords('Hồ Thị Mẫu Không Gộp');
    const third = await addMediator(world, team.id, { fullName: 'Hồ Thị Mẫu Ba', phone: phone() });
    await expect(merge({ ...stays, version: 3 }, goes)).rejects.toMatchObject({ kind: 'stale' });
    await expect(merge(stays, { ...goes, version: 3 })).rejects.toMatchObject({ kind: 'stale' });
    await expect(merge(stays, stays)).rejects.toMatchObject({ code: 'merge-same' });
    const merged = await merge(stays, goes);
    await expect(merge(third, merged)).rejects.toMatchObject({ code: 'merge-has-merged' });
    await expect(merge(third, goes)).rejects.toMatchObject({ code: 'mediator-merged' });
    await expect(split(third, goes)).rejects.toMatchObject({ code: 'mediator-merged' });
    await restrictMediator(world, third.id, { name: 'Đã hạn chế', reason: 'x' });
    await expect(merge(merged, third)).rejects.toMatchObject({ code: 'mediator-restricted' });
  });

  test('are not split into a team that was dissolved since', async () => {
    const empty = await addTeam(world, { name: 'Tổ hòa giải sẽ giải thể' });
    const stays = await addMediator(world, team.id, { fullName: 'Lý Văn Mẫu Giải Thể' });
    const goes = await addMediator(world, empty.id, { fullName: 'Lý Văn Mẫu Giải Thể' });
    const merged = await merge(stays, goes);
    const decision = { number: '7/QĐ-UBND', on: '2026-10-01' };
    await dissolveTeam(world, empty.id, 1, decision);
    await expect(split(merged, goes)).rejects.toMatchObject({
      fields: [{ path: 'teamId', code: 'split-team-dissolved' }],
    });
    await expect(getMediator(world, goes.id)).rejects.toMatchObject({ code: 'mediator-merged' });
  });

  test('keep the consent about ethnic origin: it comes along, goes back, and a later answer ends both', async () => {
    const { stays, goes } = await twoRecords('Danh Thị Mẫu Đồng Ý');
    await setEthnicity(world, admin, goes.id, { ...given, version: 0 });
    const merged = await merge(stays, goes);
    expect(await getEthnicity(world, admin, stays.id)).toMatchObject({ ethnicity: 'Khmer', from: goes.id });
    expect(await readEthnicity(world, goes.id)).toBeUndefined();
    await split(merged, goes);
    expect(await readEthnicity(world, stays.id)).toBeUndefined();
    expect(await getEthnicity(world, admin, goes.id)).toMatchObject({
      ethnicity: 'Khmer',
      agreed: { by: 'paper' },
    });
    // Both have one: that of the record that stays counts, until the person answers anew.
    await setEthnicity(world, admin, stays.id, { ...given, ethnicity: 'Hoa', version: 0 });
    await merge(await getMediator(world, stays.id), await getMediator(world, goes.id));
    expect(await getEthnicity(world, admin, stays.id)).toMatchObject({ ethnicity: 'Hoa' });
    await setEthnicity(world, admin, stays.id, { answer: 'declined', version: 1 });
    expect(await readEthnicity(world, goes.id)).toBeUndefined();
  });

  test('take a registration that is linked to the merged one at the same moment', async () => {
    const { stays, goes, phones } = await twoRecords('Mai Thị Mẫu Cùng Lúc');
    const event = await publishedEvent(world, { kind: 'training', capacity: 100 }, inDays(world, 20));
    const r = await comes(world, event.id, {
      ...{ fullName: 'Mai Thị Mẫu Cùng Lúc', phone: phones[1], unitId: 'unt_dinhan' },
    });
    await merge(stays, goes);
    // The reader of the stream found the record before the merger, and writes the link behind it.
    await world.db.put(participations, {
      ...participationKey(goes.id, r.id),
      ...{ registrationId: r.id, eventId: event.id, link: 'linked', days: [], version: 1 },
      updatedAt: '2026-11-01T00:00:00.000Z',
    });
    expect(await classesOf(stays)).toEqual([r.id]);
    await linkRegistration(world, r.id);
    await linkMediator(world, stays.id);
    // The merged record has the link: nobody is asked about the one that stays.
    expect(await world.db.get(participations, participationKey(stays.id, r.id))).toBeUndefined();
    expect(await classesOf(stays)).toEqual([r.id]);
    expect(await mediatorOf(world, r.id)).toMatchObject({ id: stays.id });
  });

  test('are found by either phone: a registration under the old one is the mediator’s', async () => {
    const { stays, goes, phones } = await twoRecords('Ngô Văn Mẫu Số Cũ');
    await merge(stays, goes, ['phone']);
    const early = await attends('Ngô Văn Mẫu Số Cũ', phones[0]);
    const r = await attends('Ngô Văn Mẫu Số Cũ', phones[1]);
    expect((await classesOf(stays)).sort()).toEqual([early.id, r.id].sort());
    const event = await publishedEvent(world, { capacity: 100 }, inDays(world, 20));
    const shared = await comes(world, event.id, { fullName: 'Ngô Mẫu Số Cũ', phone: phones[1] });
    await onRecord(world, streamRecord(world, 'registrations', shared));
    const offers = (await listOffers(world, { limit: 50 })).items.filter(
      ({ registration }) => registration.id === shared.id,
    );
    expect(offers.map(({ mediator }) => mediator.id)).toEqual([stays.id]);
    await decideLink(world, { mediatorId: stays.id, registrationId: shared.id }, { link: 'linked' });
    expect((await classesOf(stays)).sort()).toEqual([early.id, r.id, shared.id].sort());
  });

  test('of one phone and name are no longer asked about once they are one', async () => {
    const on = phone();
    const stays = await addMediator(world, team.id, { fullName: 'Cao Thị Mẫu Đôi', phone: on });
    const goes = await addMediator(world, other.id, {
      ...{ fullName: 'Cao Thị Mẫu Đôi', phone: on, anotherPerson: true },
    });
    const r = await attends('Cao Thị Mẫu Đôi', on);
    expect(await mediatorOf(world, r.id)).toBeUndefined();
    await merge(stays, goes);
    await linkRegistration(world, r.id);
    expect(await mediatorOf(world, r.id)).toMatchObject({ id: stays.id });
    expect(await classesOf(stays)).toEqual([r.id]);
  });

  test('who registered twice for one class were there once', async () => {
    const { stays, goes, phones } = await twoRecords('Tạ Văn Mẫu Một Lần');
    const event = await publishedEvent(world, { kind: 'training', capacity: 100 }, inDays(world, 20));
    for (const on of phones) {
      const r = await comes(world, event.id, { fullName: 'Tạ Văn Mẫu Một Lần', phone: on });
      await rewritePerson(world, r, { came: { 1: event.startsAt } });
      await linkRegistration(world, r.id);
    }
    const { hours: once } = await historyOf(world, stays);
    const { hours, classes } = await historyOf(world, await merge(stays, goes));
    expect(classes).toHaveLength(2);
    expect(hours).toBe(once);
  });

  test('may be one where phone or commune agree and the names do; an officer gets those of their area', async () => {
    const { stays, goes } = await twoRecords('Kim Thị Mẫu Giống');
    const far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    const samePhone = await addMediator(world, far.id, {
      ...{ fullName: 'Kim Mẫu Giống', phone: stays.phone, anotherPerson: true },
    });
    const elsewhere = { fullName: 'Kim Thị Mẫu Giống', phone: phone(), anotherPerson: true };
    await addMediator(world, far.id, elsewhere);
    await addMediator(world, other.id, { fullName: 'Kim Thị Mẫu Khác', phone: phone() });
    const found = async (account: Account) =>
      (await likelySame(world, account, stays)).map(({ mediator, samePhone: same }) => [mediator.id, same]);
    expect(await found(admin)).toEqual([
      [samePhone.id, true],
      [goes.id, false],
    ]);
    expect(await found(officer)).toEqual([[goes.id, false]]);
    await merge(stays, goes);
    expect(await found(officer)).toEqual([]);
  });

  test('tell both in the history, without what was in them', async () => {
    const { stays, goes } = await twoRecords('Đinh Thị Mẫu Sử');
    const before = await tellHistory(world);
    const merged = await merge(stays, goes, ['phone']);
    const between = await tellHistory(world, before);
    await split(merged, goes);
    await tellHistory(world, between);
    const told = async (id: string) =>
      (await auditOf(world, id)).items.flatMap(({ who, fields }) => (who === 'acc_o' ? [fields] : []));
    const [splitNow, mergedNow] = await told(stays.id);
    expect(mergedNow).toMatchObject({ absorbed: { to: [goes.id] }, phone: 'hidden' });
    expect(splitNow).toMatchObject({ absorbed: { from: [goes.id] }, phone: 'hidden' });
    expect(await told(goes.id)).toEqual([{ merged: 'hidden' }, { merged: 'hidden' }]);
  });

  test('show a step that both had once', async () => {
    const name = { fullName: 'Lương Văn Mẫu Bước' };
    const stays = await addMediator(world, team.id, name);
    const goes = await addMediator(world, other.id, name);
    const { steps } = await merge(stays, goes);
    expect(steps).toHaveLength(2);
    expect(shownSteps(steps)).toEqual([steps[1]]);
  });
});
