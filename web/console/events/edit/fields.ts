import { ADMISSIONS, KINDS, MODES } from '../../../../functions/events/event/event-input';
import { showCount } from '../../../../functions/platform/text/count';
import { PROMOTION_HOURS } from '../../../../functions/seats/ledger/room';
import type { FieldSpec } from '../../../ui/form';
import { DateTime } from '../parts/date-time';
import { ADMISSION, KIND, MODE } from '../parts/words';

const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** Everything that an organizer says of an event, in the order of the page. */
export const EVENT_FIELDS = {
  kind: { as: 'select', label: 'Loại', options: optionsOf(KINDS, KIND) },
  title: { label: 'Tên' },
  titleEn: { label: 'Tên tiếng Anh', optional: true },
  summary: {
    as: 'text-area',
    label: 'Giới thiệu',
    optional: true,
    hint: 'Có thể dùng Markdown: **đậm**, - gạch đầu dòng, [chữ](https://…)',
    rows: 6,
  },
  summaryEn: { as: 'text-area', label: 'Giới thiệu tiếng Anh', optional: true, rows: 4 },
  audience: { label: 'Đối tượng', optional: true, hint: 'Ví dụ: tổ trưởng, tổ phó tổ hòa giải' },

  startsAt: { as: DateTime, label: 'Bắt đầu' },
  endsAt: { as: DateTime, label: 'Kết thúc', hint: 'Để trống ngày nếu kết thúc trong cùng ngày.' },

  mode: { as: 'radios', label: 'Hình thức', options: optionsOf(MODES, MODE) },
  venue: { label: 'Địa điểm', hint: 'Ví dụ: Hội trường UBND huyện' },
  venueAddress: { label: 'Địa chỉ', optional: true },
  placeUnitId: { as: 'select', label: 'Địa bàn', optional: true, empty: 'Không chọn' },
  mapUrl: { label: 'Đường dẫn bản đồ', optional: true, inputmode: 'url' },
  onlineUrl: {
    label: 'Đường dẫn trực tuyến',
    optional: true,
    inputmode: 'url',
    hint: 'Chỉ người đã đăng ký được xem.',
  },

  admission: {
    as: 'radios',
    label: 'Hình thức đăng ký',
    hint: 'Chỉ tiêu của từng đơn vị được giao ở mục Cử người.',
    options: optionsOf(ADMISSIONS, ADMISSION),
  },
  capacity: {
    label: 'Số chỗ tại hội trường',
    hint: 'Chỗ chung, ngoài chỉ tiêu của các đơn vị.',
    inputmode: 'numeric',
    class: 'year',
  },
  onlineSeats: {
    label: 'Số chỗ trực tuyến',
    optional: true,
    inputmode: 'numeric',
    class: 'year',
    hint: 'Khi học trực tuyến, hoặc vừa trực tiếp vừa trực tuyến.',
  },
  registrationOpensAt: {
    as: DateTime,
    label: 'Mở đăng ký',
    optional: true,
    hint: 'Để trống: mở ngay khi công bố.',
  },
  registrationClosesAt: {
    as: DateTime,
    label: 'Hạn đăng ký',
    optional: true,
    hint: 'Để trống: đến giờ bắt đầu. Để trống giờ: hết ngày ấy.',
  },
  promotionHours: {
    label: 'Ngừng tự xếp chỗ cho người chờ trước giờ bắt đầu (giờ)',
    optional: true,
    inputmode: 'numeric',
    class: 'year',
    hint: `Để trống: ${showCount(PROMOTION_HOURS)} giờ. Sau đó chỗ trống do ban tổ chức gọi và xếp, vì người được xếp có thể không kịp biết.`,
  },
  approval: { as: 'tick', label: 'Ban tổ chức duyệt từng đăng ký' },
  questions: { as: 'custom', label: 'Hỏi thêm người đăng ký' },

  sessions: { as: 'custom', label: 'Chương trình' },

  leadBodyId: { as: 'select', label: 'Đơn vị chủ trì', optional: true, empty: 'Không chọn' },
  coordinatingBodyIds: { as: 'custom', label: 'Đơn vị phối hợp' },
  taskId: { as: 'select', label: 'Nhiệm vụ của kế hoạch', optional: true, empty: 'Không chọn' },

  contactName: { label: 'Người phụ trách' },
  contactPhone: { label: 'Điện thoại', inputmode: 'tel', class: 'short' },
  contactEmail: { label: 'Email', optional: true, inputmode: 'email' },
  lunch: { label: 'Ăn trưa', optional: true },
  travel: { label: 'Hỗ trợ đi lại', optional: true },
  bring: { label: 'Mang theo', optional: true },
} as const satisfies Record<string, FieldSpec>;

export type EventField = keyof typeof EVENT_FIELDS;

/** Names of fields whose label needs its place on the page to be understood. */
const FULL_NAMES: Partial<Record<string, string>> = {
  approval: 'Duyệt từng đăng ký',
  contactPhone: 'Điện thoại người phụ trách',
  contactEmail: 'Email người phụ trách',
};

const SESSION_NAMES: Partial<Record<string, string>> = {
  date: 'ngày',
  start: 'từ giờ',
  end: 'đến giờ',
  topic: 'chuyên đề',
  topicEn: 'chuyên đề bằng tiếng Anh',
  speaker: 'báo cáo viên',
  room: 'phòng',
};

/** What a field is called away from its place: `Số chỗ trực tuyến`, `Buổi 2, đến giờ`. */
export const nameOf = (path: string): string | undefined => {
  const session = /^sessions\.(\d+)(?:\.(\w+))?$/.exec(path);
  if (session)
    return [`Buổi ${Number(session[1]) + 1}`, SESSION_NAMES[session[2] ?? '']].filter(Boolean).join(', ');
  const fields: Readonly<Record<string, { label: string }>> = EVENT_FIELDS;
  return FULL_NAMES[path] ?? fields[path]?.label;
};
