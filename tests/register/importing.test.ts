import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { toXlsx } from '../../functions/events/attendance/export';
import { sheetsOfFile } from '../../functions/platform/sheets/read-file';
import {
  ImportSaid,
  importMediators,
  previewMediators,
} from '../../functions/register/importing/import-mediators';
import { teamKeyOf, teamOfCell } from '../../functions/register/importing/team-names';
import { recordStep } from '../../functions/register/mediators/decide';
import { allEthnicities } from '../../functions/register/mediators/ethnicity';
import { everMembersOf } from '../../functions/register/mediators/find';
import { allMediators } from '../../functions/register/mediators/list';
import { restrictMediator } from '../../functions/register/mediators/set-aside';
import { allTeams } from '../../functions/register/teams/list';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMediator, addTeam } from './scene';

const organizer = { id: 'acc_o', role: 'organizer', active: true } as Account;
const admin = { id: 'acc_a', role: 'admin', active: true } as Account;
const officer = { id: 'acc_f', role: 'officer', unitId: 'unt_goquao', active: true } as Account;

const HEADING =
  'STT\tHọ và tên\tNăm sinh\tGiới tính\tDân tộc\tTrình độ\tSố QĐ công nhận\tNgày\tChức danh\tSĐT\tTổ hòa giải\tXã';
/** As a commune's office sends it: a title, two decisions, one cell for both, marks for "as above". */
const LIST = [
  'DANH SÁCH HÒA GIẢI VIÊN XÃ ĐỊNH AN',
  HEADING,
  '1\tNguyễn Văn Mẫu Một\t1/1/1965\tNam\tKinh\tTHPT\t12/QĐ-UBND\t12/10/2019\tTổ trưởng\t0900 000 601\tTổ hòa giải ấp Hòa Bình\tXã Định An',
  '2\tThị Mẫu Hai\t1972\tNữ\tKhmer\t\tnt\tnt\tTổ phó\t0900000601\t"\t"',
  '3\tTrần Văn Mẫu Ba\t1980\tNam\t\tTrung cấp Luật\tQĐ số 15/QĐ-UBND ngày 02/03/2020\t\tThành viên\tkhông có\tẤp Hòa Thuận\tĐịnh An',
  '4\tLê Thị Mẫu Bốn\t1975\tnữ\t\t\t12/QĐ-UBND\t12/10/2019\tHGV\t090000\tẤp Hòa Thuận\tĐịnh An',
  '5\tThị Mẫu Hai\t1972\tNữ\t\t\t12/QĐ-UBND\t12/10/2019\t\t\tẤp Hòa Bình\tĐịnh An',
  '6\tPhan Văn Mẫu Sáu\t1970\tNam\t\t\t12/QĐ-UBND\t12/10/2019\t\t\t\tĐịnh An',
  '7\tVõ Văn Mẫu Bảy\t1970\tNam\t\t\t12/QĐ-UBND\t\t\t\tẤp Hòa Bình\tXã Lạ',
].join('\n');

const said = (more: object = {}) => ImportSaid.parse(more);
const table = (...rows: string[]) => ['Họ và tên\tNăm sinh\tSĐT\tTổ\tXã', ...rows].join('\n');
const decision = { number: '12/QĐ-UBND', on: '2019-10-12' };

describe('a list of mediators', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));
  const asked = (source: string, account = organizer, more: object = {}) => ({
    ...{ account, source, said: said(more) },
  });
  const outcomes = (rows: readonly { outcome: string; errors: readonly { code: string }[] }[]) =>
    rows.map(({ outcome, errors }) => errors[0]?.code ?? outcome);

  test('is understood by the headings of offices; a slip is named at its row, and nothing is written', async () => {
    const { columns, rows, teams } = await previewMediators(world, asked(LIST));
    expect(columns.map(({ readAs }) => readAs)).toEqual([
      ...[null, 'fullName', 'yearOfBirth', 'gender', 'ethnicity', 'qualification', 'number', 'on', 'role'],
      ...['phone', 'team', 'unit'],
    ]);
    expect(rows.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(outcomes(rows)).toEqual([
      ...['new', 'new', 'new', 'phone-malformed', 'row-twice', 'team-required', 'unit-unknown'],
    ]);
    expect(rows[0]!.input).toEqual({
      ...{ fullName: 'Nguyễn Văn Mẫu Một', yearOfBirth: 1965, gender: 'male', phone: '0900000601' },
      ...{ qualification: 'THPT', role: 'leader' },
      begin: { state: 'recognised', number: '12/QĐ-UBND', on: '2019-10-12' },
    });
    expect(rows[1]!.input).toMatchObject({
      role: 'deputy',
      begin: { number: '12/QĐ-UBND', on: '2019-10-12' },
    });
    expect(rows[2]!.input).toMatchObject({
      role: 'mediator',
      begin: { number: '15/QĐ-UBND', on: '2020-03-02' },
    });
    expect(rows[2]!.input!.phone).toBeUndefined();
    expect(teams).toMatchObject([
      { name: 'Tổ hòa giải ấp Hòa Bình', hamlet: 'Ấp Hòa Bình', unitId: 'unt_dinhan' },
      { name: 'Tổ hòa giải ấp Hòa Thuận', hamlet: 'Ấp Hòa Thuận', unitId: 'unt_dinhan' },
    ]);
    expect(await allTeams(world)).toEqual([]);
    expect(await allMediators(world)).toEqual([]);
  });

  test('is written with its teams, and the same list again changes nothing', async () => {
    await importMediators(world, asked(LIST));
    const before = [await allTeams(world), await allMediators(world)];
    expect(before.map((all) => all.length)).toEqual([2, 3]);
    const again = await importMediators(world, asked(LIST));
    expect(again.teams).toEqual([]);
    expect(outcomes(again.rows).slice(0, 3)).toEqual(['known', 'known', 'known']);
    expect([await allTeams(world), await allMediators(world)]).toEqual(before);
  });

  test('keeps what the register has, and says where a row differs', async () => {
    const row = 'Nguyễn Văn Mẫu Một\t1965\t0900000699\tẤp Hòa Bình\tĐịnh An';
    const { rows } = await importMediators(world, asked(table(row), organizer, decision));
    expect(rows).toMatchObject([{ outcome: 'known', differs: ['phone', 'role'] }]);
    expect((await allMediators(world)).map(({ phone }) => phone)).not.toContain('0900000699');
  });

  test('adds a namesake of another year, and asks about a name that only nearly agrees', async () => {
    const rows = [
      'Trần Văn Mẫu Ba\t1999\t\tẤp Hòa Thuận\tĐịnh An',
      'Tran Van Mau Ba\t1985\t\tẤp Hòa Thuận\tĐịnh An',
      'Thị Mẫu Hai\t\t0900000601\tẤp Hòa Thuận\tĐịnh An',
    ];
    const plan = await previewMediators(world, asked(table(...rows), organizer, decision));
    expect(outcomes(plan.rows)).toEqual(['new', expect.any(String), 'mediator-other-team']);
    expect(plan.rows[0]).toMatchObject({ isAnother: true });
  });

  test('finds a team by its hamlet where the hamlet has one, and asks for its name where it has several', async () => {
    const row = table('Mai Văn Mẫu Ấp\t\t\tẤp Đông\tĐịnh An');
    const plan = () => previewMediators(world, asked(row, organizer, decision));
    const { id } = await addTeam(world, { name: 'Tổ hòa giải số 7', hamlet: 'Ấp Đông' });
    expect((await plan()).rows[0]!.team).toMatchObject({ id, isNew: false });
    await addTeam(world, { name: 'Tổ hòa giải số 8', hamlet: 'Ấp Đông' });
    expect(outcomes((await plan()).rows)).toEqual(['team-unclear']);
  });

  test('does not bring back who was dismissed', async () => {
    const team = await addTeam(world, { name: 'Tổ hòa giải ấp Cũ', hamlet: 'Ấp Cũ' });
    const { id } = await addMediator(world, team.id, { fullName: 'Lâm Văn Mẫu Nghỉ' });
    await recordStep(world, id, 1, { state: 'dismissed', on: '2026-06-01', number: '2/QĐ-UBND' });
    const list = table('Lâm Văn Mẫu Nghỉ\t\t\tẤp Cũ\tĐịnh An');
    const { rows } = await importMediators(world, asked(list, organizer, decision));
    expect(outcomes(rows)).toEqual(['mediator-dismissed']);
  });

  test('recognises a person whose data are restricted, without showing the name', async () => {
    const team = await addTeam(world, { name: 'Tổ hòa giải ấp Kín', hamlet: 'Ấp Kín' });
    const { id } = await addMediator(world, team.id, { fullName: 'Lý Văn Mẫu Kín', phone: '0900000602' });
    await restrictMediator(world, id, { name: 'Đã hạn chế', reason: 'Tự yêu cầu' });
    const list = table('Lý Văn Mẫu Kín\t\t0900000602\tẤp Kín\tĐịnh An');
    const { rows } = await importMediators(world, asked(list, organizer, decision));
    expect(rows).toMatchObject([{ outcome: 'known', knownId: id, differs: [] }]);
    expect(await everMembersOf(world, team.id)).toHaveLength(1);
    const shared = table('Lý Thị Mẫu Vợ\t\t0900000602\tẤp Kín\tĐịnh An');
    const plan = await previewMediators(world, asked(shared, organizer, decision));
    expect(JSON.stringify(plan.rows)).not.toContain('Lý Văn Mẫu Kín');
  });

  test('keeps ethnic origins for admins alone, with a consent, and never over an answer', async () => {
    expect(await allEthnicities(world)).toEqual(new Map());
    const consent = { agreedOn: '2026-11-01', agreedBy: 'paper' };
    await expect(importMediators(world, asked(LIST, organizer, consent))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(importMediators(world, asked(LIST, admin, { agreedBy: 'paper' }))).rejects.toMatchObject({
      fields: [{ path: 'agreedOn', code: 'required' }],
    });
    await importMediators(world, asked(LIST, admin, consent));
    expect([...(await allEthnicities(world)).values()].sort()).toEqual(['Khmer', 'Kinh']);
    await importMediators(world, asked(LIST.replace('Khmer', 'Hoa'), admin, consent));
    expect([...(await allEthnicities(world)).values()].sort()).toEqual(['Khmer', 'Kinh']);
  });

  test('adds people of the officer’s own area alone, and none of a day to come', async () => {
    const rows = ['Bùi Văn Mẫu Xa\t\t\tẤp 1\tXã Đông Hòa', 'Bùi Văn Mẫu Gần\t\t\tẤp 1\tXã Định An'];
    const plan = await importMediators(world, asked(table(...rows), officer, decision));
    expect(outcomes(plan.rows)).toEqual(['unit-not-yours', 'new']);
    const list = `${HEADING}\n1\tBùi Văn Mẫu Mai\t\t\t\t\t1/QĐ\t01/01/2027\t\t\tẤp 1\tĐịnh An`;
    expect(outcomes((await previewMediators(world, asked(list))).rows)).toEqual(['day-ahead']);
  });

  test('is read from a workbook with a constant number of calls', async () => {
    const lines = [
      ['Họ và tên', 'Ngày sinh', 'Tổ hòa giải'],
      ['Ngô Văn Mẫu Tệp', '02/05/1968', 'Tổ hòa giải số 3'],
      ['Ngô Thị Mẫu Tệp', '', 'Số 3'],
    ];
    const source = await sheetsOfFile(await toXlsx(lines));
    const more = { ...decision, unitId: 'unt_dinhan' };
    await previewMediators(world, { account: organizer, source, said: said(more) });
    world.costs.length = 0;
    const plan = await previewMediators(world, { account: organizer, source, said: said(more) });
    expect(world.costs.length).toBeLessThanOrEqual(3);
    expect(plan.rows).toMatchObject([{ outcome: 'new', input: { yearOfBirth: 1968 } }, { outcome: 'new' }]);
    expect(plan.teams).toMatchObject([{ name: 'Tổ hòa giải số 3' }]);
  });

  test.each([
    ['Tổ hòa giải ấp 1', 'THG Ấp 01', 'Ấp 1'],
    ['Tổ hoà giải khu phố Mẫu', 'KHU PHỐ MẪU', 'khu phố mẫu'],
    ['Tổ hòa giải số 3', 'Số 3', '3'],
  ])('finds %s under each of its spellings', (name, ...spellings) => {
    expect(spellings.map(teamKeyOf)).toEqual(spellings.map(() => teamKeyOf(name)));
    expect(teamKeyOf(teamOfCell(spellings[1]!).name)).toBe(teamKeyOf(name));
  });
});

describe('the page and the operation of lists of mediators', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));

  test('preview, then write, by forms alone', async () => {
    const visitor = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const path = routes.consoleMediatorsImport();
    expect((await visitor.get(path)).text).toContain('Nhập hòa giải viên từ tệp');
    const preview = await visitor.post(path, { list: LIST, buoc: 'xem' });
    expect(preview.text).toContain('Thêm 3 hòa giải viên, 2 tổ hòa giải');
    expect(preview.text).toContain('Cột dân tộc không được lưu');
    expect((await visitor.post(path, { list: LIST, buoc: 'nhap' })).text).toContain(
      'Đã thêm 3 hòa giải viên',
    );
    expect((await visitor.get(routes.consoleMediators())).text).toContain('Nguyễn Văn Mẫu Một');
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(path)).status).toBe(403);
    expect((await viewer.post(path, { list: LIST, buoc: 'nhap' })).status).toBe(403);
  });

  test('are closed to a viewer, and name the field of the list', async () => {
    const send = async (role: 'viewer' | 'organizer', text: string) =>
      (await signIn(world, { role, bearer: true })).parts('POST', '/mediators/import', { text });
    expect((await send('viewer', LIST)).status).toBe(403);
    const refused = await send('organizer', 'không có tiêu đề');
    expect([refused.status, refused.json.errors]).toMatchObject([422, [{ path: 'text' }]]);
  });
});
