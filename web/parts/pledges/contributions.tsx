import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { contributionsOf, partnersOf } from '../../../functions/programme/pledges/contributions';
import type { Pledge } from '../../../functions/programme/pledges/pledge';
import { PLEDGE_KIND_WORDS, showAmount } from '../../../functions/programme/pledges/words';
import { routes } from '../../routes';
import { PledgeTable } from './table';

/** What a partner gave, year by year, with a letter of thanks for each; then all that it promised. */
export const Contributions: FC<{ bodyId: string; pledges: readonly Pledge[]; today: string }> = ({
  bodyId,
  pledges,
  today,
}) => (
  <>
    <h2>Đóng góp</h2>
    {pledges.length === 0 ? (
      <p class="soft">Chưa ghi cam kết hỗ trợ nào.</p>
    ) : (
      <>
        {contributionsOf(pledges).map(({ year, contributions }) => (
          <>
            <h3>Năm {year}</h3>
            <ul>
              {contributions.map(({ pledge, kind, amount }) => (
                <li>
                  {PLEDGE_KIND_WORDS[kind]}: {pledge.words}, đã nhận{' '}
                  <strong>{showAmount(amount, pledge)}</strong>
                </li>
              ))}
            </ul>
            <p class="actions no-print">
              <a class="btn plain" href={routes.consoleThanksLetter(bodyId, String(year))}>
                Thư cảm ơn năm {year} (Word)
              </a>
            </p>
          </>
        ))}
        <h3>Các cam kết</h3>
        <PledgeTable pledges={pledges} today={today} label="Các cam kết hỗ trợ" ofOne />
      </>
    )}
  </>
);

/** What each partner gave in all. */
export const Partners: FC<{ pledges: readonly Pledge[] }> = ({ pledges }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tổng hợp theo cơ quan, đơn vị">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Cơ quan, đơn vị</th>
          <th scope="col">Số cam kết</th>
          <th scope="col">Đã nhận</th>
          <th scope="col">Còn chờ nhận</th>
        </tr>
      </thead>
      <tbody>
        {partnersOf(pledges).map((partner) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleBody(partner.bodyId)}>{partner.bodyName}</a>
            </th>
            <td class="num" data-label="Số cam kết">
              {showCount(partner.pledges)}
            </td>
            <td data-label="Đã nhận">{partner.received || 'Chưa nhận'}</td>
            <td data-label="Còn chờ nhận">{partner.expected || 'Không còn'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
