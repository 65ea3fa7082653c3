import * as z from 'zod';
import { versionField } from '../../../platform/input/fields';
import { invalid, Problem } from '../../../platform/problem/problem';
import { table } from '../../../platform/store/table';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { readUnits } from '../list';
import { unitsTable } from '../unit';

/** The empty cell of a row. */
export const EMPTY = '';
const MOST_COLUMNS = 16;
const MOST_ROWS = 24;

/**
 * Where units lie on a map of equal tiles, row by row from the north, cell by cell from the west: `[['', 'unt_hatien'],
 * ['unt_phuquoc', 'unt_kienluong']]`.
 */
export const TileRows = z
  .array(z.array(z.string().max(80)).max(MOST_COLUMNS, 'tiles-too-wide'))
  .max(MOST_ROWS, 'tiles-too-many')
  .describe('Rows from the north, cells from the west: the id of a unit, or an empty text');
export type TileRows = z.output<typeof TileRows>;
export const TileMapEdit = z.strictObject({ rows: TileRows, version: versionField });

interface TileMap {
  pk: 'tile-map';
  sk: 'tile-map';
  id: 'tile-map';
  rows: TileRows;
  version: number;
  updatedAt: string;
  by?: string;
}

const tileMap = table<TileMap>(unitsTable);
const KEY = { pk: 'tile-map', sk: 'tile-map' } as const;

/** The rows with their version; no rows, and version 1, before they were set. */
export const readTiles = async (world: World): Promise<Pick<TileMap, 'rows' | 'version'>> =>
  (await world.db.get(tileMap, KEY, { consistent: true })) ?? { rows: [], version: 1 };

/**
 * Sets where the units lie.
 * @param version the version that was read
 * @throws Problem invalid `tile-unit-unknown`, `tile-twice` at `rows`; stale `tiles-stale`
 */
export const setTiles = async (world: World, version: number, rows: TileRows): Promise<TileMap> => {
  const { all } = await readUnits(world);
  const cells = rows.flat().filter((cell) => cell !== EMPTY);
  if (cells.some((cell) => !all.some(({ id }) => id === cell))) throw invalid('rows', 'tile-unit-unknown');
  if (new Set(cells).size < cells.length) throw invalid('rows', 'tile-twice');
  const item: TileMap = { ...KEY, id: 'tile-map', rows, version: version + 1, updatedAt: iso(world.now()) };
  const written = await world.db.putIf(tileMap, item, {
    if: version === 1 ? 'attribute_not_exists(pk) OR #version = :version' : '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': version },
  });
  if (!written.ok) throw new Problem('stale', 'tiles-stale');
  return item;
};
