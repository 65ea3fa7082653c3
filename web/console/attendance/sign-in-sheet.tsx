import type { FC } from 'hono/jsx';
import {
  type SheetRow,
  type SignInSheet,
  signInSheet,
} from '../../../functions/events/attendance/sign-in-sheet';
import { placeOf } from '../../../functions/events/event/place';
import { shortIssuer } from '../../../functions/events/letters/letter';
import { officialDay, officialHour } from '../../../functions/events/letters/official';
import { showPhone } from '../../../functions/platform/text/phone';
import { instant, localDate } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Island } from '../../ui/island';
import { EventFrame } from '../events/parts/frame';
import { idOf, rightsOver } from '../registrations/parts/access';

/** Empty lines at the end, for people who come without being on the list. */
const SPARE = 5;

/** `từ 08 giờ 00 đến 11 giờ 30, ngày 09 tháng 6 năm 2021`, of one day of the event. */
const hoursOf = ({ event }: SignInSheet, day: string): string => {
  const first = day === localDate(event.startsAt);
  const last = day === localDate(event.endsAt);
  const hours = [first && `từ ${officialHour(event.startsAt)}`, last && `đến ${officialHour(event.endsAt)}`]
    .filter(Boolean)
    .join(' ');
  return [hours, officialDay(instant(day)!)].filter(Boolean).join(', ');
};

const Head: FC<{ c: Page; sheet: SignInSheet; day: string }> = ({ c, sheet, day }) => {
  const { event } = sheet;
  const { department } = c.get('world').settings;
  return (
    <>
      <div class="sheet-head">
        <p>
          {department.parent.toLocaleUpperCase('vi')}
          <br />
          <strong>{shortIssuer(department)}</strong>
        </p>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <br />
          <strong>Độc lập - Tự do - Hạnh phúc</strong>
        </p>
      </div>
      <p class="sheet-title">
        <strong>DANH SÁCH KÝ NHẬN</strong>
        <br />
        <strong>{event.title}</strong>
      </p>
      <p>
        Thời gian: {event.undated ? 'chưa có ngày mới' : hoursOf(sheet, day)}.
        <br />
        Địa điểm: {event.mode === 'online' ? 'trực tuyến' : placeOf(event)}.
      </p>
    </>
  );
};

const Line: FC<{ row?: SheetRow; nth: number }> = ({ row, nth }) => (
  <tr>
    <td class="num">{nth}</td>
    <td>{row?.fullName}</td>
    <td class="num">{row?.yearOfBirth}</td>
    <td>{row?.from}</td>
    <td class="nowrap">{row?.phone && showPhone(row.phone)}</td>
    <td class="sign" />
  </tr>
);

const DayLinks: FC<{ sheet: SignInSheet; day: string; url: string }> = ({ sheet: { days }, day, url }) =>
  days.length < 2 ? null : (
    <p>
      Mỗi ngày một danh sách:{' '}
      {days.map((d, i) => (
        <>
          {i > 0 && ' · '}
          <a href={withQuery(url, { [QUERY.day]: d })} aria-current={d === day ? 'page' : undefined}>
            {shortDate(instant(d)!)}
          </a>
        </>
      ))}
    </p>
  );

const Rows: FC<{ rows: readonly SheetRow[] }> = ({ rows }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">STT</th>
        <th scope="col">Họ và tên</th>
        <th scope="col">Năm sinh</th>
        <th scope="col">Chức vụ, đơn vị</th>
        <th scope="col">Số điện thoại</th>
        <th scope="col">Ký nhận</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row, i) => (
        <Line row={row} nth={i + 1} />
      ))}
      {Array.from({ length: SPARE }, (_, i) => (
        <Line nth={rows.length + i + 1} />
      ))}
    </tbody>
  </table>
);

const Sheet: FC<{ c: Page; sheet: SignInSheet }> = ({ c, sheet }) => {
  const { event, days, rows } = sheet;
  const asked = c.req.query(QUERY.day) ?? '';
  const day = days.includes(asked) ? asked : days[0]!;
  const url = routes.consoleSignInSheet(event.id);
  return (
    <EventFrame c={c} event={event} at={url} title="Danh sách ký nhận">
      <div class="no-print">
        <p class="actions">
          <button type="button" class="btn" data-print hidden>
            In
          </button>
          <span>{rows.length} người, khổ A4 ngang.</span>
        </p>
        <DayLinks sheet={sheet} day={day} url={url} />
      </div>
      <div class="sheet" tabindex={0} role="region" aria-label="Danh sách ký nhận">
        <Head c={c} sheet={sheet} day={day} />
        <Rows rows={rows} />
        <div class="sheet-foot">
          <p>Tổng số người ký nhận: …………</p>
          <p>
            <strong>NGƯỜI LẬP DANH SÁCH</strong>
            <br />
            <em>(Ký, ghi rõ họ tên)</em>
          </p>
        </div>
      </div>
      <Island name="print" />
    </EventFrame>
  );
};

/** "DANH SÁCH KÝ NHẬN": one sheet for each day, to print on A4 landscape and sign by hand. */
export const sheetPage: Handler = async (c) => {
  await rightsOver(c, 'export');
  return c.html(<Sheet c={c} sheet={await signInSheet(c.get('world'), idOf(c))} />);
};
