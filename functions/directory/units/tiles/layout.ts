import type { TileRows } from './tile-map';

export interface Tile {
  unitId: string;
  /** From the west, from 0. */
  column: number;
  /** From the north, from 0. */
  row: number;
}

/** How wide a map is on which no unit has its place. */
const USUAL_COLUMNS = 5;

/**
 * The cell of each unit: where the map has it, else below the map, in the order in which the units are given. Units of the map
 * that are not given have no tile. Pure.
 */
export const layoutOf = (rows: TileRows, unitIds: readonly string[]): Tile[] => {
  const asked = new Set(unitIds);
  const placed = rows.flatMap((cells, row) =>
    cells.flatMap((unitId, column) => (asked.has(unitId) ? [{ unitId, column, row }] : [])),
  );
  const has = new Set(placed.map(({ unitId }) => unitId));
  const columns = placed.length > 0 ? Math.max(...rows.map(({ length }) => length)) : USUAL_COLUMNS;
  const below = placed.length > 0 ? Math.max(...placed.map(({ row }) => row)) + 1 : 0;
  const others = unitIds
    .filter((unitId) => !has.has(unitId))
    .map((unitId, n) => ({ unitId, column: n % columns, row: below + Math.floor(n / columns) }));
  return [...placed, ...others];
};
