import type { Change } from '../../../functions/platform/audit/change';
import { moment, shortDate } from '../../../functions/platform/time/format-date';

type Told = (change: Change) => string | undefined;

const sides = ({ fields }: Pick<Change, 'fields'>, name: string): { from?: unknown; to?: unknown } => {
  const field = fields[name];
  return field === undefined || field === 'hidden' ? {} : field;
};
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `sửa tên, chương trình`: the attributes that the sentence does not say yet. */
const otherFields = (change: Change, words: Readonly<Record<string, string>>, said: readonly string[]) => {
  const others = Object.keys(change.fields).flatMap((name) =>
    words[name] && !said.includes(name) ? [words[name]] : [],
  );
  return others.length ? `sửa ${[...new Set(others)].join(', ')}` : undefined;
};

const OF_EVENT: Record<string, string> = {
  'draft>published': 'công bố',
  'published>postponed': 'tạm hoãn',
  'postponed>published': 'mở lại',
  'published>cancelled': 'hủy',
  'postponed>cancelled': 'hủy',
};
/** What moves with a new beginning. */
const MOVES = ['startsAt', 'endsAt', 'sessions', 'registrationOpensAt', 'registrationClosesAt'];

/** What was done to an event, as people say it. @param words what its attributes are called */
export const eventTold =
  (words: Readonly<Record<string, string>>): Told =>
  (change) => {
    const { from, to } = sides(change, 'status');
    const verb = OF_EVENT[`${from}>${to}`];
    const start = sides(change, 'startsAt');
    const [was, is] = [text(start.from), text(start.to)];
    const moved = was && is && `dời lịch từ ${moment(was)} sang ${moment(is)}`;
    const said = ['status', 'reason', ...(moved ? MOVES : [])];
    const parts = [verb, moved, otherFields(change, words, verb || moved ? said : ['status'])];
    return parts.filter(Boolean).join(', ') || undefined;
  };

const ANSWERS: Record<string, string> = {
  accepted: 'trả lời: tham dự',
  declined: 'trả lời: không tham dự',
  saved: 'lưu bản nháp trả lời',
};

const SAID_OF_INVITATION = ['status', 'answer', 'remindedAt', 'askedAgainAt', 'respondBy', 'turn'];

/** What was done to an invitation, as people say it. @param words what its attributes are called */
export const invitationTold =
  (words: Readonly<Record<string, string>>): Told =>
  (change) => {
    const { from, to } = sides(change, 'status');
    const sent =
      (from === 'prepared' && to === 'issued' && 'gửi thư mời') || (to === 'revoked' && 'thu hồi thư mời');
    const again = !sent && sides(change, 'turn').to !== undefined && 'gửi lại thư mời với đường dẫn mới';
    const answer = sides(change, 'answer').to as { answer?: string } | undefined;
    const respondBy = text(sides(change, 'respondBy').to);
    const parts = [
      sent,
      again,
      (answer?.answer && ANSWERS[answer.answer]) || (change.fields.answer && 'ghi trả lời'),
      sides(change, 'remindedAt').to !== undefined && 'nhắc trả lời',
      sides(change, 'askedAgainAt').to !== undefined && 'mời lại theo lịch mới',
      respondBy && `đổi hạn trả lời sang ${shortDate(respondBy)}`,
      otherFields(change, words, SAID_OF_INVITATION),
    ];
    return parts.filter(Boolean).join(', ') || undefined;
  };

const OF_REGISTRATION: Record<string, string> = {
  confirmed: 'xếp chỗ',
  waitlisted: 'đưa vào danh sách chờ',
  pending: 'đưa về chờ duyệt',
  cancelled: 'hủy đăng ký',
  declined: 'không duyệt',
};

/** What was done to a registration, as people say it. @param words what its attributes are called */
export const registrationTold =
  (words: Readonly<Record<string, string>>): Told =>
  (change) => {
    if (change.fields.forgotten) return 'xóa dữ liệu theo yêu cầu';
    const request = sides(change, 'forgetRequest').to;
    if (request === 'asked') return 'ghi yêu cầu xóa dữ liệu của người này';
    if (request === 'refused') return 'từ chối yêu cầu xóa dữ liệu';
    const restricted = sides(change, 'restricted');
    if (restricted.to !== undefined) return 'hạn chế thông tin của người này';
    if (restricted.from !== undefined) return 'bỏ hạn chế thông tin của người này';
    const { from, to } = sides(change, 'status');
    const approved = from === 'pending' && to === 'confirmed';
    const again = (from === 'cancelled' || from === 'declined') && to !== undefined;
    const verb = approved ? 'duyệt' : again ? 'khôi phục đăng ký' : OF_REGISTRATION[String(to)];
    const parts = [verb, otherFields(change, words, ['status'])];
    return parts.filter(Boolean).join(', ') || undefined;
  };

const OF_MATERIAL: Record<string, string> = {
  'draft>published': 'đăng tài liệu',
  'withdrawn>published': 'đăng lại tài liệu',
  'published>withdrawn': 'gỡ tài liệu',
};

/** What was done to a material, as people say it. @param words what its attributes are called */
export const materialTold =
  (words: Readonly<Record<string, string>>): Told =>
  (change) => {
    const { from, to } = sides(change, 'state');
    const parts = [OF_MATERIAL[`${from}>${to}`], otherFields(change, words, ['state'])];
    return parts.filter(Boolean).join(', ') || undefined;
  };
