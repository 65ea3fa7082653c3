import type { FC } from 'hono/jsx';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { needsOf } from '../../../parts/registrations/person';
import { routes } from '../../../routes';
import { TickBox } from '../many/choose';
import { bornOf, SOURCE, StatusTag, whoIs } from '../parts/words';

interface TableProps {
  c: Page;
  shown: readonly Registration[];
  waiting: ReadonlyMap<string, number>;
  /** People can be ticked. */
  choose: boolean;
}

export const RegistrationsTable: FC<TableProps> = ({ c, shown, waiting, choose }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Danh sách đăng ký">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Điện thoại</th>
          <th scope="col">Chức vụ, đơn vị</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Nhu cầu</th>
          <th scope="col">Nguồn</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((r) => (
          <tr>
            <th scope="row">
              {choose && <TickBox c={c} r={r} />}
              <a href={routes.consoleRegistration(r.id)}>{r.fullName}</a>
              {r.yearOfBirth && <span class="soft small"> {bornOf(r)}</span>}
            </th>
            <td>
              <a class="nowrap" href={`tel:${dialPhone(r.phone)}`}>
                {showPhone(r.phone)}
              </a>
            </td>
            <td>{whoIs({ ...r, teamName: undefined })}</td>
            <td>
              <StatusTag r={r} nth={waiting.get(r.id)} />
              {r.online && <span class="tag sky">Trực tuyến</span>}
            </td>
            <td>{needsOf(r, copy('vi'))}</td>
            <td class="nowrap" data-label="Nguồn">
              {SOURCE[r.channel]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
