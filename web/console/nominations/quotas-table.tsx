import type { FC } from 'hono/jsx';
import { may } from '../../../functions/directory/accounts/may';
import { inSentence } from '../../../functions/directory/units/words';
import { nominationLink, type QuotaView } from '../../../functions/events/nominations/read';
import { showCount } from '../../../functions/platform/text/count';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { deadlineWords } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { askedQuotas, isClosed, QuotaFilters } from './quota-filters';
import { zaloWords } from './words';

const LinkCell: FC<{ c: Page; row: QuotaView }> = ({ c, row }) => {
  const world = c.get('world');
  const { nomination: n } = row;
  const link = nominationLink(world, n);
  return (
    <>
      <a href={routes.consoleNomination(n.id)}>
        Sửa<span class="hidden-label">, cấp lại, thu hồi của {n.name}</span>
      </a>
      <details>
        <summary>
          Lời nhắn Zalo<span class="hidden-label"> cho {inSentence(n.name)}</span>
        </summary>
        <textarea readonly rows={8} aria-label={`Lời nhắn Zalo cho ${inSentence(n.name)}`}>
          {zaloWords(world, row, link)}
        </textarea>
      </details>
    </>
  );
};

const StateTag: FC<{ row: QuotaView; now: number }> = ({ row, now }) =>
  row.nomination.status === 'revoked' ? (
    <span class="tag grey">Đã thu hồi</span>
  ) : isClosed(row, now) ? (
    <span class="tag grey">Hết hạn</span>
  ) : row.left > 0 ? (
    <span class="tag sun">Còn {showCount(row.left)}</span>
  ) : (
    <span class="tag">Đủ</span>
  );

const Contact: FC<{ nomination: QuotaView['nomination'] }> = ({ nomination: n }) => (
  <>
    {n.contactName}
    {n.contactPhone && (
      <>
        <br />
        <a class="nowrap" href={`tel:${dialPhone(n.contactPhone)}`}>
          {showPhone(n.contactPhone)}
        </a>
      </>
    )}
    {n.contactEmail && (
      <>
        <br />
        {n.contactEmail}
      </>
    )}
  </>
);

interface RowProps {
  c: Page;
  row: QuotaView;
  /** Shows the deadline of this row. */
  ownDeadline: boolean;
  gives: boolean;
}

const Row: FC<RowProps> = ({ c, row, ownDeadline, gives }) => {
  const { nomination: n } = row;
  return (
    <tr id={n.id}>
      <th scope="row">{n.name}</th>
      <td class="num nowrap" data-label="Đã cử">
        {showCount(row.used)}/{showCount(row.quota)}
      </td>
      <td>
        <StateTag row={row} now={c.get('world').now()} />
      </td>
      {ownDeadline && <td data-label="Hạn">{deadlineWords(n.deadline, 'vi')}</td>}
      <td>
        <Contact nomination={n} />
      </td>
      {gives && (
        <td class="by-turns">
          {n.status === 'issued' ? (
            <LinkCell c={c} row={row} />
          ) : (
            <a href={routes.consoleNomination(n.id)}>
              Cấp lại<span class="hidden-label"> cho {n.name}</span>
            </a>
          )}
        </td>
      )}
    </tr>
  );
};

/** The quotas of an event: how far each unit or body is, its contact and its link. */
export const Quotas: FC<{ c: Page; rows: readonly QuotaView[] }> = ({ c, rows }) => {
  const gives = may(c.get('account')).nominateOthers;
  const sum = (of: (row: QuotaView) => number) => rows.reduce((total, row) => total + of(row), 0);
  // Shown once if all have the same one.
  const shared = rows.every((r) => r.nomination.deadline === rows[0]!.nomination.deadline);
  const shown = askedQuotas(c, rows);
  if (rows.length === 0) return <p class="empty">Chưa giao chỉ tiêu cho nơi nào.</p>;
  return (
    <>
      <p>
        {showCount(rows.length)} nơi được giao chỉ tiêu ·{' '}
        <strong>đã cử {showCount(sum((r) => r.used))}</strong> trên {showCount(sum((r) => r.quota))} người
        {shared && ` · hạn cử người: ${deadlineWords(rows[0]!.nomination.deadline, 'vi')}`}
      </p>
      {gives && rows.some((row) => row.nomination.status === 'issued' && row.left > 0) && (
        <p>
          <a href={routes.consoleRemind(rows[0]!.event.id)}>Nhắc những nơi chưa cử đủ</a>
        </p>
      )}
      {rows.length > 1 && <QuotaFilters c={c} eventId={rows[0]!.event.id} rows={rows} />}
      {shown.length === 0 && <p class="empty">Không có nơi nào phù hợp.</p>}
      <div
        class="scroll"
        tabindex={0}
        role="region"
        aria-label="Chỉ tiêu đã giao"
        hidden={shown.length === 0}
      >
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Nơi cử</th>
              <th scope="col" class="num">
                Đã cử
              </th>
              <th scope="col">Tình trạng</th>
              {!shared && <th scope="col">Hạn</th>}
              <th scope="col">Đầu mối</th>
              {gives && <th scope="col">Đường dẫn, lời nhắn</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row c={c} row={row} ownDeadline={!shared} gives={gives} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
