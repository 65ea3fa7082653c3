import type { Choice, Group } from '../../../functions/events/broadcasts/groups';
import type { Ways } from '../../../functions/notices/broadcasts/recipients';

export const GROUP_WORDS: Record<Group, string> = {
  registered: 'Đã có chỗ',
  waiting: 'Đang chờ chỗ',
  pending: 'Chờ duyệt',
  attended: 'Đã tham dự',
  absent: 'Có chỗ mà vắng mặt',
  units: 'Mọi nơi được giao chỉ tiêu',
  'short-units': 'Nơi chưa cử đủ người',
  accepted: 'Cơ quan nhận lời tham dự',
  declined: 'Cơ quan từ chối',
  unanswered: 'Cơ quan chưa trả lời',
};

export const many = (n: number): string => n.toLocaleString('vi-VN');

/** `42 người`; where units and bodies are among them, `42 nơi nhận`. */
export const countWords = (n: number, people: boolean): string =>
  `${many(n)} ${people ? 'người' : 'nơi nhận'}`;

/** `30 thư, 12 cuộc gọi`. */
export const waysWords = ({ byMail, byCall, unreachable }: Ways): string =>
  [
    byMail > 0 && `${many(byMail)} thư`,
    byCall > 0 && `${many(byCall)} cuộc gọi`,
    unreachable > 0 && `${many(unreachable)} chưa có cách liên hệ`,
  ]
    .filter(Boolean)
    .join(', ');

/** `Có chỗ mà vắng mặt, ngày thứ 2, Huyện Gò Quao`. */
export const choiceWords = ({ groups, day }: Choice, area: string | undefined): string =>
  [...groups.map((group) => GROUP_WORDS[group]), day !== undefined && `ngày thứ ${day}`, area]
    .filter(Boolean)
    .join(', ');
