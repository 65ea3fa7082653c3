import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../functions/background/streams/audit-change';
import type { Account } from '../../functions/directory/accounts/account';
import { createMediator, newMediator, storeMediator } from '../../functions/register/mediators/create';
import { markTrainer, recordStep } from '../../functions/register/mediators/decide';
import { allEthnicities, getEthnicity, setEthnicity } from '../../functions/register/mediators/ethnicity';
import { mediatorsOfPhone, membersOf } from '../../functions/register/mediators/find';
import { getMediator } from '../../functions/register/mediators/get';
import { listMediators } from '../../functions/register/mediators/list';
import type { MediatorInput } from '../../functions/register/mediators/mediator';
import { updateMediator } from '../../functions/register/mediators/update';
import type { Team } from '../../functions/register/teams/team';
import { registerTable } from '../../functions/register/teams/team';
import { addPlaces } from '../support/places';
import { useWorld } from '../support/world';
import { addMediator, addTeam, mediatorInput } from './scene';

const PHONE = '0900000501';
const input = (teamId: string, more: Partial<MediatorInput> = {}): MediatorInput => {
  const { begin: _begin, anotherPerson: _another, ...said } = mediatorInput(teamId, more);
  return said;
};
const refusedWith = (path: string, code: string) => ({ fields: [{ path, code }] });

describe('a mediator', () => {
  const world = useWorld();
  let team: Team;
  beforeAll(async () => {
    await addPlaces(world);
    team = await addTeam(world);
  });

  test('is kept with team, role and the decision, and found by phone', async () => {
    const { id } = await addMediator(world, team.id, { phone: '0900 000 500', role: 'leader' });
    expect(await getMediator(world, id)).toMatchObject({
      state: 'recognised',
      steps: [{ state: 'recognised', on: '2021-03-20', number: '50/QĐ-UBND', who: 'test' }],
      role: 'leader',
      phone: '0900000500',
    });
    world.costs.length = 0;
    expect(await mediatorsOfPhone(world, '0900000500')).toMatchObject([{ id, fullName: 'Danh Thị Mẫu Sen' }]);
    expect(world.costs).toHaveLength(1);
    expect(JSON.stringify(world.costs)).not.toContain('0900000500');
  });

  test('is one, where the form is sent twice', async () => {
    const said = mediatorInput(team.id, { fullName: 'Lê Thị Mẫu Lan' });
    const id = 'med_00000000000000000a1';
    const first = await createMediator(world, said, { id });
    expect(await createMediator(world, said, { id })).toMatchObject(first);
  });

  test('is one, where two editors add the same person in the same second', async () => {
    // Both were checked before either was stored.
    const { anotherPerson, ...said } = mediatorInput(team.id, { fullName: 'Lê Văn Mẫu Cùng Lúc' });
    const add = () => storeMediator(world, newMediator(world, said), anotherPerson);
    const done = await Promise.allSettled([add(), add()]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusedWith('fullName', 'mediator-namesake'),
    });
    const members = await membersOf(world, team.id);
    expect(members.filter(({ fullName }) => fullName === 'Lê Văn Mẫu Cùng Lúc')).toHaveLength(1);
  });

  test('of a name that the team has already is asked about, in any spelling, and added once it is another person', async () => {
    await addMediator(world, team.id, { fullName: 'Trần Văn Mẫu Hòa' });
    for (const fullName of ['Trần Văn Mẫu Hòa', 'tran van mau hoa', 'Trần Mẫu Hoà'])
      await expect(addMediator(world, team.id, { fullName })).rejects.toMatchObject(
        refusedWith('fullName', 'mediator-namesake'),
      );
    await addMediator(world, team.id, { fullName: 'Trần Văn Mẫu Hòa', anotherPerson: true });
    const other = await addTeam(world, { name: 'Tổ hòa giải ấp bên' });
    await addMediator(world, other.id, { fullName: 'Trần Văn Mẫu Hòa' });
  });

  test('whose phone another mediator has is asked about: the same person elsewhere, or a family', async () => {
    const other = await addTeam(world, { name: 'Tổ hòa giải ấp khác' });
    await addMediator(world, team.id, { fullName: 'Phan Văn Mẫu Hùng', phone: PHONE });
    const again = { fullName: 'Phan Văn Mẫu Hùng', phone: PHONE };
    await expect(addMediator(world, other.id, again)).rejects.toMatchObject(
      refusedWith('phone', 'mediator-elsewhere'),
    );
    const family = { fullName: 'Phan Thị Mẫu Hoa', phone: PHONE };
    await expect(addMediator(world, other.id, family)).rejects.toMatchObject(
      refusedWith('phone', 'mediator-phone'),
    );
    const { id, version } = await addMediator(world, other.id, { ...family, anotherPerson: true });
    // What was said once is not asked again.
    await updateMediator(world, id, version, input(other.id, { ...family, position: 'Trưởng ấp' }));
  });

  test('loses what an edit leaves out; no older edit is written over a newer one', async () => {
    const { id } = await addMediator(world, team.id, { fullName: 'Võ Văn Mẫu Sửa', phone: '0900000502' });
    const edited = await updateMediator(world, id, 1, input(team.id, { fullName: 'Võ Văn Mẫu Đã Sửa' }));
    expect(edited).not.toHaveProperty('phone');
    expect(await mediatorsOfPhone(world, '0900000502')).toEqual([]);
    await expect(
      updateMediator(world, id, 1, input(team.id, { fullName: 'Võ Văn Mẫu Cũ' })),
    ).rejects.toMatchObject({ kind: 'stale', code: 'mediator-stale' });
  });

  test('moves to another team', async () => {
    const other = await addTeam(world, { name: 'Tổ hòa giải ấp đến' });
    const { id } = await addMediator(world, team.id, { fullName: 'Bùi Văn Mẫu Chuyển' });
    await updateMediator(world, id, 1, input(other.id, { fullName: 'Bùi Văn Mẫu Chuyển' }));
    expect((await membersOf(world, other.id)).map((one) => one.id)).toEqual([id]);
    expect((await membersOf(world, team.id)).map((one) => one.id)).not.toContain(id);
  });

  test('is recognised, dismissed and elected again, each by its decision, and nothing is written over', async () => {
    const { id } = await addMediator(world, team.id, {
      fullName: 'Đặng Thị Mẫu Nga',
      begin: { state: 'elected', on: '2026-01-10' },
    });
    await expect(recordStep(world, id, 1, { state: 'recognised', on: '2026-02-01' })).rejects.toMatchObject(
      refusedWith('number', 'required'),
    );
    await expect(
      recordStep(world, id, 1, { state: 'recognised', on: '2026-01-09', number: '1/QĐ-UBND' }),
    ).rejects.toMatchObject(refusedWith('on', 'step-early'));
    await expect(
      recordStep(world, id, 1, { state: 'recognised', on: '2026-11-17', number: '1/QĐ-UBND' }),
    ).rejects.toMatchObject(refusedWith('on', 'day-ahead'));
    await recordStep(world, id, 1, { state: 'recognised', on: '2026-02-01', number: '1/QĐ-UBND' });
    await recordStep(world, id, 2, { state: 'dismissed', on: '2026-06-01', number: '2/QĐ-UBND' });
    expect((await membersOf(world, team.id)).map((one) => one.id)).not.toContain(id);
    await expect(
      recordStep(world, id, 3, { state: 'recognised', on: '2026-07-01', number: '3/QĐ-UBND' }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'step-not-possible' });
    await recordStep(world, id, 3, { state: 'elected', on: '2026-08-01' });
    const { state, steps } = await getMediator(world, id);
    expect([state, steps.map((one) => [one.state, one.number])]).toEqual([
      'elected',
      [
        ['elected', undefined],
        ['recognised', '1/QĐ-UBND'],
        ['dismissed', '2/QĐ-UBND'],
        ['elected', undefined],
      ],
    ]);
    await expect(recordStep(world, id, 3, { state: 'elected', on: '2026-08-01' })).rejects.toMatchObject({
      code: 'mediator-stale',
    });
  });

  test('is marked as a trainer by a decision of its own, and the mark is taken away', async () => {
    const { id } = await addMediator(world, team.id, { fullName: 'Lâm Văn Mẫu Giảng' });
    const trainer = { level: 'district', number: '88/QĐ-UBND', on: '2026-02-02' } as const;
    expect(await markTrainer(world, id, 1, trainer)).toMatchObject({ trainer });
    expect(await markTrainer(world, id, 2, undefined)).not.toHaveProperty('trainer');
  });
});

describe('the ethnic origin of a mediator', () => {
  const world = useWorld();
  const admin = { id: 'acc_a', role: 'admin', active: true } as Account;
  const organizer = { id: 'acc_o', role: 'organizer', active: true } as Account;
  const given = { answer: 'given', ethnicity: 'Khmer', agreedOn: '2026-11-01', agreedBy: 'paper' } as const;
  let id: string;
  beforeAll(async () => {
    await addPlaces(world);
    ({ id } = await addMediator(world, (await addTeam(world)).id));
  });

  test('is kept with its own consent, by admins alone, and “không cung cấp” removes it', async () => {
    await expect(setEthnicity(world, organizer, id, { ...given, version: 0 })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await setEthnicity(world, admin, id, { ...given, version: 0 });
    await expect(getEthnicity(world, organizer, id)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await getEthnicity(world, admin, id)).toMatchObject({
      ethnicity: 'Khmer',
      agreed: { on: '2026-11-01', by: 'paper' },
    });
    expect([...(await allEthnicities(world))]).toEqual([[id, 'Khmer']]);
    await expect(setEthnicity(world, admin, id, { answer: 'declined', version: 0 })).rejects.toMatchObject({
      kind: 'stale',
    });
    await setEthnicity(world, admin, id, { answer: 'declined', version: 1 });
    expect(await getEthnicity(world, admin, id)).not.toHaveProperty('ethnicity');
    expect([...(await allEthnicities(world))]).toEqual([]);
  });

  test('stands in no list of mediators, and the history says only that there was an answer', async () => {
    await setEthnicity(world, admin, id, { ...given, version: 2 });
    const seen = [await getMediator(world, id), await listMediators(world, { limit: 50 })];
    expect(JSON.stringify(seen)).not.toContain('Khmer');
    const item = await world.db.get(registerTable, { pk: id, sk: 'ethnicity' });
    const change = changeOf({ table: 'register', after: item as never, sequence: '1', at: 0 });
    expect(change).toMatchObject({ pk: id, fields: { ethnicity: 'hidden', agreed: 'hidden' } });
    expect(JSON.stringify(change)).not.toContain('Khmer');
  });
});

describe('the list of mediators', () => {
  const world = useWorld();
  beforeAll(async () => {
    await addPlaces(world);
    const [a, b] = [await addTeam(world), await addTeam(world, { name: 'Tổ hòa giải ấp hai' })];
    for (const [i, fullName] of ['Lê Văn Mẫu Út', 'Trần Thị Mẫu Ánh', 'Võ Văn Mẫu Minh'].entries())
      await addMediator(world, a.id, { fullName, ...(i === 0 && { role: 'leader' }) });
    const { id } = await addMediator(world, b.id, { fullName: 'Phan Văn Mẫu Bảy' });
    await recordStep(world, id, 1, { state: 'dismissed', on: '2026-06-01', number: '2/QĐ-UBND' });
  });
  const names = async (more: object = {}) =>
    (await listMediators(world, { limit: 50, ...more })).items.map(({ fullName }) => fullName);

  test('is sorted by given name, leaves out who was dismissed, and filters', async () => {
    expect(await names()).toEqual(['Trần Thị Mẫu Ánh', 'Võ Văn Mẫu Minh', 'Lê Văn Mẫu Út']);
    expect(await names({ state: 'dismissed' })).toEqual(['Phan Văn Mẫu Bảy']);
    expect(await names({ role: 'leader' })).toEqual(['Lê Văn Mẫu Út']);
    expect(await names({ search: 'anh' })).toEqual(['Trần Thị Mẫu Ánh']);
    expect(await names({ teams: new Set(['team_none']) })).toEqual([]);
  });

  test('goes on after a cursor, with one call a page', async () => {
    world.costs.length = 0;
    const first = await listMediators(world, { limit: 2 });
    expect(world.costs).toHaveLength(1);
    const second = await listMediators(world, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ fullName }) => fullName)).toEqual(await names());
    expect(second.next).toBeUndefined();
  });
});
