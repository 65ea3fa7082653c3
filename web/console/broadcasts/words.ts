import type { Broadcast } from '../../../functions/events/broadcasts/broadcast';
import { BODIES, type Choice, type Group, PEOPLE, UNITS } from '../../../functions/events/broadcasts/groups';
import { fill, PLACEHOLDERS, type Placeholder } from '../../../functions/events/broadcasts/placeholders';
import type { Event } from '../../../functions/events/event/event';
import type { Ways } from '../../../functions/notices/broadcasts/recipients';
import { showCount } from '../../../functions/platform/text/count';

export const GROUP_WORDS: Record<Group, string> = {
  registered: 'Đã có chỗ',
  waiting: 'Đang chờ chỗ',
  reserve: 'Dự bị của đơn vị',
  pending: 'Chờ duyệt',
  attended: 'Đã tham dự',
  absent: 'Có chỗ mà vắng mặt',
  units: 'Mọi nơi được giao chỉ tiêu',
  'short-units': 'Nơi chưa cử đủ người',
  accepted: 'Cơ quan nhận lời tham dự',
  declined: 'Cơ quan từ chối',
  unanswered: 'Cơ quan chưa trả lời',
};

/** What the recipients of these groups are called together. */
const recipientWord = (groups: readonly Group[]): string => {
  const areAll = (kind: readonly Group[]) => groups.every((group) => kind.includes(group));
  if (areAll(PEOPLE)) return 'người';
  if (areAll(UNITS)) return 'đơn vị';
  return areAll(BODIES) ? 'cơ quan' : 'nơi nhận';
};

/** `42 người`, `15 đơn vị`; of several kinds, `57 nơi nhận`. */
export const countWords = (n: number, groups: readonly Group[]): string =>
  `${showCount(n)} ${recipientWord(groups)}`;

/** The subject of a message as a name of it: of the placeholders, the event's name alone is filled in. */
export const nameOf = ({ subject }: Pick<Broadcast, 'subject'>, { title }: Pick<Event, 'title'>): string =>
  fill(subject, { ...UNFILLED, title });

const UNFILLED = Object.fromEntries(
  Object.entries(PLACEHOLDERS).map(([key, name]) => [key, `{${name}}`]),
) as Record<Placeholder, string>;

/** `30 thư, 12 cuộc gọi`. */
export const waysWords = ({ byMail, byCall, unreachable }: Ways): string =>
  [
    byMail > 0 && `${showCount(byMail)} thư`,
    byCall > 0 && `${showCount(byCall)} cuộc gọi`,
    unreachable > 0 && `${showCount(unreachable)} chưa có cách liên hệ`,
  ]
    .filter(Boolean)
    .join(', ');

/** `Có chỗ mà vắng mặt, ngày thứ 2, Huyện Gò Quao`. */
export const choiceWords = ({ groups, day }: Choice, area: string | undefined): string =>
  [...groups.map((group) => GROUP_WORDS[group]), day !== undefined && `ngày thứ ${day}`, area]
    .filter(Boolean)
    .join(', ');
