import type { FC } from 'hono/jsx';
import { plannedOf, type UnitFigures } from '../../../functions/dashboard/figures';
import type { TileRows } from '../../../functions/directory/units/tiles/tile-map';
import { showCount } from '../../../functions/platform/text/count';
import { type Shade, TileMap } from '../../parts/units/tile-map';

const shadeOf = ({ figures }: UnitFigures): Shade => {
  const planned = plannedOf(figures);
  if (planned === 0) return 0;
  if (figures.over === 0) return 1;
  if (figures.over === planned) return 4;
  return figures.over * 2 < planned ? 2 : 3;
};

const wordsOf = ({ figures }: UnitFigures): string | undefined => {
  const planned = plannedOf(figures);
  return planned > 0 ? `${showCount(figures.over)}/${showCount(planned)}` : undefined;
};

/** The units of the table as tiles: how much of what is planned there was held. One unit needs no map. */
export const UnitMap: FC<{ rows: TileRows; units: readonly UnitFigures[] }> = ({ rows, units }) =>
  units.length < 2 ? null : (
    <>
      <TileMap
        rows={rows}
        tiles={units.map((unit) => {
          const words = wordsOf(unit);
          return { unitId: unit.unitId, name: unit.name, shade: shadeOf(unit), ...(words && { words }) };
        })}
      />
      <p class="small">
        Ô càng đậm, phần lớp, hội nghị đã tổ chức trên số đã lên lịch càng lớn; ô viền đứt chưa có lớp nào.
      </p>
    </>
  );
