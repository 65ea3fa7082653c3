import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { readGender, readRole } from '../../functions/events/rosters/reading/values/words';
import { bareHeading } from '../../functions/platform/sheets/bare-heading';
import { sheetsOfFile } from '../../functions/platform/sheets/read-file';
import { MEDIATOR_HEADINGS } from '../../functions/register/importing/columns';
import { ImportSaid, importMediators } from '../../functions/register/importing/import-mediators';
import { mediatorSample } from '../../functions/register/importing/sample-file';
import { GENDERS, ROLES_IN_TEAM } from '../../functions/register/mediators/traits';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';

const officer = { id: 'acc_f', role: 'officer', unitId: 'unt_goquao', active: true } as Account;

describe('the sample list of mediators', () => {
  const world = useWorld();
  beforeAll(() => addPlaces(world));
  const sample = async () => {
    const { body } = await mediatorSample(world, officer);
    return sheetsOfFile(body as Uint8Array);
  };
  const textsIn = async () => (await sample())[0]!.rows.map(({ cells }) => cells.map(({ text }) => text));

  test('has a head for each column of the reader, which the reader takes for that column', async () => {
    const [heads] = await textsIn();
    const readAs = heads!.map(
      (head) => MEDIATOR_HEADINGS.find(([, rule]) => rule.test(bareHeading(head)))?.[0],
    );
    expect(readAs[0]).toBeUndefined();
    expect(readAs.slice(1).sort()).toEqual(MEDIATOR_HEADINGS.map(([column]) => column).sort());
  });

  test('names all values that the reader takes, each of which it reads', async () => {
    const [heads, , ...below] = await textsIn();
    const valuesUnder = (head: string) =>
      below.map((cells) => cells[heads!.indexOf(head)]).filter((text) => text);
    expect(valuesUnder('Giới tính').map((text) => readGender(text!).value)).toEqual([...GENDERS]);
    expect(valuesUnder('Chức danh').map((text) => readRole(text!).value)).toEqual([...ROLES_IN_TEAM]);
  });

  test('is imported as it is: one person, read in full', async () => {
    const { rows, teams } = await importMediators(world, {
      ...{ account: officer, source: await sample(), said: ImportSaid.parse({}) },
    });
    expect(rows).toMatchObject([
      {
        outcome: 'new',
        notes: [],
        errors: [],
        input: {
          fullName: 'Danh Thị Mẫu Ví Dụ',
          phone: '0900000950',
          gender: 'female',
          yearOfBirth: 1975,
          qualification: 'Trung cấp Luật',
          role: 'mediator',
          position: 'Chi hội trưởng phụ nữ ấp',
          begin: { state: 'recognised', number: '12/QĐ-UBND', on: '2019-10-12' },
        },
      },
    ]);
    expect(teams).toMatchObject([{ name: 'Tổ hòa giải ấp Hòa Bình', unitId: 'unt_dinhan' }]);
  });

  test('is offered on the page of the import, to those who may import', async () => {
    const own = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    expect((await own.get(routes.consoleMediatorsImport())).html).toContain(routes.consoleMediatorSample());
    const file = await own.get(routes.consoleMediatorSample());
    expect(file.headers.get('content-disposition')).toContain('mau-danh-sach-hoa-giai-vien.xlsx');
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(routes.consoleMediatorSample())).status).toBe(403);
  });
});
