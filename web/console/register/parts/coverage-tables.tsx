import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import type { Coverage, Covered } from '../../../../functions/participation/coverage';
import { aimWords, percent } from '../../../../functions/participation/goals';
import { showCount } from '../../../../functions/platform/text/count';
import { Bar } from '../../../parts/events/bar';
import { routes } from '../../../routes';
import { PhoneCell, placeWords } from './register-page';

const hasGoals = (rows: readonly (readonly [string, Covered])[]): boolean => rows.some(([, { aim }]) => aim);

/** Counts of one kind: units, genders, roles. Goals stand where they are set for the year. */
export const Counts: FC<{ name: string; rows: readonly (readonly [string, Covered])[] }> = ({
  name,
  rows,
}) => (
  <div
    class="scroll"
    tabindex={0}
    role="region"
    aria-label={`Đã tập huấn theo ${name.toLocaleLowerCase('vi')}`}
  >
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Hòa giải viên</th>
          <th scope="col">Đã tập huấn</th>
          <th scope="col">Tỷ lệ</th>
          {hasGoals(rows) && <th scope="col">Mục tiêu của năm</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, of]) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="num" data-label="Hòa giải viên">
              {showCount(of.mediators)}
            </td>
            <td class="num" data-label="Đã tập huấn">
              {showCount(of.trained)}
            </td>
            <td data-label="Tỷ lệ">
              {percent(of)}
              {of.mediators > 0 && <Bar used={of.trained} quota={of.mediators} />}
            </td>
            {hasGoals(rows) && <td data-label="Mục tiêu của năm">{aimWords(of)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The mediators who never came to a training. */
export const NeverTable: FC<{ rows: Coverage['never']; units: Units }> = ({ rows, units }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Hòa giải viên chưa được tập huấn">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Tổ hòa giải</th>
          <th scope="col">Xã, phường</th>
          <th scope="col">Gọi</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ mediator, team }) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMediator(mediator.id)}>{mediator.fullName}</a>
            </th>
            <td data-label="Tổ hòa giải">{team.name}</td>
            <td data-label="Xã, phường">{placeWords(units, team.unitId, unitsNow(units, team.unitId))}</td>
            <PhoneCell phone={mediator.phone} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
