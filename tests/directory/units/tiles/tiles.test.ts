import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutOf } from '../../../../functions/directory/units/tiles/layout';
import { readTiles, setTiles } from '../../../../functions/directory/units/tiles/tile-map';
import { routes } from '../../../../web/routes';
import { addPlaces } from '../../../support/places';
import { signIn, type Visitor } from '../../../support/visitor';
import { useWorld } from '../../../support/world';

describe('the tiles of a map', () => {
  test('each unit has one cell, no cell has two, and a placed unit lies in its place', () => {
    const id = fc.integer({ min: 0, max: 30 }).map((n) => `unt_${n}`);
    const map = fc.uniqueArray(id, { maxLength: 25 }).chain((ids) =>
      fc
        .array(fc.integer({ min: 0, max: 4 }), { minLength: ids.length, maxLength: ids.length })
        .map((gaps) => {
          const cells = ids.flatMap((unit, i) => [...Array<string>(gaps[i]!).fill(''), unit]);
          return Array.from({ length: Math.ceil(cells.length / 6) }, (_, n) => cells.slice(6 * n, 6 * n + 6));
        }),
    );
    fc.assert(
      fc.property(map, fc.uniqueArray(id), (rows, units) => {
        const tiles = layoutOf(rows, units);
        expect(tiles.map(({ unitId }) => unitId).sort()).toEqual([...units].sort());
        expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
        for (const { unitId, column, row } of tiles)
          if (rows.flat().includes(unitId)) expect(rows[row]![column]).toBe(unitId);
      }),
    );
  });

  test('where no unit has a place, they stand in rows of five', () => {
    const units = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(layoutOf([], units).map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [0, 1],
    ]);
  });
});

describe('the page of the map', () => {
  const world = useWorld();
  let organizer: Visitor;
  const save = async (rows: string) => {
    const { version } = await readTiles(world);
    return organizer.send(routes.consoleTiles(), { version: String(version), rows });
  };
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });

  test('takes what is pasted from Excel, without accents or with the kind of the unit', async () => {
    const saved = await save('\trach gia\n\nHuyện Gò Quao\tAn Minh\n\n');
    expect(saved.text).toContain('Đã lưu bản đồ ô');
    const { rows } = await readTiles(world);
    expect(rows).toEqual([['', 'unt_rachgia'], [], ['unt_goquao', 'unt_anminh']]);
    expect(saved.page.querySelector('textarea')?.text).toContain(' | Rạch Giá\n\nGò Quao | An Minh');
    expect(saved.page.querySelectorAll('.tile-map rect').length).toBeGreaterThan(2);
  });

  test('names the cell that it cannot read, and refuses a unit that is there twice', async () => {
    const before = await readTiles(world);
    const unknown = await save('Gò Quao | Gò Vấp');
    expect([unknown.status, unknown.text]).toEqual([422, expect.stringContaining('“Gò Vấp”')]);
    expect((await save('Gò Quao | go quao')).text).toContain('được ghi hai lần');
    expect((await save('|'.repeat(16))).text).toContain('nhiều nhất 16 ô');
    expect(await readTiles(world)).toEqual(before);
  });

  test('of two editors who read the same, the second is told', async () => {
    const { version, rows } = await readTiles(world);
    await setTiles(world, version, rows);
    await expect(setTiles(world, version, [])).rejects.toMatchObject({ kind: 'stale', code: 'tiles-stale' });
    await expect(setTiles(world, version + 1, [['unt_none']])).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is for organizers: an officer reads the map alone', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    expect((await officer.get(routes.consoleTiles())).status).toBe(403);
    expect((await officer.send(routes.consoleTiles(), { rows: '', version: '1' })).status).toBe(403);
    expect((await officer.api('GET', '/tile-map')).status).toBe(200);
    expect((await officer.api('PUT', '/tile-map', { rows: [], version: 1 })).status).toBe(403);
  });
});
