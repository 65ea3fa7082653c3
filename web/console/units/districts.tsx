import type { FC } from 'hono/jsx';
import type { Unit } from '../../../functions/directory/units/unit';
import { unitLabel } from '../../../functions/directory/units/words';

export const isDistrict = (unit: Unit) => unit.kind === 'district' || unit.kind === 'city';
const isCommune = (unit: Unit) => ['commune', 'ward', 'township'].includes(unit.kind);

const UnitName: FC<{ unit: Unit }> = ({ unit }) => (
  <>
    {unitLabel(unit)}
    {unit.sample && <span class="soft"> (mẫu)</span>}
    {unit.pilot && (
      <>
        {' '}
        <span class="tag">Chỉ đạo điểm</span>
      </>
    )}
  </>
);

const Communes: FC<{ communes: readonly Unit[] }> = ({ communes }) =>
  communes.length === 0 ? (
    <span class="soft">Chưa nhập</span>
  ) : (
    <ul class="plain-list">
      {communes.map((unit) => (
        <li>
          <UnitName unit={unit} />
        </li>
      ))}
    </ul>
  );

/** A province's districts, each with its communes. */
export const Districts: FC<{ province: Unit; units: readonly Unit[] }> = ({ province, units }) => {
  const below = (parent: Unit, is: (unit: Unit) => boolean) =>
    units.filter((u) => u.parentId === parent.id && is(u));
  return (
    <section>
      <h2>{unitLabel(province)}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={`Địa bàn ${unitLabel(province)}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Huyện, thành phố</th>
              <th scope="col">Xã, phường, thị trấn</th>
            </tr>
          </thead>
          <tbody>
            {below(province, isDistrict).map((district) => (
              <tr>
                <th scope="row">
                  <UnitName unit={district} />
                </th>
                <td>
                  <Communes communes={below(district, isCommune)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
