import type { Child, FC } from 'hono/jsx';
import { daysCame } from '../../../functions/events/attendance/check-in';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { showCode } from '../../../functions/platform/keys/ids';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { iso } from '../../../functions/platform/time/dates';
import { moment, span } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { stateTags, templateWords } from '../../parts/notices/words';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Summary } from '../../ui/summary';
import { History, type Story } from '../history/history';
import type { One } from './access';
import { BASIS, CHANNEL, fromOf, StatusTag } from './words';

const DONE: Record<string, string> = {
  ghi: 'Đã đăng ký.',
  duyet: 'Đã duyệt.',
  'tu-choi': 'Đã ghi là không duyệt. Người đó được báo.',
  huy: 'Đã hủy đăng ký. Người đó được báo.',
  thay: 'Đã thay người. Chỗ đã chuyển cho người dưới đây.',
  chuyen: 'Đã chuyển sang lớp này.',
  sua: 'Đã lưu.',
};

interface OneProps extends One {
  c: Page;
  nth?: number;
  told: readonly Delivery[];
  story: Story;
}

/** One registration: its particulars, what may be done, what was told, who changed what. */
export const RegistrationPage: FC<OneProps> = (props) => {
  const { c, registration: r, event, nth, told, story } = props;
  const done = DONE[c.req.query('xong') ?? ''];
  return (
    <ConsolePage
      c={c}
      title={r.fullName}
      at={routes.consoleEvents()}
      above={
        <a class="back" href={routes.consoleRegistrations(event.id)}>
          ‹ Người đăng ký: {event.title}
        </a>
      }
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        <StatusTag r={r} nth={nth} />
      </p>
      <Actions {...props} />
      <Facts {...props} />
      {told.length > 0 && <Told told={told} />}
      <History story={story} fields={FIELD} created="ghi đăng ký" />
    </ConsolePage>
  );
};

/** The event must stand for anything but correcting. */
const Actions: FC<OneProps> = ({ c, registration: r, event, rights }) => {
  const stands = event.status === 'published' && event.endsAt > iso(c.get('world').now());
  const link = (verb: Parameters<typeof routes.consoleDecide>[1], words: string) => (
    <a class="btn plain" href={routes.consoleDecide(r.id, verb)}>
      {words}
    </a>
  );
  return (
    <div class="actions no-print">
      {rights.approve && stands && (
        <form method="post" action={routes.consoleDecide(r.id, 'duyet')}>
          <button type="submit" class="btn">
            Duyệt
          </button>
        </form>
      )}
      {rights.correct && link('sua', 'Sửa thông tin')}
      {rights.replace && stands && link('thay', 'Thay người')}
      {rights.move && stands && link('chuyen', 'Chuyển lớp')}
      {rights.decline && link('tu-choi', 'Không duyệt')}
      {rights.cancel && link('huy', 'Hủy đăng ký')}
    </div>
  );
};

/** What is on file about one registration. */
export const Facts: FC<One> = ({ registration: r, event, rights }) => {
  const t = copy('vi');
  const rows: [string, Child][] = [
    ['Số điện thoại', <a href={`tel:${dialPhone(r.phone)}`}>{showPhone(r.phone)}</a>],
    ['Mã đăng ký', rights.seeCode && <span class="num">{showCode(r.code)}</span>],
    ['Đơn vị', fromOf(r)],
    ['Tổ hòa giải', r.teamName],
    ['Vai trò trong tổ', r.teamRole && t.person.teamRoles[r.teamRole]],
    ['Chức vụ, công việc', r.position],
    ['Giới tính', r.gender && t.person.genders[r.gender]],
    ['Năm sinh', r.yearOfBirth?.toString()],
    ['Email', r.email],
    ['Phiên dịch tiếng Khmer', r.interpreter && 'Cần'],
    ['Hỗ trợ khác', r.access],
    ['Tham dự', event.mode === 'both' && (r.online ? 'Trực tuyến' : 'Tại hội trường')],
    ['Lớp, hội nghị', <a href={routes.consoleEvent(event.id)}>{event.title}</a>],
    ['Thời gian', event.undated ? 'Chưa có ngày mới' : span(event.startsAt, event.endsAt)],
    [
      'Có mặt',
      daysCame(r)
        .map(({ at }) => moment(at))
        .join('; '),
    ],
    ['Lý do', r.reason],
    ['Được thay bằng', r.replacedBy && <a href={routes.consoleRegistration(r.replacedBy)}>Xem người thay</a>],
    ['Đăng ký qua', CHANNEL[r.channel]],
    ['Căn cứ dùng dữ liệu', BASIS[r.basis]],
    ['Ghi lúc', moment(r.createdAt)],
    ['Sửa lần cuối', r.updatedAt !== r.createdAt && moment(r.updatedAt)],
  ];
  return <Summary rows={rows} />;
};

const Told: FC<{ told: readonly Delivery[] }> = ({ told }) => (
  <section>
    <h2>Đã báo những gì</h2>
    <ul>
      {told.map((d) => (
        <li>
          {moment(d.toldAt ?? d.updatedAt)}: {templateWords(d.template)},{' '}
          {d.channel === 'email' ? 'qua thư' : 'gọi điện'},{' '}
          {stateTags(d)
            .map((tag) => tag.words.toLowerCase())
            .join(', ')}
        </li>
      ))}
    </ul>
  </section>
);

const FIELD: Record<string, string> = {
  status: 'tình trạng',
  fullName: 'họ tên',
  phone: 'số điện thoại',
  email: 'email',
  unitId: 'đơn vị',
  unitName: 'tên đơn vị',
  bodyId: 'cơ quan',
  bodyName: 'tên cơ quan',
  teamName: 'tổ hòa giải',
  teamRole: 'vai trò',
  position: 'chức vụ',
  gender: 'giới tính',
  yearOfBirth: 'năm sinh',
  interpreter: 'phiên dịch',
  access: 'hỗ trợ',
  reason: 'lý do',
  replacedBy: 'người thay',
  claim: 'chỗ',
  came: 'điểm danh',
};
