import { note } from '../values/value';
import type { ListRow } from './list-row';

/**
 * A unit that is written once for the people below it. So are lists whose cells were merged and then pasted: most
 * cells are empty, and no unit is written twice in succession. In other lists an empty cell was forgotten.
 */
export const unitsOfBlocks = (rows: readonly ListRow[]): ListRow[] => {
  const units = rows.map(({ cells }) => cells.unit);
  const written = units.filter(Boolean).length;
  const isRepeated = units.some((unit, i) => unit && unit === units[i + 1]);
  if (written === 0 || isRepeated || written > rows.length - written) return [...rows];
  let above: string | undefined;
  return rows.map((row): ListRow => {
    const { unit, district, body } = row.cells;
    if (unit) above = unit;
    if (unit || district || body || !above) return row;
    return {
      ...row,
      cells: { ...row.cells, unit: above },
      notes: [...row.notes, note('unitId', 'unit-from-above', { said: above })],
    };
  });
};
