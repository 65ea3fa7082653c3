import type { FC } from 'hono/jsx';
import { layoutOf } from '../../../functions/directory/units/tiles/layout';
import type { TileRows } from '../../../functions/directory/units/tiles/tile-map';

/** How dark a tile is: 0 has nothing to show, 4 is complete. */
export type Shade = 0 | 1 | 2 | 3 | 4;

export interface TileOf {
  unitId: string;
  name: string;
  /** Below the name: `2/3`. */
  words?: string;
  shade: Shade;
}

const SHADES = ['shade-0', 'shade-1', 'shade-2', 'shade-3', 'shade-4'] as const;
const SIDE = 64;
const GAP = 4;

/** A name in at most two lines of about the same length. */
const linesOf = (name: string): string[] => {
  const words = name.split(' ');
  if (name.length <= 9 || words.length < 2) return [name];
  const cut = words.map((_, i) => i + 1).slice(0, -1);
  const longest = (n: number) =>
    Math.max(words.slice(0, n).join(' ').length, words.slice(n).join(' ').length);
  const best = cut.reduce((a, b) => (longest(b) < longest(a) ? b : a));
  return [words.slice(0, best).join(' '), words.slice(best).join(' ')];
};

/**
 * Units as equal tiles, each about where it lies. A table beside it says the same in words, so screen readers pass it by.
 * It grows with the letters of the page.
 */
export const TileMap: FC<{ rows: TileRows; tiles: readonly TileOf[] }> = ({ rows, tiles }) => {
  const placed = layoutOf(
    rows,
    tiles.map(({ unitId }) => unitId),
  );
  const of = new Map(tiles.map((tile) => [tile.unitId, tile]));
  const columns = Math.max(...placed.map(({ column }) => column)) + 1;
  const lines = Math.max(...placed.map(({ row }) => row)) + 1;
  return (
    <svg
      class="tile-map"
      font-size="11"
      width={`${columns * 4}rem`}
      viewBox={`0 0 ${columns * SIDE} ${lines * SIDE}`}
      aria-hidden="true"
      focusable="false"
    >
      {placed.map(({ unitId, column, row }) => (
        <Tile tile={of.get(unitId)!} x={column * SIDE} y={row * SIDE} />
      ))}
    </svg>
  );
};

const Tile: FC<{ tile: TileOf; x: number; y: number }> = ({ tile: { name, words, shade }, x, y }) => {
  const lines = [...linesOf(name), ...(words ? [words] : [])];
  const middle = y + SIDE / 2 - (lines.length - 1) * 7 + 4;
  return (
    <g class={SHADES[shade]}>
      <rect x={x + GAP / 2} y={y + GAP / 2} width={SIDE - GAP} height={SIDE - GAP} rx="4" />
      {lines.map((line, i) => (
        <text x={x + SIDE / 2} y={middle + i * 14} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
};
