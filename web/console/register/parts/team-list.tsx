import type { FC } from 'hono/jsx';
import type { Units } from '../../../../functions/directory/units/list';
import { unitsNow } from '../../../../functions/directory/units/successors';
import { showCount } from '../../../../functions/platform/text/count';
import type { TeamComposed } from '../../../../functions/register/gaps/composition';
import { communeOptions, districtOptions } from '../../../parts/units/levels';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import type { Option } from '../../../ui/form';
import { placeWords } from './register-page';
import { gapsWords } from './words';

/** Teams with how many people they have and what they lack. */
export const TeamTable: FC<{ teams: readonly TeamComposed[]; units: Units }> = ({ teams, units }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Danh sách tổ hòa giải">
    <table class="stacked">
      <caption class="hidden-label">Danh sách tổ hòa giải</caption>
      <thead>
        <tr>
          <th scope="col">Tổ hòa giải</th>
          <th scope="col">Xã, phường</th>
          <th scope="col">Hòa giải viên</th>
          <th scope="col">Còn thiếu</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleTeam(team.id)}>{team.name}</a>
            </th>
            <td>{placeWords(units, team.unitId, unitsNow(units, team.unitId))}</td>
            <td data-label="Hòa giải viên">
              {team.members === 0 ? 'Chưa có' : `${showCount(team.members)} (${showCount(team.women)} nữ)`}
              {team.waiting > 0 && `, chờ công nhận ${showCount(team.waiting)}`}
            </td>
            <td data-label="Còn thiếu">{team.gaps.length ? gapsWords(team.gaps) : 'Không thiếu'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The areas to choose from: districts, and communes of today under them. */
export const areaChoices = (units: Units): Option[] => [
  ...districtOptions(units.inForce),
  ...communeOptions(units.inForce, units),
];

/** Lists are cut into pages of so many rows. */
export const PAGE = 50;

/** What the lists of the register are asked in an address. */
export const areaIn = (query: Record<string, string>, units: Units): string | undefined =>
  units.all.find(({ id }) => id === query[QUERY.area])?.id;
