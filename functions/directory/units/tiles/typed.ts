import { invalid } from '../../../platform/problem/problem';
import { plain } from '../../../platform/text/text';
import type { Unit } from '../unit';
import { unitLabel } from '../words';
import { EMPTY, type TileRows } from './tile-map';

/** Between two cells of a line: as a table of Excel is pasted, or as people type it. */
const BETWEEN_CELLS = /\t|\||;/;

/** The map as people edit it: a line for each row, `|` between the cells. */
export const typedRows = (rows: TileRows, units: readonly Unit[]): string =>
  rows
    .map((cells) => cells.map((id) => units.find((unit) => unit.id === id)?.name ?? EMPTY).join(' | '))
    .join('\n');

/**
 * What was typed, or pasted from Excel, as rows of units. Names are read without regard to accents and with or without their
 * kind: `Huyện Gò Quao`, `go quao`.
 * @param units those that the map may show
 * @throws Problem invalid `tile-name-unknown` at `rows`, with the name
 */
export const readRows = (typed: string, units: readonly Unit[]): TileRows => {
  const byName = new Map(
    units.flatMap((unit) => [unit.name, unitLabel(unit)].map((name) => [plain(name), unit.id] as const)),
  );
  const idOf = (cell: string) => {
    const name = plain(cell.trim());
    if (!name) return EMPTY;
    const id = byName.get(name);
    if (!id) throw invalid('rows', 'tile-name-unknown', { name: cell.trim().slice(0, 80) });
    return id;
  };
  const lines = typed.split(/\r?\n/).map((line) => (line.trim() ? line.split(BETWEEN_CELLS).map(idOf) : []));
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
};
