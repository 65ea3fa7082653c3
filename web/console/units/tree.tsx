import type { FC } from 'hono/jsx';
import { isCommune, isDistrict } from '../../../functions/directory/units/levels';
import type { Units } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { hasEnded } from '../../../functions/directory/units/validity';
import { unitLabel } from '../../../functions/directory/units/words';
import { showCount } from '../../../functions/platform/text/count';
import { FormerNames, UnitName, UnitState } from './unit-parts';

interface TreeProps {
  province: Unit;
  units: Units;
}

const Communes: FC<{ communes: readonly Unit[]; units: Units }> = ({ communes, units }) =>
  communes.length === 0 ? (
    <span class="soft">Chưa nhập</span>
  ) : (
    <ul class="plain-list">
      {communes.map((unit) => (
        <li>
          <UnitName unit={unit} />
          <FormerNames units={units} unit={unit} />
        </li>
      ))}
    </ul>
  );

/** A province in force: its districts, each with its communes, and the communes directly below it. */
export const Tree: FC<TreeProps> = ({ province, units }) => {
  const below = (parent: Unit, is: (unit: Unit) => boolean) =>
    units.inForce.filter((u) => u.parentId === parent.id && is(u));
  const districts = below(province, isDistrict);
  const direct = below(province, isCommune);
  return (
    <section>
      <h2>
        <UnitName unit={province} />
      </h2>
      {districts.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label={`Địa bàn ${unitLabel(province)}`}>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Huyện, thị xã, thành phố</th>
                <th scope="col">Xã, phường, thị trấn</th>
              </tr>
            </thead>
            <tbody>
              {districts.map((district) => (
                <tr>
                  <th scope="row">
                    <UnitName unit={district} />
                  </th>
                  <td>
                    <Communes communes={below(district, isCommune)} units={units} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {direct.length > 0 && (
        <>
          <h3>Xã, phường, đặc khu trực thuộc tỉnh ({showCount(direct.length)})</h3>
          <Communes communes={direct} units={units} />
        </>
      )}
    </section>
  );
};

/** Units with their state: those that a search found, or those that have ended. */
export const UnitTable: FC<{ found: readonly Unit[]; units: Units; caption: string }> = ({
  found,
  units,
  caption,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label={caption}>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {found.map((unit) => (
          <tr>
            <th scope="row">
              <UnitName unit={unit} />
              <FormerNames units={units} unit={unit} />
            </th>
            <td>
              <UnitState units={units} unit={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What has ended, folded away. */
export const EndedUnits: FC<{ units: Units }> = ({ units }) => {
  const ended = units.all.filter((unit) => hasEnded(unit, units.day));
  return ended.length === 0 ? null : (
    <details>
      <summary>Đơn vị không còn ({showCount(ended.length)})</summary>
      <UnitTable found={ended} units={units} caption="Đơn vị không còn" />
    </details>
  );
};
