import type { FC } from 'hono/jsx';
import { shortIssuer } from '../../../functions/documents/office';
import { officialDay, officialHour } from '../../../functions/documents/official';
import {
  type SheetRow,
  type SignInSheet,
  signInSheet,
} from '../../../functions/events/attendance/sign-in-sheet';
import { daysOf, hoursOn, sessionsOn } from '../../../functions/events/event/days';
import type { Session } from '../../../functions/events/event/event-input';
import { getEvent } from '../../../functions/events/event/get';
import { placeOf } from '../../../functions/events/event/place';
import { showCount } from '../../../functions/platform/text/count';
import { showPhone } from '../../../functions/platform/text/phone';
import { instant, localDate } from '../../../functions/platform/time/dates';
import { clockTime, shortDate } from '../../../functions/platform/time/format-date';
import type { Handler, Page } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, freshForm, Select } from '../../ui/form';
import { Island } from '../../ui/island';
import { EventFrame } from '../events/parts/frame';
import { idOf, rightsOver } from '../registrations/parts/access';

/** Empty lines at the end, for people who come without being on the list. */
const SPARE = 5;

/** What is written down beside the signature. */
const COLUMNS = { tien: 'Tiền hỗ trợ (đồng)', 'tai-lieu': 'Tài liệu đã nhận' } as const;
type Column = keyof typeof COLUMNS;

/** What the address asks for. */
interface Asked {
  /** `2026-12-03`, the date of the day. */
  date: string;
  session?: Session | undefined;
  columns: readonly Column[];
}

const askedOf = (c: Page, { event, days, day }: SignInSheet): Asked => {
  const nth = Number(c.req.query(QUERY.session));
  const wanted = c.req.queries(QUERY.columns) ?? [];
  return {
    date: days[day - 1]!,
    session: sessionsOn(event, day)[nth - 1],
    columns: (Object.keys(COLUMNS) as Column[]).filter((name) => wanted.includes(name)),
  };
};

/** `đến 00 giờ 30 hôm sau`, of an evening past midnight. */
const until = (at: string, date: string): string =>
  `đến ${officialHour(at)}${localDate(at) === date ? '' : ' hôm sau'}`;

/** `từ 08 giờ 00 đến 11 giờ 30, ngày 09 tháng 6 năm 2021`: of the session, or of the day. */
const timeOf = ({ event, day }: SignInSheet, { date, session }: Asked): string => {
  const { from, to } = session ? { from: session.startsAt, to: session.endsAt } : hoursOn(event, day);
  const hours = [from && `từ ${officialHour(from)}`, to && until(to, date)].filter(Boolean).join(' ');
  return [hours, officialDay(instant(date)!)].filter(Boolean).join(', ');
};

interface SheetProps {
  c: Page;
  sheet: SignInSheet;
  asked: Asked;
}

const Head: FC<SheetProps> = ({ c, sheet, asked }) => {
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
        {asked.session && (
          <>
            <br />
            {asked.session.topic}
          </>
        )}
      </p>
      <p>
        Thời gian: {event.undated ? 'chưa có ngày mới' : timeOf(sheet, asked)}.
        <br />
        Địa điểm: {event.mode === 'online' ? 'trực tuyến' : placeOf(event)}.
      </p>
    </>
  );
};

const Line: FC<{ row?: SheetRow; nth: number; columns: readonly Column[] }> = ({ row, nth, columns }) => (
  <tr>
    <td class="num">{nth}</td>
    <td>{row?.fullName}</td>
    <td class="num">{row?.yearOfBirth}</td>
    <td>
      {row?.from}
      {row?.forOldDate && <em> (trả lời cho lịch cũ, {shortDate(row.forOldDate)})</em>}
    </td>
    <td class="nowrap">{row?.phone && showPhone(row.phone)}</td>
    {columns.map(() => (
      <td class="received" />
    ))}
    <td class="sign" />
  </tr>
);

const DayLinks: FC<SheetProps> = ({ c, sheet: { days }, asked: { date, columns } }) =>
  days.length < 2 ? null : (
    <p>
      Mỗi ngày một danh sách:{' '}
      {days.map((d, i) => (
        <>
          {i > 0 && ' · '}
          <a href={addressOf(c, d, columns)} aria-current={d === date ? 'page' : undefined}>
            {shortDate(instant(d)!)}
          </a>
        </>
      ))}
    </p>
  );

const addressOf = (c: Page, day: string, columns: readonly Column[]): string =>
  [withQuery(c.req.path, { [QUERY.day]: day }), ...columns.map((name) => `${QUERY.columns}=${name}`)].join(
    '&',
  );

/** For a whole day or one part of the programme, with what else is written down on paper. */
const Choices: FC<SheetProps> = ({ c, sheet: { event, day }, asked }) => {
  const sessions = sessionsOn(event, day);
  const form = freshForm('vi', {
    [QUERY.session]: asked.session ? String(sessions.indexOf(asked.session) + 1) : '',
    [QUERY.columns]: [...asked.columns],
  });
  return (
    <form method="get" action={c.req.path} class="form">
      <input type="hidden" name={QUERY.day} value={asked.date} />
      {sessions.length > 1 && (
        <Select
          form={form}
          name={QUERY.session}
          label="Danh sách của"
          empty="Cả ngày"
          options={sessions.map(({ startsAt, endsAt, topic }, i) => ({
            value: String(i + 1),
            label: `${clockTime(startsAt)}–${clockTime(endsAt)} ${topic}`,
          }))}
        />
      )}
      {(Object.keys(COLUMNS) as Column[]).map((name) => (
        <Checkbox form={form} name={QUERY.columns} value={name} label={`Thêm cột: ${COLUMNS[name]}`} />
      ))}
      <Button kind="plain">Xem</Button>
    </form>
  );
};

const Rows: FC<{ rows: readonly SheetRow[]; columns: readonly Column[] }> = ({ rows, columns }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">STT</th>
        <th scope="col">Họ và tên</th>
        <th scope="col">Năm sinh</th>
        <th scope="col">Chức vụ, đơn vị</th>
        <th scope="col">Số điện thoại</th>
        {columns.map((name) => (
          <th scope="col">{COLUMNS[name]}</th>
        ))}
        <th scope="col">Ký nhận</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row, i) => (
        <Line row={row} nth={i + 1} columns={columns} />
      ))}
      {Array.from({ length: SPARE }, (_, i) => (
        <Line nth={rows.length + i + 1} columns={columns} />
      ))}
    </tbody>
  </table>
);

const Sheet: FC<{ c: Page; sheet: SignInSheet }> = ({ c, sheet }) => {
  const { event, rows } = sheet;
  const asked = askedOf(c, sheet);
  const unsure = rows.filter((row) => row.forOldDate).length;
  const url = routes.consoleSignInSheet(event.id);
  return (
    <EventFrame c={c} event={event} at={url} title="Danh sách ký nhận">
      <div class="no-print">
        <p class="actions">
          <button type="button" class="btn" data-print hidden>
            In
          </button>
          <span>
            {showCount(rows.length)} người, khổ A4 ngang.
            {unsure > 0 && ` ${showCount(unsure)} đại biểu ở cuối danh sách chưa xác nhận lịch mới.`}
          </span>
        </p>
        <DayLinks c={c} sheet={sheet} asked={asked} />
        <Choices c={c} sheet={sheet} asked={asked} />
      </div>
      <div class="sheet" tabindex={0} role="region" aria-label="Danh sách ký nhận">
        <Head c={c} sheet={sheet} asked={asked} />
        <Rows rows={rows} columns={asked.columns} />
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

/** "DANH SÁCH KÝ NHẬN": one sheet for each day, or part of the programme, to print on A4 landscape and sign by hand. */
export const sheetPage: Handler = async (c) => {
  await rightsOver(c, 'export');
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const nth = daysOf(event).indexOf(c.req.query(QUERY.day) ?? '');
  const sheet = await signInSheet(world, event.id, nth < 0 ? undefined : nth + 1);
  return c.html(<Sheet c={c} sheet={sheet} />);
};
